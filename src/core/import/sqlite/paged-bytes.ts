// Bytes that arrive piece by piece, kept in segments: appending never copies what is there, so that 60 MB take 60 MB.
// No database page crosses a segment, since both are powers of two.

const segment = 0x10_0000;

export class PagedBytes {
  readonly #segments: Uint8Array[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(piece: Uint8Array): void {
    for (let from = 0; from < piece.length;) {
      const at = this.#size % segment;
      const part = piece.subarray(from, from + segment - at);
      this.#room(at, at + part.length).set(part, at);
      from += part.length;
      this.#size += part.length;
    }
  }

  /** The last segment. Only the first one grows: most media are far smaller than a segment. */
  #room(at: number, end: number): Uint8Array {
    const last = at === 0 ? new Uint8Array(0) : this.#segments.pop();
    const isFirst = this.#segments.length === 0;
    const grown =
      last && last.length >= end
        ? last
        : new Uint8Array(isFirst ? Math.min(segment, Math.max(2 * at, end)) : segment);
    if (last && grown !== last) grown.set(last);
    this.#segments.push(grown);
    return grown;
  }

  /** Without copying; shorter at the end of a segment or of the bytes. */
  view(from: number, length: number): Uint8Array {
    const at = from % segment;
    const end = Math.min(at + length, at + Math.max(0, this.#size - from));
    return this.#segments[Math.floor(from / segment)]?.subarray(at, end) ?? new Uint8Array(0);
  }

  /** In pieces of a segment. */
  *pieces(): Generator<Uint8Array> {
    for (let from = 0; from < this.#size; from += segment) yield this.view(from, segment);
  }

  /** All in one array. */
  whole(): Uint8Array {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.pieces()) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }
}
