// Checks that events change nothing folded before them except the cards they name. This holds for almost all new
// events: each is the last of its device, on a clock that moved forward.
import type { HistoryEvent } from '../event.ts';
import { deviceOf, sequenceOf } from '../order.ts';
import type { PackedLog } from './packed-log.ts';

/** @param events all unpacked moves, and what is to be added */
export function areOnTop(events: readonly HistoryEvent[], packed: PackedLog): boolean {
  // A move applies to snapshots before it, after moves before it: all packed lines must be earlier, or it is unclear.
  if (events.some(({ k }) => k === 'p') && events.some(({ t }) => t <= packed.latest)) return false;
  return events.every((event) => isOnTop(event, packed));
}

function isOnTop(event: HistoryEvent, packed: PackedLog): boolean {
  const end = packed.endOf(deviceOf(event.i));
  if (end) {
    // Otherwise a clone wrote it, or a file that came late.
    if (!(sequenceOf(event.i) > end.sequence)) return false;
    // Otherwise earlier lines count earlier, too.
    if (event.t < end.t || (event.k === 'r' && event.y < end.y)) return false;
  }
  if (event.k !== 'u') return true;
  return !packed.others.some(
    ({ event: { i, b, k } }) => (k === 'u' || k === 'p') && (i === event.e || b === event.e),
  );
}
