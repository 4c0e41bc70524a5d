// Exports the history as rows of Anki's `revlog` table, which third-party FSRS optimizers and statistics tools read.
import type { CardHistory } from '../history/event.ts';
import { seededFraction } from '../schedule/fuzz.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import { timeline } from '../schedule/timeline.ts';
import type { AnkiReview } from './anki/collection.ts';
import { writeRow } from './delimited.ts';

const columns = ['id', 'cid', 'usn', 'ease', 'ivl', 'lastIvl', 'factor', 'time', 'type'];
const kinds = { new: 0, learning: 0, review: 1, relearning: 2 } as const;

/** Anki's card ids are numbers. Ours are hashes, so this hashes them again: the same on every export. */
function numberOf(card: string): number {
  const half = (nth: number): number => Math.floor(seededFraction(card, nth) * 0x400_0000);
  return 1_000_000_000_000 + half(1) * 0x400_0000 + half(2);
}

/** Days, or negative seconds, as in Anki. */
function intervalOf({ dueAt, dueDay, lastAt, lastDay }: Schedule): number {
  if (dueAt !== null && lastAt !== null) return -Math.round((dueAt - lastAt) / 1000);
  return dueDay === null || lastDay === null ? 0 : dueDay - lastDay;
}

/** With FSRS, Anki stores the difficulty here, from 100 for the easiest to 1100. */
function factorOf({ memory }: Schedule): number {
  return memory === null ? 0 : Math.round(((memory.difficulty - 1) / 9 + 0.1) * 1000);
}

/** A review of ours as Anki logs it; `id` is when it was answered, in ms since 1970. */
export type ReviewRow = Omit<AnkiReview, 'cardId'> & { readonly card: string };

/** One row per review of a card, oldest first. */
export function reviewRows(history: CardHistory, scheduler: Scheduler): ReviewRow[] {
  let before = scheduler.replay({ ...history, reviews: [] });
  return timeline(history, scheduler).map(({ review: { t, g, d }, after }) => {
    const { state } = before;
    const row = {
      id: t,
      card: history.id,
      ease: g,
      interval: intervalOf(after),
      lastInterval: state === 'new' ? 0 : intervalOf(before),
      factor: factorOf(after),
      time: d,
      type: kinds[state],
    };
    before = after;
    return row;
  });
}

/** Oldest first. Reviews in the same millisecond get the next free one: `id` is the table's key. */
export function inOrder(rows: readonly ReviewRow[]): ReviewRow[] {
  let free = 0;
  return [...rows]
    .sort((a, b) => a.id - b.id || (a.card < b.card ? -1 : 1))
    .map((row) => {
      const id = Math.max(row.id, free);
      free = id + 1;
      return { ...row, id };
    });
}

/** All reviews, oldest first, as CSV with the column names on the first line. Times in ms, as in the log. */
export function revlogCsv(histories: Iterable<CardHistory>, scheduler: Scheduler): string {
  const rows = inOrder([...histories].flatMap((history) => reviewRows(history, scheduler)));
  const lines = rows.map(({ id, card, ease, interval, lastInterval, factor, time, type }) =>
    writeRow([id, numberOf(card), -1, ease, interval, lastInterval, factor, time, type].map(String), ','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
