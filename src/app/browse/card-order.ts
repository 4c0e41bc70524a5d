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

/** Rows, or comparisons, between two chances to stop: less than a millisecond. */
const atOnce = 1000;

/** Rows with equal values keep their order. In steps: comparing 100,000 texts by language takes many frames. */
export function* sortRows(
  rows: readonly CardRow[],
  { column, descending }: Sort,
): Generator<undefined, readonly CardRow[], undefined> {
  const keys = new Float64Array(rows.length);
  const text = texts[column];
  const number = numbers[column];
  const all: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (text) all.push(text(row));
    else keys[index] = number?.(row) ?? Number.NaN;
    if (index % atOnce === 0) yield;
  }
  if (text) {
    // Compares once per text rather than per pair of rows, since a note has many cards.
    const inOrder = yield* sorted([...new Set(all)], collator.compare);
    const ranks = new Map(inOrder.map((each, rank) => [each, rank]));
    all.forEach((each, index) => (keys[index] = ranks.get(each) ?? 0));
    yield;
  }
  const way = descending ? -1 : 1;
  const order = yield* sorted([...rows.keys()], (a, b) => {
    const [x = 0, y = 0] = [keys[a], keys[b]];
    if (x === y) return a - b;
    if (Number.isNaN(x)) return Number.isNaN(y) ? a - b : 1;
    return Number.isNaN(y) ? -1 : way * (x - y);
  });
  return order.flatMap((index) => rows[index] ?? []);
}

type Compare<T> = (a: T, b: T) => number;

/** Sorts short runs, then merges them in pairs. */
function* sorted<T>(items: readonly T[], compare: Compare<T>): Generator<undefined, readonly T[], undefined> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    runs.push(items.slice(at, at + atOnce).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: Compare<T>,
): Generator<undefined, readonly T[], undefined> {
  const out: T[] = [];
  let [at, next] = [0, 0];
  while (at < left.length && next < right.length) {
    const [one, other] = [left[at] as T, right[next] as T];
    if (compare(other, one) < 0) {
      out.push(other);
      next += 1;
    } else {
      out.push(one);
      at += 1;
    }
    if (out.length % atOnce === 0) yield;
  }
  return out.concat(left.slice(at), right.slice(next));
}
