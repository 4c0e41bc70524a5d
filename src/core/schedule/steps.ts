// Learning and relearning steps: short waits, in minutes, before FSRS schedules a card. The rules are Anki's.
import type { Grade } from '../history/event.ts';

export interface Step {
  /** Index into the list of steps. */
  readonly index: number;
  /** Until the card is shown again. */
  readonly minutes: number;
}

const aDay = 24 * 60;

/** The step a grade leads to, or null if the card leaves its steps. */
export function stepAfter(steps: readonly number[], index: number, grade: Grade): Step | null {
  const [first, second] = steps;
  if (first === undefined || grade === 4) return null;
  if (grade === 1) return { index: 0, minutes: first };
  const here = Math.min(index, steps.length - 1);
  if (grade === 2) return { index: here, minutes: hardMinutes(first, second, steps[here] ?? first, here) };
  const next = steps[here + 1];
  return next === undefined ? null : { index: here + 1, minutes: next };
}

/** Without steps, FSRS may request less than half a day; the card then returns the same day, as in Anki. */
export function stepWithin(days: number): Step | null {
  return days < 0.5 ? { index: 0, minutes: Math.max(1, Math.round(days * aDay)) } : null;
}

/** Halfway from the first step to the second, or 1.5 times the first (at most a day more) if there is no second. */
function hardMinutes(first: number, second: number | undefined, current: number, index: number): number {
  if (index > 0) return current;
  return second === undefined ? Math.min(first * 1.5, first + aDay) : (first + second) / 2;
}
