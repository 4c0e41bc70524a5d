// Moves of files and folders, and how they change the path in a snapshot.
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

/** In order; omits those that cannot be decoded. */
export function readMoves(events: readonly MoveEvent[]): Move[] {
  return [...events].sort(compareEvents).flatMap((event) => {
    const [from, to] = [decodeText(event.f), decodeText(event.v)];
    return from === null || to === null || from === '' ? [] : [{ event, from, to }];
  });
}

/** The moves from each path, in order: a path only looks up itself and the folders above it. */
export class MoveIndex {
  readonly #byFrom = new Map<string, number[]>();
  readonly #moves: readonly Move[];

  /** `moves` must be in order, as `readMoves` returns them. */
  constructor(moves: readonly Move[]) {
    this.#moves = moves;
    for (const [index, { from }] of moves.entries()) {
      const places = this.#byFrom.get(from);
      if (places) places.push(index);
      else this.#byFrom.set(from, [index]);
    }
  }

  /** Where a file is now, if its path was recorded at the time of `seen`. */
  movedPath(path: string, seen: HistoryEvent): string {
    let now = path;
    let next = this.#moves.length === 0 ? 0 : this.#firstSince(seen);
    for (;;) {
      const place = this.#nextOf(now, next);
      const move = place === null ? undefined : this.#moves[place];
      if (place === null || move === undefined) return now;
      now = move.to + now.slice(move.from.length);
      next = place + 1;
    }
  }

  /** The first move that is not before `seen`. */
  #firstSince(seen: HistoryEvent): number {
    return partition(this.#moves.length, (index) => {
      const move = this.#moves[index];
      return move !== undefined && compareEvents(move.event, seen) < 0;
    });
  }

  /** The first move from `next` on of the path or a folder above it. */
  #nextOf(path: string, next: number): number | null {
    let first: number | null = null;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const places = this.#byFrom.get(path.slice(0, end));
      if (!places) continue;
      const place = places[partition(places.length, (index) => (places[index] ?? Infinity) < next)];
      if (place !== undefined && (first === null || place < first)) first = place;
    }
    return first;
  }
}

/** How many leading items are `isBefore`; those after them are not. */
function partition(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
