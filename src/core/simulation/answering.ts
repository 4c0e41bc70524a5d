// How a person answers, from their own history.
import type { CardHistory } from '../history/event.ts';
import { usualAnswering, type Answering } from './simulate.ts';

/** Answers that the usual shares weigh: with as many of one's own, both count alike. */
const usualWeight = 100;

/** Shares of the buttons, drawn to the usual ones where there are few answers. */
export function answeringOf(histories: Iterable<CardHistory>): Answering {
  const first = usualAnswering.first.map((share) => share * usualWeight);
  const known = usualAnswering.known.map((share) => share * usualWeight);
  const count = (counts: number[], index: number): void => {
    counts[index] = (counts[index] ?? 0) + 1;
  };
  for (const { memory, reviews } of histories) {
    let last: number | null = memory === null ? null : memory.y;
    for (const { g, y } of reviews) {
      if (last === null) count(first, g - 1);
      else if (y > last && g > 1) count(known, g - 2);
      last = y;
    }
  }
  return { first: shares(first), known: shares(known) };
}

function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, one) => sum + one, 0);
  return counts.map((one) => one / total);
}
