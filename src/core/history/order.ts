// Replay order: effective time, then device, then sequence as a number. Total, and the same on every device.
import type { HistoryEvent } from './event.ts';

export function deviceOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

export function sequenceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A cloned device may write two events with the same time and id; their content decides then. */
export function compareEvents(a: HistoryEvent, b: HistoryEvent): number {
  if (a === b) return 0;
  if (a.t !== b.t) return a.t - b.t;
  if (a.i !== b.i) {
    const byNumber = compareText(deviceOf(a.i), deviceOf(b.i)) || sequenceOf(a.i) - sequenceOf(b.i);
    // Other programs may write 7 as 07.
    return byNumber || compareText(a.i, b.i);
  }
  return compareText(JSON.stringify(a), JSON.stringify(b));
}
