// Moves of files and folders, and what they make of a path that a look holds.
import type { HistoryEvent, MoveEvent } from './event.ts';
import { decodeText, encodeText } from '../text/base64url.ts';
import { compareEvents } from './order.ts';

export interface Move {
  readonly event: MoveEvent;
  readonly from: string;
  readonly to: string;
}

export function encodeMove(from: string, to: string): Pick<MoveEvent, 'k' | 'f' | 'v'> {
  return { k: 'p', f: encodeText(from), v: encodeText(to) };
}

/** In order; those that cannot be decoded are left out. */
export function readMoves(events: readonly MoveEvent[]): Move[] {
  return [...events].sort(compareEvents).flatMap((event) => {
    const [from, to] = [decodeText(event.f), decodeText(event.v)];
    return from === null || to === null || from === '' ? [] : [{ event, from, to }];
  });
}

/** Where a file of this path is now, if the path was written down at the time of `seen`. */
export function movedPath(path: string, seen: HistoryEvent, moves: readonly Move[]): string {
  let now = path;
  for (const { event, from, to } of moves) {
    if (compareEvents(event, seen) < 0) continue;
    if (now === from) now = to;
    else if (now.startsWith(`${from}/`)) now = to + now.slice(from.length);
  }
  return now;
}
