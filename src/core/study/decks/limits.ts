// Tracks how much of a study day's limits is used, counted over every history in the log: all devices, including
// orphans. A deck with its own limit uses it instead of the one for all notes.
import type { Schedule } from '../../schedule/schedule.ts';
import type { StudyOptions } from '../options.ts';
import { limitOf, type DeckPreset } from './presets.ts';

/** Cards that may still come up today; Infinity for no limit. */
export interface RemainingLimits {
  readonly new: number;
  readonly reviews: number;
  /** Decks with their own limits; none if omitted. */
  readonly decks?: RemainingByDeck;
  /** Whether so much is due after a break that cards still known come first; see `StudyOptions.catchUp`. */
  readonly catchingUp?: boolean;
}

export interface RemainingByDeck {
  /** The deck whose limit applies to a deck's cards; `""` for the global limit. */
  newLimitOf(deck: string): string;
  reviewsOf(deck: string): string;
  /** By the deck that owns the limit. */
  readonly new: ReadonlyMap<string, number>;
  readonly reviews: ReadonlyMap<string, number>;
}

/** What is left of one kind, by the deck that owns the limit. */
export interface Allowance {
  of(deck: string): string;
  left(limit: string): number;
  readonly total: number;
  /** Whether all decks share one limit. */
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

/** Counts one study day, and tracks each schedule change. */
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

  /** New cards first answered on that day. */
  get introduced(): number {
    return sum(this.#introduced);
  }

  /** Due cards answered on that day; each counts once. */
  get reviewed(): number {
    return sum(this.#reviewed);
  }

  /** A schedule that changed, was added (before is null) or removed (after is null). `deck`: its card's, if any. */
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
