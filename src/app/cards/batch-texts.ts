// Whether a text is that of a card of some changed notes: of its own note first, since most are where they were.
import type { Look } from '../../core/history/event.ts';
import { textKey } from './hidden-cards.ts';
import type { IndexedNote } from '../index/indexed-note.ts';
import type { NoteChange } from '../notes/library.ts';

export class TextsHere {
  readonly #changes: readonly NoteChange[];
  readonly #notes: ReadonlyMap<string, IndexedNote | null>;
  readonly #ofNote = new Map<string, ReadonlySet<string>>();
  #all: ReadonlySet<string> | null = null;

  constructor(changes: readonly NoteChange[]) {
    this.#changes = changes;
    this.#notes = new Map(changes.map(({ path, after }) => [path, after]));
  }

  has(look: Look): boolean {
    const key = textKey(look.source, look);
    if (this.#all) return this.#all.has(key);
    if (this.#at(look.path).has(key)) return true;
    this.#all = new Set(this.#changes.flatMap(({ after }) => keysOf(after)));
    return this.#all.has(key);
  }

  #at(path: string): ReadonlySet<string> {
    let keys = this.#ofNote.get(path);
    if (!keys) this.#ofNote.set(path, (keys = new Set(keysOf(this.#notes.get(path) ?? null))));
    return keys;
  }
}

function keysOf(note: IndexedNote | null): readonly string[] {
  return (note?.cards ?? []).map(({ source, kept }) => textKey(source, kept));
}
