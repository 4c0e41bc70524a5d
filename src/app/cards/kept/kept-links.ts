// Which card each history belongs to, as kept between starts: only for notes whose cards were all found by the log
// alone and were exactly as it says. A note counts as long as its file, its cards and their histories are the same.
import { type Column, textColumn, textsOf } from '../../../core/history/packed/columns.ts';
import type { PackedLog } from '../../../core/history/packed/packed-log.ts';
import { idLength, type IndexedNote } from '../../index/indexed-note.ts';
import { digestLength } from '../../index/packed-digest.ts';
import type { FileStat } from '../../ports.ts';
import type { TrackedCard } from '../card-registry.ts';
import { LinkedNote } from './linked-note.ts';

/** Columns in a block of links. */
export const linkColumns = 5;

/** So many studied notes that were not kept are worth saving all of them again. */
const fewNotes = 40;

export class KeptLinks {
  readonly #packed: PackedLog;
  readonly #places: ReadonlyMap<string, number>;
  readonly #files: Column;
  readonly #from: Column;
  readonly #rows: Int32Array;
  readonly #changed: ReadonlySet<string>;
  #taken = 0;

  /** @param changed cards whose history is not as packed */
  private constructor(packed: PackedLog, columns: readonly Column[], changed: ReadonlySet<string>) {
    const empty = new Int32Array(0);
    const [, paths = empty, files = empty, from = empty, rows = empty] = columns;
    this.#packed = packed;
    this.#places = new Map(textsOf(paths).map((path, at) => [path, at]));
    this.#files = files;
    this.#from = from;
    this.#rows = rows as Int32Array;
    this.#changed = changed;
  }

  /** Null if they were found in other cards. @param key names how cards are found */
  static read(
    packed: PackedLog,
    columns: readonly Column[],
    changed: ReadonlySet<string>,
    key: string,
  ): KeptLinks | null {
    const [name] = columns;
    return name && textsOf(name)[0] === key ? new KeptLinks(packed, columns, changed) : null;
  }

  /** For a start: the notes that are as they were, and the histories to look for in all others. */
  startFor(notes: ReadonlyMap<string, IndexedNote>, host: KeptLinksHost): StartLinks {
    const { names } = this.#packed;
    const isDone = new Uint8Array(names.count);
    const avoided = new Set<string>();
    for (const id of this.#changed) {
      const [row, snapshot] = [names.row(id), host.snapshot(id)];
      if (row >= 0) isDone[row] = 1;
      if (snapshot) avoided.add(snapshot.path);
    }
    const linked: LinkedNote[] = [];
    for (const [path, note] of notes) {
      const one = avoided.has(path) ? null : this.#find(note, host.stat(note), isDone);
      if (!one) continue;
      linked.push(one);
      for (const row of one.rows) if (row >= 0) isDone[row] = 1;
    }
    const rest = [...this.#changed];
    for (let row = 0; row < isDone.length; row += 1)
      if (isDone[row] === 0 && this.#packed.hasCardAt(row)) rest.push(names.name(row));
    this.#taken = linked.length;
    return { linked, rest };
  }

  /** Whether saving them again makes the next start quicker. @param count notes that can be kept now */
  areOld(count: number): boolean {
    return count - this.#taken >= fewNotes;
  }

  #find(note: IndexedNote, stat: FileStat | null, isDone: Uint8Array): LinkedNote | null {
    const place = this.#places.get(note.note);
    if (place === undefined || !stat) return null;
    const [from = 0, to = 0] = this.#from.subarray(place, place + 2);
    const [mtime, size, hash, isOwn] = this.#files.subarray(
      place * numbersPerFile,
      (place + 1) * numbersPerFile,
    );
    if (stat.mtime !== mtime || stat.size !== size || note.count !== to - from) return null;
    if (hashOf(note) !== hash) return null;
    const rows = this.#rows.subarray(from, to);
    for (const row of rows) if (row >= 0 && isDone[row] === 1) return null;
    return new LinkedNote(note, rows, this.#packed.names, isOwn === 1);
  }
}

export interface KeptLinksHost {
  /** The file of a note, if the note is what the file says now. */
  stat(note: IndexedNote): FileStat | null;
  snapshot(id: string): { readonly path: string } | null;
}

export interface StartLinks {
  readonly linked: readonly LinkedNote[];
  /** Ids of all other histories, and of some that are gone. */
  readonly rest: readonly string[];
}

/** Of an id. */
const signs = 8;

/** Per file: time, size, hash of its cards, and whether all ids are those of their texts. */
const numbersPerFile = 4;

/** An id is a hash of where a card is and what it says: a few signs of each tell whether they are others. */
function hashOf({ ids }: IndexedNote): number {
  let hash = 0;
  for (let at = 0; at < ids.length; at += idLength)
    for (let sign = at; sign < at + signs; sign += 1) hash = (Math.imul(hash, 33) + ids.charCodeAt(sign)) | 0;
  return hash;
}

export interface LinksToKeep {
  readonly packed: PackedLog;
  readonly key: string;
  /** Studied notes whose cards are as the log says. */
  readonly notes: Iterable<IndexedNote>;
  readonly cardsOf: (note: IndexedNote) => readonly TrackedCard[];
  readonly stat: (note: IndexedNote) => FileStat | null;
}

/** Yields the number of notes done. */
export function* packingLinks({
  packed,
  key,
  notes,
  cardsOf,
  stat,
}: LinksToKeep): Generator<number, readonly Column[], undefined> {
  const paths: string[] = [];
  const files: number[] = [];
  const from = [0];
  const rows: number[] = [];
  const snapshots = packed.snapshotsByPath();
  let done = 0;
  for (const note of notes) {
    const file = stat(note);
    const own = file && rowsOf(note, cardsOf(note), packed);
    if (own && own.filter((row) => row >= 0).length === (snapshots.get(note.note) ?? 0)) {
      const isOwn = own.every((row, at) => row < 0 || packed.names.name(row) === note.idAt(at));
      paths.push(note.note);
      files.push(file.mtime, file.size, hashOf(note), isOwn ? 1 : 0);
      for (const row of own) rows.push(row);
      from.push(rows.length);
    }
    yield (done += 1);
  }
  return [
    textColumn([key]),
    textColumn(paths),
    Float64Array.from(files),
    Int32Array.from(from),
    Int32Array.from(rows),
  ];
}

/** Null if the log alone would not tell which card is which. */
function rowsOf(
  note: IndexedNote,
  cards: readonly TrackedCard[],
  packed: PackedLog,
): readonly number[] | null {
  if (note.note.normalize('NFC') !== note.note) return null;
  const { digests } = note;
  const texts = new Map<string, boolean>();
  const rows: number[] = [];
  for (const [at, { id }] of cards.entries()) {
    const row = packed.names.row(id);
    const isKnown = row >= 0 && packed.hasCardAt(row);
    if (id.length !== idLength || (!isKnown && id !== note.idAt(at))) return null;
    const text = digests.slice(at * digestLength, (at + 1) * digestLength);
    // Of equal cards, the linker decides.
    const other = texts.get(text);
    if (other === true || (isKnown && other !== undefined)) return null;
    texts.set(text, isKnown);
    rows.push(isKnown ? row : -1);
  }
  return rows;
}
