// Many notes of the index as one text: what every start needs stands in columns, which are read ten times as fast as
// a text for each note; the bodies stand one behind the other, and are cut out when somebody asks.
import { noteTitle } from '../core/card/extract.ts';
import { idLength, IndexedNote, type NoteHead } from './indexed-note.ts';
import { checksumFrom } from './kept-texts.ts';
import { BodyText } from './note-body.ts';
import type { NoteRecord } from './note-record.ts';
import type { FileStat } from './ports.ts';

interface Columns {
  readonly paths: readonly string[];
  readonly mtimes: readonly number[];
  readonly sizes: readonly number[];
  /** Of each file: 1 a note, 2 watched, 4 troubled. */
  readonly marks: readonly number[];
  readonly decks: readonly string[];
  /** Of each file, in `decks`. */
  readonly deckOf: readonly number[];
  /** Cards of each file. */
  readonly counts: readonly number[];
  /** Of all cards, one behind the other. */
  readonly ids: string;
  readonly lines: readonly number[];
  /** By file; of those that have any. */
  readonly groups: Readonly<Record<number, readonly (string | null)[]>>;
  /** Characters of the body of each file. */
  readonly bodies: readonly number[];
  /** By file; where somebody asked for them. */
  readonly texts: Readonly<Record<number, readonly string[]>>;
}

/** One file of a pack. */
export class PackedFile {
  readonly #pack: Columns;
  readonly #text: string;
  readonly #at: number;
  readonly #cardsFrom: number;
  readonly #bodyFrom: number;
  #record: NoteRecord | null = null;

  constructor(pack: Columns, text: string, at: number, cardsFrom: number, bodyFrom: number) {
    this.#pack = pack;
    this.#text = text;
    this.#at = at;
    this.#cardsFrom = cardsFrom;
    this.#bodyFrom = bodyFrom;
  }

  /** Null where the file is not that one any more. */
  recordOf({ mtime, size }: FileStat): NoteRecord | null {
    const { mtimes, sizes } = this.#pack;
    return mtimes[this.#at] === mtime && sizes[this.#at] === size ? this.record : null;
  }

  get record(): NoteRecord {
    const [pack, at] = [this.#pack, this.#at];
    return (this.#record ??= {
      mtime: pack.mtimes[at] ?? 0,
      size: pack.sizes[at] ?? 0,
      note: this.#isMarked(1) ? this.#note(pack.paths[at] ?? '') : null,
      texts: pack.texts[at] ?? null,
    });
  }

  #note(path: string): IndexedNote {
    const { ids, lines, decks, deckOf, counts, groups, bodies } = this.#pack;
    const at = this.#at;
    const [from, to] = [this.#cardsFrom, this.#cardsFrom + (counts[at] ?? 0)];
    let own: readonly number[] | null = null;
    const head: NoteHead = {
      watched: this.#isMarked(2),
      deck: decks[deckOf[at] ?? 0] ?? '',
      ids: ids.slice(from * idLength, to * idLength),
      get lines() {
        return (own ??= lines.slice(from, to));
      },
      groups: groups[at] ?? null,
      isTroubled: this.#isMarked(4),
    };
    const body = (): string => this.#text.slice(this.#bodyFrom, this.#bodyFrom + (bodies[at] ?? 0));
    return new IndexedNote(path, head, BodyText.kept(noteTitle(path), body));
  }

  #isMarked(mark: 1 | 2 | 4): boolean {
    return ((this.#pack.marks[this.#at] ?? 0) & mark) !== 0;
  }
}

/** @param name the key under which the pack is kept */
export function encodePack(name: string, records: readonly (readonly [string, NoteRecord])[]): string {
  const notes = records.map(([, { note }]) => note);
  const bodies = notes.map((note) => note?.text() ?? '');
  const decks = [...new Set(notes.map((note) => note?.deck ?? ''))];
  const places = new Map(decks.map((deck, at) => [deck, at]));
  const columns: Columns = {
    paths: records.map(([path]) => path),
    mtimes: records.map(([, { mtime }]) => mtime),
    sizes: records.map(([, { size }]) => size),
    marks: notes.map((note) => (note ? 1 + (note.watched ? 2 : 0) + (note.head.isTroubled ? 4 : 0) : 0)),
    decks,
    deckOf: notes.map((note) => places.get(note?.deck ?? '') ?? 0),
    counts: notes.map((note) => note?.count ?? 0),
    ids: notes.map((note) => note?.head.ids ?? '').join(''),
    lines: notes.flatMap((note) => note?.head.lines ?? []),
    groups: Object.fromEntries(
      notes.flatMap((note, at) => (note?.head.groups ? [[at, note.head.groups]] : [])),
    ),
    bodies: bodies.map(({ length }) => length),
    texts: Object.fromEntries(records.flatMap(([, { texts }], at) => (texts ? [[at, texts]] : []))),
  };
  const text = `\t${JSON.stringify(columns)}\t${bodies.join('')}`;
  return `${checksumFrom(name, text, 1)}${text}`;
}

/** The files of a pack by path; null for one that is damaged. */
export function decodePack(name: string, text: string): ReadonlyMap<string, PackedFile> | null {
  const head = text.indexOf('\t') + 1;
  if (text.slice(0, Math.max(head - 1, 0)) !== checksumFrom(name, text, head)) return null;
  // The checksum vouches for the shape: only `encodePack` writes it. No JSON holds a bare tab.
  const bodies = text.indexOf('\t', head) + 1;
  const columns = JSON.parse(text.slice(head, bodies - 1)) as Columns;
  const files = new Map<string, PackedFile>();
  let [cardsFrom, bodyFrom] = [0, bodies];
  columns.paths.forEach((path, at) => {
    files.set(path, new PackedFile(columns, text, at, cardsFrom, bodyFrom));
    cardsFrom += columns.counts[at] ?? 0;
    bodyFrom += columns.bodies[at] ?? 0;
  });
  return files;
}
