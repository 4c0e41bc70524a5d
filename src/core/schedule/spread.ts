// On which day of its fuzz range a card comes: days of the week that a person wants easy, days with few cards, and
// days without a sibling weigh more. The draw itself is that of the fuzz, so every device that has the log makes it.
import { weekdayOf } from '../calendar.ts';
import { fuzzRange, pickDay } from './fuzz.ts';
import type { Ease, ScheduleOptions, Weekday } from './schedule.ts';

/** As known at the start of a study day: entry k is how many cards come k days later, for k from 1 to `loadDays`. */
export type LoadAt = (from: number) => ArrayLike<number>;

/** Where a card stands among its siblings: `rank` of `of`, by their ids. */
export interface SiblingPlace {
  readonly rank: number;
  readonly of: number;
}

/** An interval that FSRS gave. */
export interface Wish {
  readonly card: string;
  /** Study day of the answer. */
  readonly from: number;
  /** Days. */
  readonly interval: number;
  /** Days since the answer before. */
  readonly elapsed: number;
  /** Draws the day; see `seededFraction`. */
  readonly fraction: number;
  readonly maximum: number;
}

/** Whole days to wait. */
export type Spread = (wish: Wish) => number;

/** Days ahead for which cards are counted: beyond them there are few, and they move by more than the count says. */
export const loadDays = 100;

const shares: Readonly<Record<Ease, number>> = { normal: 1, fewer: 0.5, none: 0 };
/** A day that belongs to a sibling is taken only where no other is left. */
const siblingShare = 2 ** -40;
const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
/** Study day 0. */
const firstWeekday = weekdayOf(0);

/**
 * Weights are shares of whole numbers and their squares alone, which every engine computes to the last bit.
 * @param load null to weigh all days alike
 */
export function createSpread(
  options: Pick<ScheduleOptions, 'fuzz' | 'balance' | 'easyDays'>,
  load: LoadAt | null = null,
  siblings: (card: string) => SiblingPlace | null = () => null,
): Spread {
  if (!options.fuzz) return ({ interval }) => interval;
  const easy = weekdays.map((weekday) => shares[options.easyDays[weekday]]);
  const hasEasyDays = easy.some((share) => share !== 1);
  return ({ card, from, interval, elapsed, fraction, maximum }) => {
    const { shortest, longest } = fuzzRange(interval, elapsed, maximum);
    const place = options.balance ? siblings(card) : null;
    const counted = load !== null && options.balance && longest <= loadDays ? load(from) : null;
    if (shortest === longest || (!hasEasyDays && place === null && counted === null))
      return pickDay(shortest, longest, fraction, null);
    return pickDay(shortest, longest, fraction, (days) => {
      const day = from + days;
      const ease = easy[(((day + firstWeekday) % 7) + 7) % 7] ?? 1;
      const cards = counted === null ? 1 : 1 + (counted[days] ?? 0);
      const own = place === null || (((day - place.rank) % place.of) + place.of) % place.of === 0;
      return (ease * (own ? 1 : siblingShare)) / (cards * cards);
    });
  };
}
