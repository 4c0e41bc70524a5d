// Statistics as other programs read them.
import { isoDate } from '../../core/calendar.ts';
import { retention } from '../../core/statistics/recall.ts';
import type { Standing } from '../../core/statistics/standing.ts';
import type { Tally } from '../../core/statistics/tally.ts';
import { trueRetention } from '../../core/statistics/true-retention.ts';
import type { Counts } from '../../core/study/study-card.ts';

/** A period up to today (contract). */
export interface StatsJson {
  /** Answers in the period. */
  readonly reviews: number;
  /** True retention, 0–1; null if no card was asked again on a later day. */
  readonly retention: number | null;
  /** Cards a review would bring now. */
  readonly due: number;
  readonly new: number;
  readonly learning: number;
  /** Estimate of the cards that would be recalled today. */
  readonly known: number;
  /** Every study day of the period, oldest first; `day` is a date, ISO 8601. Days to come if they have reviews. */
  readonly byDay: readonly { readonly day: string; readonly reviews: number }[];
}

interface Counted {
  readonly request: { readonly back: number | null };
  readonly today: number;
  readonly tally: Tally;
  readonly standing: Standing;
}

export function statsJson({ request, today, tally: { days }, standing }: Counted, counts: Counts): StatsJson {
  const known = [...days.keys(), today];
  const from = request.back === null ? Math.min(...known) : today - request.back + 1;
  const byDay = Array.from({ length: Math.max(...known) - from + 1 }, (_, n) => ({
    day: isoDate(from + n),
    reviews: days.get(from + n)?.answers ?? 0,
  }));
  return {
    reviews: byDay.reduce((sum, { reviews }) => sum + reviews, 0),
    retention: retention(trueRetention(days, from).all),
    due: counts.due,
    new: counts.new,
    learning: counts.learning,
    known: Math.round(standing.all.known),
    byDay,
  };
}
