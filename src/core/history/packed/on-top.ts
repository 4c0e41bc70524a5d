// Whether events change nothing of what was folded before them but the cards that they name. Almost all that come do
// not: each is the last of its device, on a clock that went on.
import type { HistoryEvent } from '../event.ts';
import { deviceOf, sequenceOf } from '../order.ts';
import type { PackedLog } from './packed-log.ts';

/** @param events all moves that are not packed, and what is to be added */
export function areOnTop(events: readonly HistoryEvent[], packed: PackedLog): boolean {
  // A move counts for the looks of before it, and after the moves of before it: all that are packed, or it is unclear.
  if (events.some(({ k }) => k === 'p') && events.some(({ t }) => t <= packed.latest)) return false;
  return events.every((event) => isOnTop(event, packed));
}

function isOnTop(event: HistoryEvent, packed: PackedLog): boolean {
  const end = packed.endOf(deviceOf(event.i));
  if (end) {
    // Else a clone wrote it, or a file that came late.
    if (!(sequenceOf(event.i) > end.sequence)) return false;
    // Else what was written before counts earlier, too.
    if (event.t < end.t || (event.k === 'r' && event.y < end.y)) return false;
  }
  if (event.k !== 'u') return true;
  return !packed.others.some(
    ({ event: { i, b, k } }) => (k === 'u' || k === 'p') && (i === event.e || b === event.e),
  );
}
