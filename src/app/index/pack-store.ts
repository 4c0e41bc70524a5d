// Tracks which stored texts hold which files: packs of many, plus a separate text for each file changed since. A
// separate text takes precedence over a pack, and a later pack over an earlier one.
import { decodePack, encodePack, type PackedFile } from './pack-codec.ts';
import { decodeRecord, encodeRecord, readRecord, type NoteRecord } from './record-codec.ts';
import type { FileStat } from '../ports.ts';

/** Most files in one pack: encoding it takes 2 ms. */
export const packSize = 256;
/** This many changed files, whether together or one at a time, become a pack. */
const packFrom = 64;
/** No path begins with a slash. */
const prefix = '/pack ';

export type Changed = readonly (readonly [path: string, record: NoteRecord | null])[];

export class PackStore {
  readonly #packed = new Map<string, PackedFile>();
  /** Files with a separate text in the store; that text, until a newer one is known. */
  readonly #single = new Map<string, string | null>();
  /** Packs in the store. */
  readonly #names = new Set<string>();
  /** Keys to clear from the store. */
  readonly #spent = new Set<string>();
  /** Files in all packs, including outdated ones. */
  #held = 0;
  #next = 1;

  /** @param texts as returned by `changedTexts`; damaged ones are skipped */
  static async open(
    texts: ReadonlyMap<string, string>,
    yieldToHost: () => Promise<unknown>,
  ): Promise<PackStore> {
    const packs = new PackStore();
    const names: (readonly [number: number, name: string, text: string])[] = [];
    for (const [key, text] of texts) {
      if (key.startsWith(prefix)) names.push([Number(key.slice(prefix.length)) || 0, key, text]);
      else packs.#single.set(key, text);
    }
    for (const [number, name, text] of names.sort(([a], [b]) => a - b)) {
      packs.#take(number, name, text);
      await yieldToHost();
    }
    for (const path of packs.#single.keys()) packs.#packed.delete(path);
    return packs;
  }

  /** Whether most of the packs' contents are outdated, so that a full rewrite is worthwhile. */
  get isStale(): boolean {
    return this.#held > 2 * this.#packed.size + packFrom;
  }

  /** Files with a separate text. */
  get singles(): Iterable<string> {
    return this.#single.keys();
  }

  /** May contain duplicates. */
  paths(): readonly string[] {
    return [...this.#packed.keys(), ...this.#single.keys()];
  }

  /** The record of a file that has not changed since; null if there is none. */
  find(stat: FileStat): NoteRecord | null {
    const single = this.#single.get(stat.path);
    if (typeof single === 'string') return decodeRecord(stat, single);
    const packed = this.#packed.get(stat.path);
    return packed && packed.mtime === stat.mtime && packed.size === stat.size ? packed : null;
  }

  /** Invalidates what the store holds for a file. Returns whether it held anything. */
  forget(path: string): boolean {
    const isPacked = this.#packed.delete(path);
    const isSingle = typeof this.#single.get(path) === 'string';
    if (isSingle) this.#single.set(path, null);
    return isPacked || isSingle;
  }

  /** Takes everything out, to be written again. */
  unpack(): Changed {
    const records: (readonly [string, NoteRecord])[] = [...this.#packed];
    for (const [path, text] of this.#single) {
      const record = text === null ? null : readRecord(path, text);
      if (record) records.push([path, record]);
    }
    for (const key of [...this.#names, ...this.#single.keys()]) this.#spent.add(key);
    this.#packed.clear();
    this.#single.clear();
    this.#names.clear();
    this.#held = 0;
    return records;
  }

  /** Whether the files with a separate text, plus this many others, make a pack. */
  areEnough(others: number): boolean {
    return others < packFrom && others + this.#single.size >= packFrom;
  }

  /** The changes that make the store hold these files; null clears a key. */
  changedTexts(changed: Changed): ReadonlyMap<string, string | null> {
    const texts = new Map<string, string | null>([...this.#spent].map((key) => [key, null]));
    this.#spent.clear();
    const kept = changed.flatMap(([path, record]) => (record ? [[path, record] as const] : []));
    const isPack = kept.length >= packFrom;
    for (const [path, record] of changed) {
      if (record && !isPack) {
        texts.set(path, encodeRecord(path, record));
        this.#single.set(path, null);
      } else if (this.#single.delete(path)) texts.set(path, null);
    }
    if (isPack) {
      const name = `${prefix}${String(this.#next)}`;
      this.#next += 1;
      texts.set(name, encodePack(name, kept));
      this.#names.add(name);
    }
    return texts;
  }

  #take(number: number, name: string, text: string): void {
    this.#next = Math.max(this.#next, number + 1);
    const files = decodePack(name, text);
    if (!files) {
      this.#spent.add(name);
      return;
    }
    this.#names.add(name);
    this.#held += files.length;
    for (const file of files) this.#packed.set(file.path, file);
  }
}
