// Picks the day in the fuzz range when a card comes due: days of the week that aren't marked easy, days with few cards,
// and days without a sibling weigh more. The draw itself is that of the fuzz, so every device with the log gets the
// same result.
import { weekdayOf } from '../calendar.ts';
import { fuzzRange, pickDay } from './fuzz.ts';
import type { Ease, ScheduleOptions, Weekday } from './schedule.ts';

/** Known at the start of a study day: entry k is the number of cards due k days later, k from 1 to `loadDays`. */
export type LoadAt = (from: number) => ArrayLike<number>;

/** A card's position among its siblings: `rank` of `of`, by id. */
export interface SiblingPlace {
  readonly rank: number;
  readonly of: number;
}

/** An interval from FSRS. */
export interface Wish {
  readonly card: string;
  /** Study day of the answer. */
  readonly from: number;
  /** Days. */
  readonly interval: number;
  /** Days since the previous answer. */
  readonly elapsed: number;
  /** Seed for drawing the day; see `seededFraction`. */
  readonly fraction: number;
  readonly maximum: number;
}

/** Whole days to wait. */
export type Spread = (wish: Wish) => number;

/** How many days ahead cards are counted: there are few beyond, and they move by more than the count shows. */
export const loadDays = 100;

const shares: Readonly<Record<Ease, number>> = { normal: 1, fewer: 0.5, none: 0 };
/** A day with a sibling is used only if no other is left. */
const siblingShare = 2 ** -40;
/** As in `Date`: Sunday is first. */
export const weekdays: readonly Weekday[] = [
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
 * Weights are built from shares of whole numbers and their squares only, which every engine computes to the last bit.
 * @param load null to weigh all days equally
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
