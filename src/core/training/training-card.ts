// The training data from the history: each card's grades and the days between them.
import type { CardHistory, Grade } from '../history/event.ts';
import { at } from './number-at.ts';

export interface TrainingCard {
  /** In order, the first answer first; same length as the other two. */
  readonly grades: readonly Grade[];
  /** Whole study days since the previous answer; 0 for the first. */
  readonly gaps: readonly number[];
  /** ms since 1970. */
  readonly times: readonly number[];
}

/** Maximum number of answers read per card; the same as in fsrs-rs. */
const longest = 256;

/**
 * Cards with answers on more than one day. Cards learned elsewhere are left out: their answers there are unknown.
 */
export function trainingCards(histories: Iterable<CardHistory>): TrainingCard[] {
  const cards: TrainingCard[] = [];
  for (const { memory, reviews } of histories) {
    if (memory !== null || reviews.length < 2) continue;
    const grades: Grade[] = [];
    const gaps: number[] = [];
    const times: number[] = [];
    let last: number | null = null;
    for (const { g, y, t } of reviews.slice(0, longest)) {
      grades.push(g);
      gaps.push(last === null ? 0 : Math.max(0, y - last));
      times.push(t);
      last = y;
    }
    if (gaps.some((gap) => gap > 0)) cards.push({ grades, gaps, times });
  }
  return cards;
}

/** The card as it was before a given moment (ms since 1970). */
export function before({ grades, gaps, times }: TrainingCard, moment: number): TrainingCard {
  let count = 0;
  while (count < times.length && at(times, count) < moment) count += 1;
  return { grades: grades.slice(0, count), gaps: gaps.slice(0, count), times: times.slice(0, count) };
}

/** Answers that test memory: those a day or more after the previous one. */
export function testsOf({ gaps }: TrainingCard): number {
  return gaps.reduce((count, gap) => count + (gap > 0 ? 1 : 0), 0);
}

/** Days from the first answer to the first on a later day; null if there is none. */
export function firstGap({ gaps }: TrainingCard): number | null {
  return gaps.find((gap) => gap > 0) ?? null;
}
