// Undoes the two compressions of a package, piece by piece: the one file that names their libraries. What they throw at
// damaged bytes is caught where an entry is read.
import { Inflate } from 'fflate';
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
const longestHead = 18;

/** The same for Zstandard. Anki writes one frame; what follows it is ignored. */
export function zstdUnpacker(count: (bytes: number) => void): Unpacker {
  const found: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array(0);
  let frame: Frame | null = null;
  const unpack = new Decompress((piece) => {
    count(piece.length);
    found.push(piece);
  });
  return stepping(
    (piece, isLast) => {
      let part = piece;
      if (frame === null) {
        part = new Uint8Array(head.length + piece.length);
        part.set(head);
        part.set(piece, head.length);
        head = part;
        if (part.length < longestHead && !isLast) return;
        frame = new Frame(part);
      }
      if (frame.isWhole) return;
      const end = frame.endIn(part);
      if (isLast && !frame.isWhole) throw new Error('cut');
      unpack.push(part.subarray(0, end), frame.isWhole);
    },
    found,
    0x1_0000,
  );
}

/** Where a frame ends, by the heads of its blocks: another after it could ask for any window. */
class Frame {
  #isLast = false;
  /** Bytes until the next block's head. */
  #skip: number;
  readonly #checksum: number;
  #blockHead = 0;
  #bytes = 0;

  /** @param head of the frame, of up to 18 bytes. Throws if it is none, or asks for too large a window */
  constructor(head: Uint8Array) {
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    if (view.getUint32(0, true) !== 0xfd2f_b528) throw new Error('frame');
    const flags = view.getUint8(4);
    const isSingle = (flags & 32) > 0;
    const at = (isSingle ? 5 : 6) + ([0, 1, 2, 4][flags & 3] ?? 0);
    const sizeBytes = flags >= 64 ? 1 << (flags >> 6) : isSingle ? 1 : 0;
    this.#skip = at + sizeBytes;
    this.#checksum = (flags & 4) > 0 ? 4 : 0;
    let window = 0;
    if (isSingle)
      for (let nth = sizeBytes - 1; nth >= 0; nth--) window = window * 256 + view.getUint8(at + nth);
    else window = 2 ** (10 + (view.getUint8(5) >> 3)) * (1 + (view.getUint8(5) & 7) / 8);
    if (window > largestWindow) throw new Error('window');
  }

  get isWhole(): boolean {
    return this.#isLast && this.#skip === 0;
  }

  /** How many of the bytes that follow belong to it. */
  endIn(piece: Uint8Array): number {
    let at = 0;
    while (at < piece.length && !this.isWhole) {
      const skipped = Math.min(this.#skip, piece.length - at);
      at += skipped;
      this.#skip -= skipped;
      if (skipped > 0) continue;
      this.#blockHead += (piece[at++] ?? 0) << (8 * this.#bytes++);
      if (this.#bytes < 3) continue;
      // A repeated byte has its length in the place of the block's.
      this.#skip = (this.#blockHead & 6) === 2 ? 1 : this.#blockHead >> 3;
      this.#isLast = (this.#blockHead & 1) > 0;
      if (this.#isLast) this.#skip += this.#checksum;
      this.#blockHead = this.#bytes = 0;
    }
    return at;
  }
}
