// Whether the text of a look is that of a card of its own note.
import type { Look } from '../../core/history/event.ts';
import { textKey } from './hidden-cards.ts';
import type { IndexedNote } from '../index/indexed-note.ts';

export class OwnTexts {
  readonly #noteAt: (path: string) => IndexedNote | null;
  readonly #keys = new Map<string, ReadonlySet<string>>();

  /** @param noteAt the note at a path, if it is watched */
  constructor(noteAt: (path: string) => IndexedNote | null) {
    this.#noteAt = noteAt;
  }

  has(look: Look): boolean {
    let keys = this.#keys.get(look.path);
    if (!keys) this.#keys.set(look.path, (keys = new Set(keysOf(this.#noteAt(look.path)))));
    return keys.has(textKey(look.source, look));
  }
}

function keysOf(note: IndexedNote | null): readonly string[] {
  return (note?.cards ?? []).map(({ source, kept }) => textKey(source, kept));
}
