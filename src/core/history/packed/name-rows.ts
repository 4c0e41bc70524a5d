// Maps names to rows: a hash table over one block of characters, written once and read without rebuilding.
import { asciiOf, type Column } from './columns.ts';

export class NameRows {
  /** Row + 1 by hash; 0 is a free cell. */
  readonly cells: Column;
  readonly chars: Uint8Array;
  /** Where each name begins, and where the last ends. */
  readonly from: Column;

  constructor(cells: Column, chars: Uint8Array, from: Column) {
    this.cells = cells;
    this.chars = chars;
    this.from = from;
  }

  /** @param names ASCII only, without duplicates */
  static of(names: readonly string[]): NameRows {
    const chars = new Uint8Array(names.reduce((sum, { length }) => sum + length, 0));
    const from = new Int32Array(names.length + 1);
    let size = 4;
    while (size < 2 * names.length) size *= 2;
    const cells = new Int32Array(size);
    let end = 0;
    for (const [row, name] of names.entries()) {
      for (let at = 0; at < name.length; at += 1) chars[end + at] = name.charCodeAt(at);
      end += name.length;
      from[row + 1] = end;
      let cell = hashOf(name) & (size - 1);
      while (cells[cell] !== 0) cell = (cell + 1) & (size - 1);
      cells[cell] = row + 1;
    }
    return new NameRows(cells, chars, from);
  }

  get count(): number {
    return this.from.length - 1;
  }

  name(row: number): string {
    return asciiOf(this.chars, this.from[row] ?? 0, this.from[row + 1] ?? 0);
  }

  /** Returns -1 for an unknown name. */
  row(name: string): number {
    const last = this.cells.length - 1;
    for (let cell = hashOf(name) & last; ; cell = (cell + 1) & last) {
      const row = (this.cells[cell] ?? 0) - 1;
      if (row < 0 || this.#is(row, name)) return row;
    }
  }

  #is(row: number, name: string): boolean {
    const from = this.from[row] ?? 0;
    if ((this.from[row + 1] ?? 0) - from !== name.length) return false;
    for (let at = 0; at < name.length; at += 1)
      if (this.chars[from + at] !== name.charCodeAt(at)) return false;
    return true;
  }
}

function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash, 33) ^ name.charCodeAt(at);
  return (hash ^ (hash >>> 15)) >>> 0;
}
