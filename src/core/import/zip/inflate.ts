// Undoes the two compressions of a package, piece by piece: the one file that names their libraries. What they throw at
// damaged bytes is caught where an entry is read.
import { Deflate, Inflate } from 'fflate';
import { Decompress } from 'fzstd';

/** Unpacks pieces in order. Throws at damaged bytes. */
export interface Unpacker {
  /** Returns what could be unpacked by now. */
  readonly push: (piece: Uint8Array, isLast: boolean) => readonly Uint8Array[];
}

/** Calls `push` in steps, since a piece unpacks to up to a thousand times its size. @param count may throw */
function stepping(
  push: (piece: Uint8Array, isLast: boolean) => void,
  found: Uint8Array[],
  step: number,
): Unpacker {
  return {
    push: (piece, isLast) => {
      let from = 0;
      do {
        const end = from + step;
        push(piece.subarray(from, end), isLast && end >= piece.length);
        from = end;
      } while (from < piece.length);
      return found.splice(0);
    },
  };
}

/** @param count receives the bytes of each piece unpacked; throws when they are too many */
export function inflater(count: (bytes: number) => void): Unpacker {
  const found: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    count(piece.length);
    found.push(piece);
  });
  return stepping((piece, isLast) => inflate.push(piece, isLast), found, 0x4000);
}

/** A frame may ask for a window of 2 GB; Anki's have up to 8 MB. */
const largestWindow = 0x800_0000;

/** The same for Zstandard. */
export function zstdUnpacker(count: (bytes: number) => void): Unpacker {
  const found: Uint8Array[] = [];
  let head: Uint8Array | null = new Uint8Array(0);
  const unpack = new Decompress((piece) => {
    count(piece.length);
    found.push(piece);
  });
  return stepping(
    (piece, isLast) => {
      if (head !== null) {
        const joined: Uint8Array = new Uint8Array(head.length + piece.length);
        joined.set(head);
        joined.set(piece, head.length);
        head = joined.length < 18 && !isLast ? joined : null;
        if (head !== null) return;
        if (windowOf(joined) > largestWindow) throw new Error('window');
        unpack.push(joined, isLast);
      } else unpack.push(piece, isLast);
    },
    found,
    0x1_0000,
  );
}

/** The memory that a frame asks for, from its head of up to 18 bytes. */
function windowOf(head: Uint8Array): number {
  const flags = head[4] ?? 0;
  const isSingle = (flags & 32) !== 0;
  if (!isSingle) {
    const window = head[5] ?? 0;
    return 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8);
  }
  let size = 0;
  const from = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const bytes = 1 << (flags >> 6);
  for (let nth = bytes - 1; nth >= 0; nth--) size = size * 256 + (head[from + nth] ?? 0);
  return size;
}

/** Packs with deflate. */
export function deflater(): Unpacker {
  const found: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, (piece) => found.push(piece));
  return stepping((piece, isLast) => deflate.push(piece, isLast), found, 0x1_0000);
}
