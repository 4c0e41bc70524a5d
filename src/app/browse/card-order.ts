// The sort orders of the card list.
import { dayMs } from '../../core/calendar.ts';
import type { State } from '../../core/schedule/schedule.ts';
import type { CardRow } from './card-row.ts';

export const columns = [
  'question',
  'note',
  'deck',
  'source',
  'state',
  'due',
  'stability',
  'difficulty',
  'lapses',
  'last',
] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

const collator = new Intl.Collator();
const states: readonly State[] = ['new', 'learning', 'relearning', 'review'];

/** Null sorts last in either direction. */
const numbers: Readonly<Partial<Record<Column, (row: CardRow) => number | null>>> = {
  state: ({ schedule }) => states.indexOf(schedule.state) + (schedule.suspended ? states.length : 0),
  // Within a day by the minute, for cards that have one: ms since 1970 stay below 1e13 until the year 2286.
  due: ({ schedule: { dueDay, dueAt } }) => (dueDay === null ? null : dueDay + (dueAt ?? 0) / 1e13),
  stability: ({ schedule }) => schedule.memory?.stability ?? null,
  difficulty: ({ schedule }) => schedule.memory?.difficulty ?? null,
  lapses: ({ schedule }) => schedule.lapses,
  last: ({ schedule }) => schedule.lastAt ?? (schedule.lastDay === null ? null : schedule.lastDay * dayMs),
};

const texts: Readonly<Partial<Record<Column, (row: CardRow) => string>>> = {
  question: ({ card }) => card.question,
  note: ({ note }) => note,
  deck: ({ deck }) => deck,
  source: ({ source }) => source,
};

/** Rows with equal values keep their order. */
export function sortRows(rows: readonly CardRow[], { column, descending }: Sort): readonly CardRow[] {
  const keys = new Float64Array(rows.length);
  const text = texts[column];
  if (text) {
    const all = rows.map(text);
    // Compares once per text rather than per pair of rows, since a note has many cards.
    const ranks = new Map([...new Set(all)].sort(collator.compare).map((each, rank) => [each, rank]));
    all.forEach((each, index) => (keys[index] = ranks.get(each) ?? 0));
  } else {
    const number = numbers[column];
    rows.forEach((row, index) => (keys[index] = number?.(row) ?? Number.NaN));
  }
  const order = Uint32Array.from(rows.keys());
  const way = descending ? -1 : 1;
  order.sort((a, b) => {
    const [x = 0, y = 0] = [keys[a], keys[b]];
    if (x === y) return a - b;
    if (Number.isNaN(x)) return Number.isNaN(y) ? a - b : 1;
    return Number.isNaN(y) ? -1 : way * (x - y);
  });
  return Array.from(order, (index) => rows[index]).filter((row) => row !== undefined);
}
