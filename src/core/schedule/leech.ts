// When a card that keeps failing is due to be suspended by itself, if the user wants that.
import type { Schedule } from './schedule.ts';

/** As in Anki: at the threshold, and again after each half of it for a card that was unsuspended. */
export function isLeechNow(before: Schedule, after: Schedule, threshold: number): boolean {
  const more = after.lapses - threshold;
  return after.leech && after.lapses > before.lapses && more % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
