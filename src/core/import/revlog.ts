// Exports the history as rows of Anki's `revlog` table, which third-party FSRS optimizers and statistics tools read.
import type { CardHistory } from '../history/event.ts';
import { seededFraction } from '../schedule/fuzz.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import { timeline } from '../schedule/timeline.ts';
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

/**
 * One row per review, oldest first, as CSV with the column names on the first line. Times in ms, as in the log. Reviews
 * in the same millisecond get the next free one: `id` is the table's key.
 */
export function revlogCsv(histories: Iterable<CardHistory>, scheduler: Scheduler): string {
  const rows: { readonly at: number; readonly card: string; readonly rest: readonly number[] }[] = [];
  for (const history of histories) {
    let before = scheduler.replay({ ...history, reviews: [] });
    for (const { review, after } of timeline(history, scheduler)) {
      const { t, g, d } = review;
      const { state } = before;
      const intervals = [intervalOf(after), state === 'new' ? 0 : intervalOf(before)];
      rows.push({ at: t, card: history.id, rest: [-1, g, ...intervals, factorOf(after), d, kinds[state]] });
      before = after;
    }
  }
  rows.sort((a, b) => a.at - b.at || (a.card < b.card ? -1 : 1));
  let free = 0;
  const lines = rows.map(({ at, card, rest }) => {
    const id = Math.max(at, free);
    free = id + 1;
    return writeRow([id, numberOf(card), ...rest].map(String), ',');
  });
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
