// Writes a zip file piece by piece, each entry as it is: media is compressed already, and packing the rest would take a
// second library as large as the writer. Sizes and checksum are in an entry's head, for readers of every age. Without
// zip64: what would go beyond 4 GB or 65,535 entries is refused.
import { crcOf } from '../../history/checksum.ts';
import type { PackageSink } from '../anki/collection.ts';
import { PagedBytes } from '../sqlite/paged-bytes.ts';

/** Room at the end for the list: each entry has 46 bytes and its name there. */
const most = 0xf000_0000;

export class ZipWriter {
  readonly #sink: PackageSink;
  readonly #list = new PagedBytes();
  #entries = 0;
  #at = 0;

  constructor(sink: PackageSink) {
    this.#sink = sink;
  }

  /** Whether an entry of so many bytes has room. */
  hasRoom(bytes: number): boolean {
    return this.#entries < 0xfff0 && this.#at + bytes < most;
  }

  /** @param names in ASCII; the content is written once under each */
  async add(names: readonly string[], content: PagedBytes): Promise<void> {
    let crc = 0;
    for (const piece of content.pieces()) crc = crcOf(piece, crc);
    // Version 2.0, UTF-8, not packed, the first day that zip knows.
    const common = [20, 0x800, 0, 0, 0x21];
    const sizes = [crc, content.size, content.size];
    for (const name of names) {
      const tail = [name.length, 0];
      const listed = bytesOf([0x0201_4b50], [20, ...common], sizes, [...tail, 0, 0, 0], [0, this.#at]);
      this.#list.add(Uint8Array.from([...listed, ...codes(name)]));
      this.#entries++;
      await this.#write(Uint8Array.from([...bytesOf([0x0403_4b50], common, sizes, tail), ...codes(name)]));
      for (const piece of content.pieces()) await this.#write(piece);
    }
  }

  /** Writes the list. */
  async finish(): Promise<void> {
    const at = this.#at;
    for (const piece of this.#list.pieces()) await this.#write(piece);
    const count = this.#entries;
    const end = bytesOf([0x0605_4b50], [0, 0, count, count], [this.#list.size, at], [0]);
    await this.#write(Uint8Array.from(end));
  }

  async #write(piece: Uint8Array): Promise<void> {
    await this.#sink(piece);
    this.#at += piece.length;
  }
}

/** Numbers of four and of two bytes in turn, the lowest byte first. */
function bytesOf(...parts: readonly (readonly number[])[]): number[] {
  return parts.flatMap((numbers, nth) =>
    numbers.flatMap((number) =>
      nth % 2 === 0
        ? [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]
        : [number & 255, number >>> 8],
    ),
  );
}

function codes(name: string): number[] {
  return Array.from(name, (sign) => sign.charCodeAt(0));
}
