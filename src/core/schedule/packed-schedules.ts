// Stores schedules in columns, next to the packed log they were computed from; each is created on demand.
import type { Column } from '../history/packed/columns.ts';
import type { NameRows } from '../history/packed/name-rows.ts';
import type { Schedule, State } from './schedule.ts';

const states: readonly State[] = ['new', 'learning', 'review', 'relearning'];

/** Numbers of each schedule; whole ones take few bytes. */
const numbers = [
  'stability',
  'difficulty',
  'dueDay',
  'dueAt',
  'interval',
  'step',
  'reps',
  'lapses',
  'lastAt',
  'lastDay',
  'introducedOn',
  'reviewedOn',
  'buriedUntil',
  'flag',
  'position',
] as const;

type Name = (typeof numbers)[number];

/** NaN for null. */
const fractions: readonly Name[] = ['stability', 'difficulty', 'dueAt', 'lastAt'];
/** See `packedDay`. */
const days: readonly Name[] = ['dueDay', 'lastDay', 'introducedOn', 'reviewedOn', 'buriedUntil'];

/** A day as a whole number; 0 for null. */
const packedDay = (day: number | null): number => (day === null ? 0 : day < 0 ? day : day + 1);
const dayFrom = (packed = 0): number | null => (packed === 0 ? null : packed < 0 ? packed : packed - 1);

const present = 8;
const marks = { suspended: 16, ask: 32, leech: 64 } as const;
const stateOf = 7;

/** Columns in a block of schedules. */
export const scheduleColumns = numbers.length + 1;

/** What decides when a card comes up. */
export type ScheduleTimes = Pick<
  Schedule,
  'state' | 'suspended' | 'ask' | 'dueDay' | 'buriedUntil' | 'lastDay' | 'lastAt' | 'position'
>;

export class PackedSchedules {
  readonly #names: NameRows;
  readonly #about: Column;
  readonly #numbers: Readonly<Record<Name, Column>>;
  readonly #made = new Map<number, Schedule>();

  constructor(names: NameRows, columns: readonly Column[]) {
    const empty = new Float64Array(0);
    this.#names = names;
    this.#about = columns[0] ?? empty;
    this.#numbers = Object.fromEntries(
      numbers.map((name, at) => [name, columns[at + 1] ?? empty]),
    ) as unknown as Readonly<Record<Name, Column>>;
  }

  has(id: string): boolean {
    return this.isAt(this.row(id));
  }

  /** The same object each time. */
  get(id: string): Schedule | undefined {
    const row = this.row(id);
    return this.isAt(row) ? this.at(row) : undefined;
  }

  /** Including rows without a schedule. */
  get rows(): number {
    return this.#about.length;
  }

  /** Whether a row's card neither comes up on a day nor keeps a sibling from it. */
  isQuiet(row: number, day: number): boolean {
    const isNew = ((this.#about[row] ?? 0) & stateOf) === 0;
    const [packed, due = 0] = [packedDay(day), this.#numbers.dueDay[row]];
    return !isNew && due !== 0 && due > packed && this.#numbers.lastDay[row] !== packed;
  }

  /** The card's row; -1 if it has none. */
  row(id: string): number {
    return this.#names.row(id);
  }

  /** The part of a row's schedule that decides when its card comes up. */
  timesAt(row: number): ScheduleTimes {
    const about = this.#about[row] ?? 0;
    const { dueDay, buriedUntil, lastDay, lastAt, position } = this.#numbers;
    return {
      state: states[about & stateOf] ?? 'new',
      suspended: (about & marks.suspended) !== 0,
      ask: (about & marks.ask) !== 0,
      dueDay: dayFrom(dueDay[row]),
      buriedUntil: dayFrom(buriedUntil[row]),
      lastDay: dayFrom(lastDay[row]),
      lastAt: orNull(lastAt[row]),
      position: position[row] ?? 0,
    };
  }

  *ids(): Generator<string> {
    for (let row = 0; row < this.#about.length; row += 1) if (this.isAt(row)) yield this.#names.name(row);
  }

  /** Those of cards answered on a study day, for the first time or when due. */
  *answeredOn(day: number): Generator<Schedule> {
    const { introducedOn, reviewedOn } = this.#numbers;
    const packed = packedDay(day);
    for (let row = 0; row < this.#about.length; row += 1)
      if (introducedOn[row] === packed || reviewedOn[row] === packed) yield this.at(row);
  }

  /** New cards that a person has moved among the new ones. */
  *positioned(): Generator<string> {
    const { position } = this.#numbers;
    for (let row = 0; row < this.#about.length; row += 1)
      if ((position[row] ?? 0) !== 0 && ((this.#about[row] ?? 0) & stateOf) === 0)
        yield this.#names.name(row);
  }

  isAt(row: number): boolean {
    return ((this.#about[row] ?? 0) & present) !== 0;
  }

  /** The schedule of a row that has one. */
  at(row: number): Schedule {
    let made = this.#made.get(row);
    if (!made) this.#made.set(row, (made = this.#make(row)));
    return made;
  }

  #make(row: number): Schedule {
    const about = this.#about[row] ?? 0;
    const all = this.#numbers;
    const [stability, difficulty] = [orNull(all.stability[row]), orNull(all.difficulty[row])];
    // In the order of a planned one, so that both print alike.
    const { state, dueDay, lastAt, lastDay, suspended, ask, buriedUntil, position } = this.timesAt(row);
    return {
      card: this.#names.name(row),
      state,
      memory: stability === null || difficulty === null ? null : { stability, difficulty },
      dueDay,
      dueAt: orNull(all.dueAt[row]),
      interval: all.interval[row] ?? 0,
      step: all.step[row] ?? 0,
      reps: all.reps[row] ?? 0,
      lapses: all.lapses[row] ?? 0,
      lastAt,
      lastDay,
      introducedOn: dayFrom(all.introducedOn[row]),
      reviewedOn: dayFrom(all.reviewedOn[row]),
      suspended,
      ask,
      buriedUntil,
      flag: all.flag[row] ?? 0,
      position,
      leech: (about & marks.leech) !== 0,
    };
  }
}

function orNull(value = NaN): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Yields the number done. @param schedules of cards in the names; others are left out */
export function* packingSchedules(
  names: NameRows,
  schedules: Iterable<Schedule>,
): Generator<number, readonly Column[], undefined> {
  const about = new Uint8Array(names.count);
  const columns = numbers.map((name) =>
    new Float64Array(names.count).fill(fractions.includes(name) ? NaN : 0),
  );
  let done = 0;
  for (const schedule of schedules) {
    const row = names.row(schedule.card);
    if (row < 0) continue;
    const { memory, suspended, ask, leech } = schedule;
    about[row] =
      present |
      states.indexOf(schedule.state) |
      (suspended ? marks.suspended : 0) |
      (ask ? marks.ask : 0) |
      (leech ? marks.leech : 0);
    for (const [at, name] of numbers.entries()) {
      const value = name === 'stability' || name === 'difficulty' ? memory?.[name] : schedule[name];
      const column = columns[at];
      if (column) column[row] = days.includes(name) ? packedDay(value ?? null) : (value ?? NaN);
    }
    yield (done += 1);
  }
  return [about, ...columns];
}
