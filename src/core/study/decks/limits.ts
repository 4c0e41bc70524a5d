// Tracks how much of a study day's limits is used, counted over every history in the log: all devices, including
// orphans. A deck with its own limit uses it instead of the one for all notes.
import type { Schedule } from '../../schedule/schedule.ts';
import type { StudyOptions } from '../options.ts';
import { isUnderDeck } from './deck-names.ts';
import type { DeckPreset } from './presets.ts';

/** Cards that may still come up today; Infinity for no limit. */
export interface RemainingLimits {
  readonly new: number;
  readonly reviews: number;
  /** Decks with their own limits; none if omitted. */
  readonly decks?: RemainingByDeck;
  /** Whether so much is due after a break that cards still known come first; see `StudyOptions.catchUp`. */
  readonly catchingUp?: boolean;
}

/** By the deck that owns the limit. */
export interface RemainingByDeck {
  readonly new: ReadonlyMap<string, number>;
  readonly reviews: ReadonlyMap<string, number>;
}

/** What is left of one kind, by the deck that owns the limit; `""` is the global limit. */
export interface Allowance {
  /**
   * The limits a deck's cards count toward, nearest first: its own and those of the decks above, which bound it. The
   * global limit is only for decks without any.
   */
  of(deck: string): Limits;
  left(limit: string): number;
  readonly total: number;
  /** All limits. */
  readonly limits: Iterable<string>;
  /** Whether all decks share one limit. */
  readonly isOne: boolean;
}

export type Limits = readonly [string, ...string[]];

type LimitKind = 'newPerDay' | 'reviewsPerDay';

const globalOnly: Limits = [''];

/** @param owners decks with a limit of their own */
function limitsOf(owners: readonly string[], deck: string): Limits {
  const [nearest, ...others] = owners
    .filter((owner) => isUnderDeck(deck, owner))
    .sort((a, b) => b.length - a.length);
  return nearest === undefined ? globalOnly : [nearest, ...others];
}

export function allowanceOf(
  { new: newCards, reviews, decks }: RemainingLimits,
  kind: 'new' | 'reviews',
): Allowance {
  const all = kind === 'new' ? newCards : reviews;
  const own = decks?.[kind];
  if (!own || own.size === 0)
    return { of: () => globalOnly, left: () => all, total: all, limits: globalOnly, isOne: true };
  const owners = [...own.keys()];
  const known = new Map<string, Limits>();
  return {
    of: (deck) => {
      let limits = known.get(deck);
      if (!limits) known.set(deck, (limits = limitsOf(owners, deck)));
      return limits;
    },
    left: (limit) => (limit === '' ? all : (own.get(limit) ?? 0)),
    total: [...own.values()].reduce((sum, each) => sum + each, all),
    limits: ['', ...owners],
    isOne: false,
  };
}

/** How many of the cards waiting under each limit it lets through. @param waiting by the nearest limit */
export function within(waiting: ReadonlyMap<string, number>, allowance: Allowance): number {
  const counts = new Map(waiting);
  let total = 0;
  // From the deepest up: what a limit lets through counts toward the one above.
  for (const limit of [...allowance.limits].sort((a, b) => b.length - a.length)) {
    const taken = Math.min(counts.get(limit) ?? 0, allowance.left(limit));
    const [, above] = allowance.of(limit);
    if (above === undefined) total += taken;
    else addTo(counts, above, taken);
  }
  return total;
}

/** Lets cards through until a limit of theirs is reached; each call counts. */
export function limitGate(allowance: Allowance): (card: { readonly deck: string }) => boolean {
  const taken = new Map<string, number>();
  return ({ deck }) => {
    const limits = allowance.of(deck);
    if (limits.some((limit) => (taken.get(limit) ?? 0) >= allowance.left(limit))) return false;
    for (const limit of limits) addTo(taken, limit, 1);
    return true;
  };
}

/** Counts one study day, and tracks each schedule change. */
export class DayTally {
  readonly day: number;
  readonly #presets: readonly DeckPreset[];
  /** By deck. */
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
    if (introduced !== 0) addTo(this.#introduced, deck, introduced);
    if (reviewed !== 0) addTo(this.#reviewed, deck, reviewed);
  }

  left(options: Pick<StudyOptions, LimitKind>): RemainingLimits {
    const newCards = this.#leftOf('newPerDay', options.newPerDay, this.#introduced);
    const reviews = this.#leftOf('reviewsPerDay', options.reviewsPerDay, this.#reviewed);
    const all = { new: newCards.all, reviews: reviews.all };
    return this.#presets.length === 0
      ? all
      : { ...all, decks: { new: newCards.decks, reviews: reviews.decks } };
  }

  #leftOf(
    kind: LimitKind,
    most: number,
    counts: ReadonlyMap<string, number>,
  ): { readonly all: number; readonly decks: ReadonlyMap<string, number> } {
    const decks = new Map<string, number>();
    for (const preset of this.#presets) {
      const limit = preset[kind];
      if (limit !== undefined && preset.deck !== '') decks.set(preset.deck, limit);
    }
    const owners = [...decks.keys()];
    let all = most;
    for (const [deck, count] of counts)
      for (const limit of limitsOf(owners, deck)) {
        if (limit === '') all -= count;
        else addTo(decks, limit, -count);
      }
    for (const [deck, left] of decks) decks.set(deck, Math.max(0, left));
    return { all: Math.max(0, all), decks };
  }

  #is(day: number | null | undefined): 0 | 1 {
    return day === this.day ? 1 : 0;
  }
}

export function addTo(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, each) => total + each, 0);
}
