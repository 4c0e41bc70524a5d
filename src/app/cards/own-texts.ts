// Whether a look's text matches a card in its own note, or such a card is in its place.
import type { Look } from '../../core/history/event.ts';
import { textKey } from './hidden-cards.ts';
import type { IndexedNote } from '../index/indexed-note.ts';

export class OwnTexts {
  readonly #noteAt: (path: string) => IndexedNote | null;
  readonly #keys = new Map<string, ReadonlySet<string>>();
  readonly #places = new Map<string, ReadonlySet<string>>();

  /** @param noteAt the note at a path, if it is watched */
  constructor(noteAt: (path: string) => IndexedNote | null) {
    this.#noteAt = noteAt;
  }

  has(look: Look): boolean {
    let keys = this.#keys.get(look.path);
    if (!keys) this.#keys.set(look.path, (keys = new Set(keysOf(this.#noteAt(look.path)))));
    return keys.has(textKey(look.source, look));
  }

  /** Whether a card has the same question and headings, whatever its answer. */
  hasPlace(look: Look): boolean {
    let places = this.#places.get(look.path);
    if (!places) this.#places.set(look.path, (places = new Set(placesOf(this.#noteAt(look.path)))));
    return places.has(placeKey(look.source, look.headings, look.questionHash));
  }
}

function placeKey(source: string, headings: readonly string[], questionHash: string): string {
  return [source, questionHash, ...headings].join('\n');
}

function placesOf(note: IndexedNote | null): readonly string[] {
  return (note?.cards ?? []).map(({ source, headings, kept }) =>
    placeKey(source, headings, kept.questionHash),
  );
}

function keysOf(note: IndexedNote | null): readonly string[] {
  return (note?.cards ?? []).map(({ source, kept }) => textKey(source, kept));
}
