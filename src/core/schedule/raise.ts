// A higher retention makes cards due all at once that were to come later. Settings keep when it was raised and from
// what, so that every device that has them spreads these cards over the same days; the log and memory know none of it.
import { fuzzRange, seededFraction } from './fuzz.ts';
import type { Raise, Schedule } from './schedule.ts';

/** The last ones are kept: what an earlier one put off has long come up. */
const keptRaises = 5;

/** The raises that hold after a change of the retention on a study day. To lower it again takes them back. */
export function raisesAfter(
  raises: readonly Raise[],
  before: number,
  after: number,
  on: number,
): readonly Raise[] {
  const kept = raises.filter(({ from }) => from < after);
  if (after <= before || kept.some((raise) => raise.on === on)) return kept;
  return [...kept, { on, from: before }].slice(-keptRaises);
}

/**
 * When a card comes up that was answered before its retention was raised. It has waited since its last answer, so
 * that is the interval that counts for the fuzz: the planned one may be too short for any.
 * @param old as planned with the retention until then
 * @param next as planned with the one from then on
 */
export function afterRaise(old: Schedule, next: Schedule, { on }: Raise, maximum: number): Schedule {
  if (next.state !== 'review' || next.lastDay === null || next.lastDay >= on) return next;
  if (old.dueDay === null || next.dueDay === null || old.dueDay <= on || next.dueDay > on) return next;
  const { shortest, longest } = fuzzRange(on - next.lastDay, 0, maximum);
  const later = Math.floor(seededFraction(next.card, on) * (longest - shortest + 1));
  const dueDay = Math.min(old.dueDay, on + later);
  return { ...next, dueDay, dueAt: null, interval: dueDay - next.lastDay };
}
