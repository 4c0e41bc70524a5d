// Spreads out cards that a higher retention makes due all at once. Settings record when it was raised and from what, so
// every device with them spreads these cards over the same days; the log and memory are unaffected.
import { fuzzRange, seededFraction } from './fuzz.ts';
import type { Raise, Schedule } from './schedule.ts';

/** Only the latest ones are kept: what an earlier one postponed has long come due. */
const keptRaises = 5;

/** The raises in effect after a change of the retention on a study day. Lowering it again removes them. */
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
 * When a card answered before its retention was raised comes due. It has waited since its last answer, so that interval
 * determines the fuzz: the planned one may be too short for any.
 * @param old as scheduled with the previous retention
 * @param next as scheduled with the new one
 */
export function afterRaise(old: Schedule, next: Schedule, { on }: Raise, maximum: number): Schedule {
  if (next.state !== 'review' || next.lastDay === null || next.lastDay >= on) return next;
  if (old.dueDay === null || next.dueDay === null || old.dueDay <= on || next.dueDay > on) return next;
  const { shortest, longest } = fuzzRange(on - next.lastDay, 0, maximum);
  const later = Math.floor(seededFraction(next.card, on) * (longest - shortest + 1));
  const dueDay = Math.min(old.dueDay, on + later);
  return { ...next, dueDay, dueAt: null, interval: dueDay - next.lastDay };
}
