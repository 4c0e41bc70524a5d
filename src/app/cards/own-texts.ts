// Whether a snapshot's text matches a card in its own note, or such a card is in its place.
import type { CardSnapshot } from '../../core/history/event.ts';
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

  has(snapshot: CardSnapshot): boolean {
    let keys = this.#keys.get(snapshot.path);
    if (!keys) this.#keys.set(snapshot.path, (keys = new Set(keysOf(this.#noteAt(snapshot.path)))));
    return keys.has(textKey(snapshot.source, snapshot));
  }

  /** Whether a card has the same question and headings, whatever its answer. */
  hasPlace(snapshot: CardSnapshot): boolean {
    let places = this.#places.get(snapshot.path);
    if (!places) this.#places.set(snapshot.path, (places = new Set(placesOf(this.#noteAt(snapshot.path)))));
    return places.has(placeKey(snapshot.source, snapshot.headings, snapshot.questionHash));
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
