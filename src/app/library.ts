// The cards of all watched notes, kept current: a note is read again when it changed, no other.
import { extractCards, type NoteCards } from '../core/card/extract.ts';
import type { CardOptions } from '../core/card/options.ts';
import type { Problem } from '../core/note/problem.ts';
import type { NoteFiles } from './ports.ts';

/** A note before and after; null where it was or is not there, or is not watched. */
export interface NoteChange {
  readonly path: string;
  readonly before: NoteCards | null;
  readonly after: NoteCards | null;
}

export class Library {
  readonly #files: NoteFiles;
  #options: CardOptions;
  readonly #notes = new Map<string, NoteCards>();
  readonly #unread = new Map<string, Problem>();

  constructor(files: NoteFiles, options: CardOptions) {
    this.#files = files;
    this.#options = options;
  }

  /** Watched notes by path. */
  get notes(): ReadonlyMap<string, NoteCards> {
    return this.#notes;
  }

  get options(): CardOptions {
    return this.#options;
  }

  /** Notes that could not be read, and what is wrong inside notes. */
  problems(): readonly Problem[] {
    return [...this.#unread.values(), ...[...this.#notes.values()].flatMap(({ problems }) => problems)];
  }

  /** Paths that may have to be read for the first time, with those that are known. */
  paths(): readonly string[] {
    const tags = this.#options.watch === 'all' ? null : this.#options.tags;
    return [...new Set([...this.#notes.keys(), ...this.#files.list(tags).map(({ path }) => path)])];
  }

  /** With other options every note counts as changed; read them anew. */
  useOptions(options: CardOptions): void {
    this.#options = options;
  }

  /** Reads a note and says what changed. One that can't be read keeps the cards it had. */
  async read(path: string): Promise<NoteChange> {
    const before = this.#notes.get(path) ?? null;
    let text: string | null;
    try {
      text = await this.#files.read(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#unread.set(path, { path, line: 1, message: `The note cannot be read: ${reason}` });
      return { path, before, after: before };
    }
    this.#unread.delete(path);
    const read = text === null ? null : extractCards({ path, text }, this.#options);
    const after = read?.watched ? read : null;
    if (after) this.#notes.set(path, after);
    else this.#notes.delete(path);
    return { path, before, after };
  }
}
