// Keeps the cards of all watched notes current, and reads a note again only if it has changed.
import { everyNote, type ReadOptions } from '../../core/card/options.ts';
import { reasonOf } from '../../core/text/message.ts';
import type { Problem } from '../../core/note/problem.ts';
import { indexNote, type IndexedNote } from '../index/indexed-note.ts';
import type { NoteIndex } from '../index/note-index.ts';
import type { After, FileStat, NoteFiles } from '../ports.ts';
import { appMessage } from '../strings.ts';
import { inTime } from '../work/kept-texts.ts';
import { NoteReader, type KeptSize, type ReadNote } from './note-reader.ts';

/** A note before and after; null if it was or is missing or not watched. */
export interface NoteChange {
  readonly path: string;
  readonly before: IndexedNote | null;
  readonly after: IndexedNote | null;
}

/** ms to wait for a note: a sleeping drive takes seconds, a hung one must not hold up the others. */
const stallAfter = 10_000;

export class Library {
  readonly #files: NoteFiles;
  readonly #reader: NoteReader;
  readonly #index: NoteIndex;
  #options: ReadOptions;
  readonly #notes = new Map<string, IndexedNote>();
  /** Notes not watched because of errors in them. */
  readonly #troubled = new Map<string, IndexedNote>();
  readonly #unread = new Map<string, Problem>();

  constructor(files: NoteFiles, index: NoteIndex, options: ReadOptions, kept?: KeptSize) {
    this.#files = files;
    this.#reader = new NoteReader(files, kept);
    this.#index = index;
    this.#options = options;
  }

  /** Watched notes by path. */
  get notes(): ReadonlyMap<string, IndexedNote> {
    return this.#notes;
  }

  /** Why notes could not be read, by path. */
  get unread(): ReadonlyMap<string, Problem> {
    return this.#unread;
  }

  get options(): ReadOptions {
    return this.#options;
  }

  /** Notes that could not be read, and errors inside notes, watched or not. */
  problems(): readonly Problem[] {
    const notes = [...this.#notes.values(), ...this.#troubled.values()];
    return [...this.#unread.values(), ...notes.flatMap(({ problems }) => problems)];
  }

  /** Files that may need reading, by path; null for a known note that may be gone or no longer watched. */
  async files(): Promise<ReadonlyMap<string, FileStat | null>> {
    await this.#index.ready();
    const { watch, folders, tags, noteTags } = this.#options;
    const isAny = watch === 'all' || noteTags.includes(everyNote);
    const wanted = isAny ? null : { folders, tags: [...tags, ...noteTags] };
    const files = new Map<string, FileStat | null>();
    for (const path of [...this.#notes.keys(), ...this.#troubled.keys()]) files.set(path, null);
    for (const stat of this.#files.list(wanted)) files.set(stat.path, stat);
    this.#index.retain((path) => files.has(path) || this.#files.stat(path) !== null);
    return files;
  }

  /** Finds a note's cards again at the next read, though its text is the same. */
  drop(path: string): void {
    this.#reader.forget(path);
  }

  /** With new options, every note counts as changed; read them again. */
  useOptions(options: ReadOptions): void {
    this.#options = options;
    this.#index.useOptions(options);
  }

  /** A note's changes without reading it, if its file has not changed since it was last read; else null. */
  recall(stat: FileStat): NoteChange | null {
    const { path } = stat;
    if (this.#options.boxes?.has(path)) return null;
    const note = this.#index.find(stat)?.note;
    return note ? { path, before: this.#notes.get(path) ?? null, after: this.#keep(path, note) } : null;
  }

  /** A note's current cards, watched or not; null if there is no note. Throws if it cannot be read. */
  cardsIn(path: string): Promise<ReadNote | null> {
    return this.#reader.read(path, this.#options);
  }

  /** The cards of a note whose text has been read. */
  cardsOf(path: string, text: string): ReadNote {
    return this.#reader.of(path, text, this.#options);
  }

  /**
   * Reads a note and returns what changed. One that can't be read, or not in time, keeps its old cards and does not
   * block the others. `arrived` is called when a late one arrives; read it again then.
   */
  async read(path: string, after: After, arrived: () => void): Promise<NoteChange> {
    const before = this.#notes.get(path) ?? null;
    const stat = this.#files.stat(path);
    let note: IndexedNote | null;
    try {
      const reading = this.cardsIn(path).then((cards) => ({ cards }));
      const inTurn = await inTime(reading, after, stallAfter);
      if (!inTurn) {
        this.#unread.set(path, { path, line: 1, message: appMessage('late') });
        reading.then(arrived, arrived);
        return { path, before, after: before };
      }
      note = inTurn.cards && indexNote(inTurn.cards, before, inTurn.cards.ids());
    } catch (error) {
      this.#unread.set(path, { path, line: 1, message: appMessage('unreadNote', reasonOf(error)) });
      return { path, before, after: before };
    }
    this.#unread.delete(path);
    // If it changes between the two, its time or size will show this at the next start.
    // With boxes, its cards depend on more than its text.
    if (note && stat && !this.#options.boxes?.has(path)) this.#index.put(stat, note);
    else this.#index.remove(path);
    return { path, before, after: this.#keep(path, note) };
  }

  /** The note, if it is watched. */
  #keep(path: string, note: IndexedNote | null): IndexedNote | null {
    const watched = note?.watched ? note : null;
    if (watched) this.#notes.set(path, watched);
    else this.#notes.delete(path);
    if (note && !watched && note.head.isTroubled) this.#troubled.set(path, note);
    else this.#troubled.delete(path);
    return watched;
  }
}
