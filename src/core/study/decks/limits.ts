// How much of a study day's limits is used, counted over every history of the log: all devices, orphans too. A deck
// with a limit of its own has it instead of that of all notes.
import type { Schedule } from '../../schedule/schedule.ts';
import type { StudyOptions } from '../options.ts';
import { limitOf, type DeckPreset } from './presets.ts';

/** Cards that may still come up today; Infinity for no limit. */
export interface RemainingLimits {
  readonly new: number;
  readonly reviews: number;
  /** Decks with limits of their own; none if not given. */
  readonly decks?: RemainingByDeck;
  /** Whether so much is due after a break that what is still known comes first; see `StudyOptions.catchUp`. */
  readonly catchingUp?: boolean;
}

export interface RemainingByDeck {
  /** The deck whose limit counts for a card of a deck; `""` for that of all. */
  newLimitOf(deck: string): string;
  reviewsOf(deck: string): string;
  /** By the deck whose limit it is. */
  readonly new: ReadonlyMap<string, number>;
  readonly reviews: ReadonlyMap<string, number>;
}

/** What is left of one kind, by the deck whose limit it is. */
export interface Allowance {
  of(deck: string): string;
  left(limit: string): number;
  readonly total: number;
  /** Whether all decks have one limit. */
  readonly isOne: boolean;
}

export function allowanceOf(
  { new: newCards, reviews, decks }: RemainingLimits,
  kind: 'new' | 'reviews',
): Allowance {
  const all = kind === 'new' ? newCards : reviews;
  if (!decks) return { of: () => '', left: () => all, total: all, isOne: true };
  const own = kind === 'new' ? decks.new : decks.reviews;
  return {
    of: (deck) => (kind === 'new' ? decks.newLimitOf(deck) : decks.reviewsOf(deck)),
    left: (limit) => (limit === '' ? all : (own.get(limit) ?? 0)),
    total: [...own.values()].reduce((sum, each) => sum + each, all),
    isOne: false,
  };
}

/** Lets cards through until their limit is reached; each call counts. */
export function limitGate(allowance: Allowance): (card: { readonly deck: string }) => boolean {
  const taken = new Map<string, number>();
  return ({ deck }) => {
    const limit = allowance.of(deck);
    const count = taken.get(limit) ?? 0;
    if (count >= allowance.left(limit)) return false;
    taken.set(limit, count + 1);
    return true;
  };
}

/** Counts one study day, and follows each schedule that changes. */
export class DayTally {
  readonly day: number;
  readonly #presets: readonly DeckPreset[];
  readonly #limits = { newPerDay: new Map<string, string>(), reviewsPerDay: new Map<string, string>() };
  readonly #introduced = new Map<string, number>();
  readonly #reviewed = new Map<string, number>();

  constructor(day: number, schedules: Iterable<Schedule> = [], presets: readonly DeckPreset[] = []) {
    this.day = day;
    this.#presets = presets;
    for (const schedule of schedules) this.put(null, schedule);
  }

  /** New cards answered for the first time on the day. */
  get introduced(): number {
    return sum(this.#introduced);
  }

  /** Due cards answered on the day; each counts once. */
  get reviewed(): number {
    return sum(this.#reviewed);
  }

  /** A schedule that changed, came (before is null), or went (after is null). `deck`: where its card is, if anywhere. */
  put(before: Schedule | null, after: Schedule | null, deck = ''): void {
    const introduced = this.#is(after?.introducedOn) - this.#is(before?.introducedOn);
    const reviewed = this.#is(after?.reviewedOn) - this.#is(before?.reviewedOn);
    if (introduced !== 0) add(this.#introduced, this.#limitOf(deck, 'newPerDay'), introduced);
    if (reviewed !== 0) add(this.#reviewed, this.#limitOf(deck, 'reviewsPerDay'), reviewed);
  }

  left(options: Pick<StudyOptions, 'newPerDay' | 'reviewsPerDay'>): RemainingLimits {
    const rest = (counts: ReadonlyMap<string, number>, limit: string, most: number): number =>
      Math.max(0, most - (counts.get(limit) ?? 0));
    const all = {
      new: rest(this.#introduced, '', options.newPerDay),
      reviews: rest(this.#reviewed, '', options.reviewsPerDay),
    };
    if (this.#presets.length === 0) return all;
    const newCards = new Map<string, number>();
    const reviews = new Map<string, number>();
    for (const { deck, newPerDay, reviewsPerDay } of this.#presets) {
      if (newPerDay !== undefined) newCards.set(deck, rest(this.#introduced, deck, newPerDay));
      if (reviewsPerDay !== undefined) reviews.set(deck, rest(this.#reviewed, deck, reviewsPerDay));
    }
    return {
      ...all,
      decks: {
        newLimitOf: (deck) => this.#limitOf(deck, 'newPerDay'),
        reviewsOf: (deck) => this.#limitOf(deck, 'reviewsPerDay'),
        new: newCards,
        reviews,
      },
    };
  }

  #limitOf(deck: string, kind: 'newPerDay' | 'reviewsPerDay'): string {
    if (this.#presets.length === 0) return '';
    const known = this.#limits[kind];
    let limit = known.get(deck);
    if (limit === undefined) known.set(deck, (limit = limitOf(this.#presets, deck, kind)));
    return limit;
  }

  #is(day: number | null | undefined): 0 | 1 {
    return day === this.day ? 1 : 0;
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, each) => total + each, 0);
}
