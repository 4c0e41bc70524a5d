// Which card each history belongs to, as kept between starts: only for notes whose cards were all found by the log
// alone and were exactly as it says. A note counts as long as its file, its cards and their histories are the same.
import { type Column, textColumn, textsOf } from '../../../core/history/packed/columns.ts';
import type { SnapshotKey } from '../../../core/history/event.ts';
import type { PackedLog } from '../../../core/history/packed/packed-log.ts';
import { idLength, type IndexedNote } from '../../index/indexed-note.ts';
import { digestLength } from '../../index/packed-digest.ts';
import type { FileStat } from '../../ports.ts';
import { checksumFrom } from '../../work/kept-texts.ts';
import type { TrackedCard } from '../card-registry.ts';
import { LinkedNote } from './linked-note.ts';

/** Columns in a block of links. */
export const linkColumns = 6;

/** So many studied notes that were not kept are worth saving all of them again. */
const fewNotes = 40;

export class KeptLinks {
  readonly #packed: PackedLog;
  readonly #places: ReadonlyMap<string, number>;
  readonly #files: Column;
  readonly #from: Column;
  readonly #rows: Column;
  readonly #changed: ReadonlySet<string>;
  readonly #lost: Column;
  readonly #doubtful: readonly KeptDoubt[];
  #taken = 0;

  /** @param changed cards whose history is not as packed */
  private constructor(packed: PackedLog, columns: readonly Column[], changed: ReadonlySet<string>) {
    const empty = new Int32Array(0);
    const [names = empty, paths = empty, files = empty, from = empty, rows = empty, lost = empty] = columns;
    this.#packed = packed;
    this.#places = new Map(textsOf(paths).map((path, at) => [path, at]));
    this.#files = files;
    this.#from = from;
    this.#rows = rows;
    this.#lost = lost;
    // Only `packingLinks` writes it.
    this.#doubtful = JSON.parse(textsOf(names)[1] ?? '[]') as KeptDoubt[];
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
    const lost = this.#lostFor(notes, host);
    const linked: LinkedNote[] = [];
    for (const [path, note] of notes) {
      const one = avoided.has(path) ? null : this.#find(note, host.stat(note), isDone, lost !== null);
      if (!one) continue;
      linked.push(one);
      for (let at = 0; at < one.rows.length; at += 1) {
        const row = one.rows[at] ?? -1;
        if (row >= 0) isDone[row] = 1;
      }
    }
    const rest = [...this.#changed];
    for (let row = 0; row < isDone.length; row += 1)
      if (isDone[row] === 0 && this.#packed.hasCardAt(row)) rest.push(names.name(row));
    this.#taken = linked.length;
    return { linked, rest, lost, doubtful: this.#doubtful };
  }

  /** Histories that had no card then; null if anything has changed that may give them one. */
  #lostFor(notes: ReadonlyMap<string, IndexedNote>, host: KeptLinksHost): ReadonlySet<string> | null {
    const [sum, ...rows] = this.#lost;
    // If the log alone told all, it tells all now.
    if (sum === undefined) return null;
    const lost = new Set(rows.map((row) => this.#packed.names.name(row)));
    for (const id of this.#changed)
      if (lost.has(id) || !isSameKey(this.#packed.snapshot(id), host.snapshot(id))) return null;
    return sumOf(notes.values(), lost, host) === sum ? lost : null;
  }

  /** Whether saving them again makes the next start quicker. @param count notes that can be kept now */
  areOld(count: number): boolean {
    return count - this.#taken >= fewNotes;
  }

  #find(note: IndexedNote, stat: FileStat | null, isDone: Uint8Array, isSame: boolean): LinkedNote | null {
    const place = this.#places.get(note.note);
    if (place === undefined || !stat) return null;
    const [files, at] = [this.#files, place * numbersPerFile];
    const [from, to, about] = [this.#from[place] ?? 0, this.#from[place + 1] ?? 0, files[at + 3] ?? 0];
    if (stat.mtime !== files[at] || stat.size !== files[at + 1] || note.count !== to - from) return null;
    if (hashOf(note) !== files[at + 2] || (!isSame && (about & marks.unsure) !== 0)) return null;
    const rows = this.#rows.subarray(from, to);
    for (let nth = 0; nth < rows.length; nth += 1) if (isDone[rows[nth] ?? -1] === 1) return null;
    return new LinkedNote(note, rows, this.#packed.names, (about & marks.own) !== 0);
  }
}

export interface KeptLinksHost {
  /** The file of a note, if the note is what the file says now. */
  stat(note: IndexedNote): FileStat | null;
  snapshot(id: string): SnapshotKey | null;
  /** Of whatever else decides whether a lost history finds a card: its file, and how long ago it was seen. */
  lostState(id: string): string;
}

export interface StartLinks {
  readonly linked: readonly LinkedNote[];
  /** Ids of all other histories, and of some that are gone. */
  readonly rest: readonly string[];
  /** Those among them that are known to have no card; null if others may have none, too. */
  readonly lost: ReadonlySet<string> | null;
  /** What a person was to decide about these. */
  readonly doubtful: readonly KeptDoubt[];
}

/** A pair of ids that may be the same card. */
export interface KeptDoubt {
  readonly lost: string;
  readonly candidate: string;
  readonly score: number;
}

function isSameKey(a: SnapshotKey | null, b: SnapshotKey | null): boolean {
  return a !== null && b !== null && JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b));
}

const keyOf = ({ path, source, questionHash, answerHash }: SnapshotKey): readonly string[] => [
  path,
  source,
  questionHash,
  answerHash,
];

/** The same for the same notes and lost histories, in any order. */
function sumOf(
  notes: Iterable<IndexedNote>,
  lost: Iterable<string>,
  host: Pick<KeptLinksHost, 'stat' | 'lostState'>,
): number {
  let sum = 0;
  const add = (name: string, text: string): void => {
    sum += parseInt(checksumFrom(name, text, 0), 36);
  };
  for (const note of notes) {
    const stat = host.stat(note);
    // Of a note that is not what its file says, nothing is known.
    if (!stat) return NaN;
    add(note.note, `${String(stat.mtime)} ${String(stat.size)} ${String(hashOf(note))}`);
  }
  for (const id of lost) add(id, host.lostState(id));
  return sum;
}

/** Of an id. */
const signs = 8;

/** All ids are those of the cards' texts; the log alone does not tell which card is which. */
const marks = { own: 1, unsure: 2 } as const;

/** Per file: time, size, hash of its cards, and marks. */
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
  readonly host: Pick<KeptLinksHost, 'stat' | 'lostState'>;
  /** All watched notes, and the histories that no card of theirs has; null if a start may find other ones. */
  readonly whole: {
    readonly notes: Iterable<IndexedNote>;
    readonly lost: readonly string[];
    readonly doubtful: readonly KeptDoubt[];
  } | null;
}

/** Yields the number of notes done. */
export function* packingLinks({
  packed,
  key,
  notes,
  cardsOf,
  host,
  whole,
}: LinksToKeep): Generator<number, readonly Column[], undefined> {
  const paths: string[] = [];
  const files: number[] = [];
  const from = [0];
  const rows: number[] = [];
  const snapshots = packed.snapshotsByPath();
  let [done, hasUnsure] = [0, false];
  for (const note of notes) {
    const file = host.stat(note);
    const own = file && rowsOf(note, cardsOf(note), packed);
    const isUnsure = own && !isClear(note, own, snapshots.get(note.note) ?? 0);
    if (own && (whole || !isUnsure)) {
      const isOwn = own.every((row, at) => row < 0 || packed.names.name(row) === note.idAt(at));
      paths.push(note.note);
      files.push(
        file.mtime,
        file.size,
        hashOf(note),
        (isOwn ? marks.own : 0) | (isUnsure ? marks.unsure : 0),
      );
      for (const row of own) rows.push(row);
      from.push(rows.length);
    }
    hasUnsure ||= isUnsure === true;
    yield (done += 1);
  }
  const lost = whole && (hasUnsure || whole.lost.length > 0) ? whole.lost : null;
  return [
    textColumn([key, JSON.stringify(whole?.doubtful ?? [])]),
    textColumn(paths),
    Float64Array.from(files),
    Int32Array.from(from),
    Int32Array.from(rows),
    Float64Array.from(
      whole && lost ? [sumOf(whole.notes, lost, host), ...lost.map((id) => packed.names.row(id))] : [],
    ),
  ];
}

/** Null if a card has an id that neither its text nor the log gives it. */
function rowsOf(
  note: IndexedNote,
  cards: readonly TrackedCard[],
  packed: PackedLog,
): readonly number[] | null {
  if (note.note.normalize('NFC') !== note.note) return null;
  const rows: number[] = [];
  for (const [at, { id }] of cards.entries()) {
    const row = packed.names.row(id);
    const isKnown = row >= 0 && packed.hasCardAt(row);
    if (id.length !== idLength || (!isKnown && id !== note.idAt(at))) return null;
    rows.push(isKnown ? row : -1);
  }
  return rows;
}

/** Whether the log alone tells which card is which. @param count histories that were last seen in the note */
function isClear({ digests }: IndexedNote, rows: readonly number[], count: number): boolean {
  const texts = new Map<string, boolean>();
  for (const [at, row] of rows.entries()) {
    const text = digests.slice(at * digestLength, (at + 1) * digestLength);
    // Of equal cards, the linker decides.
    const other = texts.get(text);
    if (other === true || (row >= 0 && other !== undefined)) return false;
    texts.set(text, row >= 0);
  }
  return rows.filter((row) => row >= 0).length === count;
}
