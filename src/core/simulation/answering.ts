// Estimates how a user answers from their own history.
import type { CardHistory, Grade } from '../history/event.ts';
import { usualAnswering, type Answering, type Share } from './simulate.ts';

/** Weight of the typical shares, in answers: with this many of the user's own, both count equally. */
const usualWeight = 100;

/** Shares of the buttons, pulled toward the typical ones if there are few answers. */
export function answeringOf(histories: Iterable<CardHistory>): Answering {
  const first = new Map<Grade, number>();
  const known = new Map<Grade, number>();
  const count = (counts: Map<Grade, number>, grade: Grade): void => {
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
  };
  for (const { memory, reviews } of histories) {
    let last: number | null = memory === null ? null : memory.y;
    for (const { g, y } of reviews) {
      if (last === null) count(first, g);
      else if (y > last && g > 1) count(known, g);
      last = y;
    }
  }
  return { first: drawn(usualAnswering.first, first), known: drawn(usualAnswering.known, known) };
}

function drawn(usual: readonly Share[], counts: ReadonlyMap<Grade, number>): readonly Share[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, usualWeight);
  return usual.map(({ grade, share }) => ({
    grade,
    share: (share * usualWeight + (counts.get(grade) ?? 0)) / total,
  }));
}
