// Stores the counts of day-loads.ts in columns, next to the packed log they were counted from.
import type { CardHistory, ImportedMemory, ReviewEvent } from '../history/event.ts';
import type { Column } from '../history/packed/columns.ts';
import type { NameRows } from '../history/packed/name-rows.ts';
import { loadDays } from './spread.ts';

export interface Counts {
  readonly now: ReadonlyMap<number, number>;
  readonly then: ReadonlyMap<number, Int32Array>;
  readonly latest: number;
  readonly places: readonly (readonly [id: string, day: number | null])[];
}

export function packedCounts(names: NameRows, { now, then, latest, places }: Counts): readonly Column[] {
  const placed = new Float64Array(names.count).fill(NaN);
  for (const [id, day] of places) {
    const row = names.row(id);
    if (row >= 0 && day !== null) placed[row] = day;
  }
  const counts = new Int32Array(then.size * (loadDays + 1));
  for (const [at, day] of [...then.values()].entries()) counts.set(day, at * (loadDays + 1));
  return [
    placed,
    Float64Array.from([latest, ...now.keys()]),
    Int32Array.from(now.values()),
    Float64Array.from(then.keys()),
    counts,
  ];
}

/** Fills in the counts of upcoming days, and of what was known on each day. */
export function readCounts(
  columns: readonly Column[],
  now: Map<number, number>,
  then: Map<number, Int32Array>,
): void {
  const [, days = [], cards = [], thenDays = [], counts] = columns;
  for (let at = 0; at < cards.length; at += 1) now.set(days[at + 1] ?? 0, cards[at] ?? 0);
  const room = loadDays + 1;
  for (let at = 0; at < thenDays.length; at += 1)
    then.set(thenDays[at] ?? 0, new Int32Array(counts?.subarray(at * room, (at + 1) * room) ?? []));
}

/** The cards as they were at packing time. */
export interface PackedCards {
  /** Those with a history. */
  readonly ids: () => Iterable<string>;
  readonly history: (id: string) => CardHistory | undefined;
}

export class PackedLoads {
  readonly columns: readonly Column[];
  readonly cards: PackedCards;
  readonly #names: NameRows;
  /** Cards that have since lost their history. */
  readonly isGone = new Set<string>();

  constructor(names: NameRows, columns: readonly Column[], cards: PackedCards) {
    this.#names = names;
    this.columns = columns;
    this.cards = cards;
  }

  get latest(): number {
    return this.columns[1]?.[0] ?? -Infinity;
  }

  /** The study day the card comes due on; null during its steps. */
  placeOf(id: string): number | null {
    const day = this.columns[0]?.[this.#names.row(id)] ?? NaN;
    return Number.isNaN(day) ? null : day;
  }
}

/** Whether both exist and agree on the memory. */
export function isSameReview(a: ReviewEvent | undefined, b: ReviewEvent | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || (a.g === b.g && a.y === b.y));
}

export function isSameMemory(a: ImportedMemory | null, b: ImportedMemory | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.s === b.s && a.d === b.d && a.y === b.y && a.due === b.due && a.reps === b.reps && a.lapses === b.lapses
  );
}
