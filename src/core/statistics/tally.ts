// Totals the reviews of all cards: per day, button, hour, interval, deck and source. Processes a history in slices and
// yields to the caller between them.
import { longestAnswer } from '../history/event.ts';
import type { ImportedMemory, ReviewEvent } from '../history/event.ts';
import { cleanMemory, type Memory, type MemoryModel } from '../schedule/fsrs.ts';
import { binOf, intervalBins } from './bins.ts';
import { Knowledge, type KnowledgeOn } from './knowledge.ts';
import { Ledger } from './ledger.ts';
import type { Recall } from './recall.ts';

/** The reviews of one card in order, and where the card is now. */
export interface Life {
  readonly reviews: readonly ReviewEvent[];
  readonly memory: ImportedMemory | null;
  /** null if the card is not in the vault now. */
  readonly place: Place | null;
  /** Whether the card is in the vault, asked, and still has what these reviews taught. */
  readonly isCurrent: boolean;
}

export interface Place {
  readonly deck: string;
  readonly source: string;
}

/** What was answered: a new card, one seen the same day, up to three weeks ago, or longer ago. */
export type AnswerKind = 'new' | 'step' | 'young' | 'mature';

export const answerKinds: readonly AnswerKind[] = ['new', 'step', 'young', 'mature'];

/** Interval in days from which a card is mature, as in Anki. */
export const matureDays = 21;

export interface DayTally extends Recall {
  readonly kinds: Record<AnswerKind, number>;
  /** Of the mature ones, how many were correct. */
  readonly matureKnown: number;
}

export interface Tally {
  /** By study day, over all days. */
  readonly days: ReadonlyMap<number, DayTally>;
  /** Everything below covers only the period. */
  readonly period: Recall;
  /** Again, hard, good, easy, by kind. */
  readonly buttons: Readonly<Record<AnswerKind, readonly number[]>>;
  /** 24 entries, by local hour of the device. */
  readonly hours: readonly Recall[];
  /** By bin; see bins.ts. */
  readonly intervals: readonly Recall[];
  readonly decks: ReadonlyMap<string, Recall>;
  readonly sources: ReadonlyMap<string, Recall>;
  /** Sampled days of the period, oldest first. */
  readonly knowledge: readonly KnowledgeOn[];
}

export interface TallyOptions {
  readonly model: Pick<MemoryModel, 'after' | 'retrievability'>;
  /** Study day. */
  readonly today: number;
  /** First study day of the period. */
  readonly from: number;
}

/** Reviews per slice; about 2 ms. */
const slice = 2000;

/** Yields the number of reviews processed so far. */
export function* tally(lives: Iterable<Life>, options: TallyOptions): Generator<number, Tally> {
  const counter = new Counter(options);
  let done = 0;
  let reported = 0;
  for (const life of lives) {
    counter.add(life);
    done += life.reviews.length;
    if (done - reported < slice) continue;
    reported = done;
    yield done;
  }
  return counter.result;
}

interface CountedDay extends Pick<DayTally, 'kinds'> {
  readonly row: number;
  matureKnown: number;
}

class Counter {
  readonly #model: TallyOptions['model'];
  readonly #from: number;
  readonly #ledger = new Ledger();
  readonly #days = new Map<number, CountedDay>();
  readonly #knowledge: Knowledge;
  readonly #period = this.#ledger.open();
  readonly #buttons: Record<AnswerKind, number[]> = {
    new: [0, 0, 0, 0],
    step: [0, 0, 0, 0],
    young: [0, 0, 0, 0],
    mature: [0, 0, 0, 0],
  };
  readonly #hours = Array.from({ length: 24 }, () => this.#ledger.open());
  readonly #intervals = intervalBins.map(() => this.#ledger.open());
  readonly #decks = new Map<string, number>();
  readonly #sources = new Map<string, number>();

  constructor({ model, today, from }: TallyOptions) {
    this.#model = model;
    this.#from = from;
    this.#knowledge = new Knowledge(from, today);
  }

  get result(): Tally {
    const read = (row: number): Recall => this.#ledger.read(row);
    const named = (rows: ReadonlyMap<string, number>): ReadonlyMap<string, Recall> =>
      new Map([...rows].map(([name, row]) => [name, read(row)]));
    return {
      days: new Map([...this.#days].map(([day, { row, ...more }]) => [day, { ...read(row), ...more }])),
      period: read(this.#period),
      buttons: this.#buttons,
      hours: this.#hours.map(read),
      intervals: this.#intervals.map(read),
      decks: named(this.#decks),
      sources: named(this.#sources),
      knowledge: this.#knowledge.days,
    };
  }

  add({ reviews, memory: imported, place, isCurrent }: Life): void {
    const ledger = this.#ledger;
    let memory: Memory | null = imported === null ? null : cleanMemory(imported.s, imported.d);
    let last: number | null = memory === null || imported === null ? null : Math.round(imported.y);
    const knowledge = this.#knowledge;
    /** The next day on which this card's knowledge is summed. */
    let sampled = last !== null && isCurrent ? knowledge.next(last) : Infinity;
    const deck = place === null ? -1 : this.#named(this.#decks, place.deck);
    const source = place === null ? -1 : this.#named(this.#sources, place.source);
    for (const review of reviews) {
      const { g, y } = review;
      if (sampled < y && memory !== null && last !== null)
        sampled = knowledge.add(this.#model, memory.stability, last, y);
      const isKnown = g > 1;
      const elapsed = last === null ? 0 : Math.max(0, y - last);
      const chance =
        elapsed > 0 && memory !== null ? this.#model.retrievability(memory.stability, elapsed) : -1;
      const kind = last === null ? 'new' : kindOf(elapsed);
      const ms = Math.min(review.d, longestAnswer);
      const day = this.#day(y);
      day.kinds[kind] += 1;
      if (isKnown && kind === 'mature') day.matureKnown += 1;
      ledger.add(day.row, ms, chance, isKnown);
      if (y >= this.#from) {
        const buttons = this.#buttons[kind];
        buttons[g - 1] = (buttons[g - 1] ?? 0) + 1;
        ledger.add(this.#period, ms, chance, isKnown);
        ledger.add(this.#hours[localHour(review)] ?? this.#period, ms, chance, isKnown);
        if (chance >= 0)
          ledger.add(this.#intervals[binOf(intervalBins, elapsed)] ?? this.#period, ms, chance, isKnown);
        if (deck >= 0) ledger.add(deck, ms, chance, isKnown);
        if (source >= 0) ledger.add(source, ms, chance, isKnown);
      }
      memory = this.#model.after(memory, elapsed, g, chance < 0 ? undefined : chance);
      if (last === null && isCurrent) sampled = knowledge.next(y);
      last = y;
    }
    if (sampled < Infinity && memory !== null && last !== null)
      knowledge.add(this.#model, memory.stability, last, Infinity);
  }

  #day(y: number): CountedDay {
    let day = this.#days.get(y);
    if (day === undefined) {
      day = { row: this.#ledger.open(), kinds: { new: 0, step: 0, young: 0, mature: 0 }, matureKnown: 0 };
      this.#days.set(y, day);
    }
    return day;
  }

  #named(rows: Map<string, number>, name: string): number {
    let row = rows.get(name);
    if (row === undefined) {
      row = this.#ledger.open();
      rows.set(name, row);
    }
    return row;
  }
}

function kindOf(elapsed: number): AnswerKind {
  return elapsed === 0 ? 'step' : elapsed < matureDays ? 'young' : 'mature';
}

/** 0–23, as shown by the device's clock. */
function localHour({ t, z }: ReviewEvent): number {
  const hours = Math.floor((t + z * 60_000) / 3_600_000) % 24;
  return hours < 0 ? hours + 24 : hours;
}
