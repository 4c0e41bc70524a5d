// Packs many notes of the index into one text: what every start needs is in columns, which are read ten times as fast
// as a text per note; the bodies are concatenated and cut out on demand.
import { noteTitle } from '../../core/card/extract.ts';
import { idLength, IndexedNote, type NoteHead } from './indexed-note.ts';
import { checksumFrom, narrowJson } from '../work/kept-texts.ts';
import { BodyText } from './note-body.ts';
import { digestLength } from './packed-digest.ts';
import type { NoteRecord } from './record-codec.ts';

interface Pack {
  readonly columns: Columns;
  /** Contains the bodies. */
  readonly text: string;
}

interface Columns {
  readonly paths: readonly string[];
  readonly mtimes: readonly number[];
  readonly sizes: readonly number[];
  /** Flags of each file: 1 a note, 2 watched, 4 troubled. */
  readonly marks: readonly number[];
  readonly decks: readonly string[];
  /** Deck of each file, as an index into `decks`. */
  readonly deckOf: readonly number[];
  /** Number of cards in each file. */
  readonly counts: readonly number[];
  /** Of all cards, concatenated. */
  readonly ids: string;
  readonly lines: readonly number[];
  /** Of all cards, concatenated. */
  readonly ranks: string;
  /** The digests of all cards, concatenated. */
  readonly told: string;
  /** By file, for files that have any. */
  readonly groups: Readonly<Record<number, readonly (string | null)[]>>;
  /** By file, for files with cards set aside. */
  readonly asides: Readonly<Record<number, NoteHead['asides']>>;
  /** By file, for files with long answers. */
  readonly longs: Readonly<Record<number, readonly number[]>>;
  /** Body length of each file, in characters. */
  readonly bodies: readonly number[];
  /** By file, if requested. */
  readonly texts: Readonly<Record<number, readonly string[]>>;
}

/** One file of a pack: its record, its note's head, and its body source. A start creates no other objects. */
export class PackedFile implements NoteRecord, NoteHead {
  readonly #pack: Pack;
  readonly #at: number;
  readonly #cardsFrom: number;
  readonly #bodyFrom: number;
  #ids: string | null = null;
  #lines: readonly number[] | null = null;
  #digests: string | null = null;
  #note: IndexedNote | null = null;

  constructor(pack: Pack, at: number, cardsFrom: number, bodyFrom: number) {
    this.#pack = pack;
    this.#at = at;
    this.#cardsFrom = cardsFrom;
    this.#bodyFrom = bodyFrom;
  }

  get path(): string {
    return this.#pack.columns.paths[this.#at] ?? '';
  }

  get mtime(): number {
    return this.#pack.columns.mtimes[this.#at] ?? 0;
  }

  get size(): number {
    return this.#pack.columns.sizes[this.#at] ?? 0;
  }

  get note(): IndexedNote | null {
    return this.#isMarked(1) ? (this.#note ??= new IndexedNote(this.path, this, this)) : null;
  }

  get texts(): readonly string[] | null {
    return this.#pack.columns.texts[this.#at] ?? null;
  }

  get watched(): boolean {
    return this.#isMarked(2);
  }

  get isTroubled(): boolean {
    return this.#isMarked(4);
  }

  get deck(): string {
    const { decks, deckOf } = this.#pack.columns;
    return decks[deckOf[this.#at] ?? 0] ?? '';
  }

  get count(): number {
    return this.#pack.columns.counts[this.#at] ?? 0;
  }

  get ids(): string {
    const from = this.#cardsFrom * idLength;
    return (this.#ids ??= this.#pack.columns.ids.slice(from, from + this.count * idLength));
  }

  get lines(): readonly number[] {
    const from = this.#cardsFrom;
    return (this.#lines ??= this.#pack.columns.lines.slice(from, from + this.count));
  }

  get ranks(): string {
    return this.#pack.columns.ranks.slice(this.#cardsFrom, this.#cardsFrom + this.count);
  }

  get digests(): string {
    const from = this.#cardsFrom * digestLength;
    return (this.#digests ??= this.#pack.columns.told.slice(from, from + this.count * digestLength));
  }

  get groups(): readonly (string | null)[] | null {
    return this.#pack.columns.groups[this.#at] ?? null;
  }

  get asides(): NoteHead['asides'] {
    return this.#pack.columns.asides[this.#at] ?? null;
  }

  get longs(): readonly number[] | null {
    return this.#pack.columns.longs[this.#at] ?? null;
  }

  bodyText(): BodyText {
    const { text, columns } = this.#pack;
    const length = columns.bodies[this.#at] ?? 0;
    return BodyText.kept(noteTitle(this.path), text.slice(this.#bodyFrom, this.#bodyFrom + length));
  }

  #isMarked(mark: 1 | 2 | 4): boolean {
    return ((this.#pack.columns.marks[this.#at] ?? 0) & mark) !== 0;
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
    ranks: notes.map((note) => note?.head.ranks ?? '').join(''),
    told: notes.map((note) => note?.digests ?? '').join(''),
    groups: Object.fromEntries(
      notes.flatMap((note, at) => (note?.head.groups ? [[at, note.head.groups]] : [])),
    ),
    asides: Object.fromEntries(
      notes.flatMap((note, at) => (note?.head.asides ? [[at, note.head.asides]] : [])),
    ),
    longs: Object.fromEntries(notes.flatMap((note, at) => (note?.head.longs ? [[at, note.head.longs]] : []))),
    bodies: bodies.map(({ length }) => length),
    texts: Object.fromEntries(records.flatMap(([, { texts }], at) => (texts ? [[at, texts]] : []))),
  };
  const text = `\t${narrowJson(columns)}\t${bodies.join('')}`;
  return `${checksumFrom(name, text, 1)}${text}`;
}

/** The files of a pack; null if it is damaged. */
export function decodePack(name: string, text: string): readonly PackedFile[] | null {
  const head = text.indexOf('\t') + 1;
  if (text.slice(0, Math.max(head - 1, 0)) !== checksumFrom(name, text, head)) return null;
  // The checksum guarantees the shape: only `encodePack` writes it. JSON contains no bare tabs.
  const bodies = text.indexOf('\t', head) + 1;
  const columns = JSON.parse(text.slice(head, bodies - 1)) as Columns;
  const pack = { columns, text };
  let [cardsFrom, bodyFrom] = [0, bodies];
  return columns.paths.map((_, at) => {
    const file = new PackedFile(pack, at, cardsFrom, bodyFrom);
    cardsFrom += columns.counts[at] ?? 0;
    bodyFrom += columns.bodies[at] ?? 0;
    return file;
  });
}
