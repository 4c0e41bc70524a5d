// Where the notes of Anki's decks go, and which tags make them the same decks here: folders like the decks, names that
// every system accepts. Tags have no blanks, so a deck with one is named by its folder, with all decks beside it.
import { extractCards } from '../../../card/extract.ts';
import type { CardOptions } from '../../../card/options.ts';
import { fileName } from '../../../text/file-name.ts';
import { headOf, noteTag } from '../../deck-writer.ts';

export interface DeckPlace {
  /** Path of its first note, without `.md`. */
  readonly path: string;
  readonly tag: string;
}

/** Also differs from the names of notes. */
function safeName(text: string): string {
  return fileName(text).replace(/\.(?=md$)/i, ' ') || 'Deck';
}

/** Whether a note of this path has cards: a drawing or a conflict copy has none. */
function isNote(path: string, tag: string, options: CardOptions): boolean {
  return extractCards({ path, text: `${headOf([tag])}## Next\nnext\n` }, options).cards.length === 1;
}

/** Places by the name of the deck. Decks whose names are equal in files share one. */
export function deckPlaces(
  names: readonly string[],
  folder: string,
  tag: string,
  options: CardOptions,
): ReadonlyMap<string, DeckPlace> {
  const rootOf = (name: string): string => name.split('::', 1)[0]?.toLowerCase() ?? '';
  const tagOf = (name: string): string | null => {
    const own = noteTag(name);
    return own === name.split('::').join('/') ? own : null;
  };
  const byFolder = new Set(names.filter((name) => tagOf(name) === null).map(rootOf));
  const known = new Map<string, DeckPlace>();
  const places = new Map<string, DeckPlace>();
  for (const name of names) {
    const parts = name.split('::').map(safeName);
    const isByFolder = byFolder.has(rootOf(name));
    const above = [folder, ...(isByFolder ? parts : parts.slice(0, -1))].filter((part) => part !== '');
    const deckTag = isByFolder ? tag : `${tag}/${tagOf(name) ?? ''}`;
    const inFolder = (title: string): string => [...above, title].join('/');
    const title = parts.at(-1) ?? 'Deck';
    const path = inFolder(isNote(`${inFolder(title)}.md`, deckTag, options) ? title : 'Deck');
    const place = known.get(path.toLowerCase()) ?? { path, tag: deckTag };
    known.set(path.toLowerCase(), place);
    places.set(name, place);
  }
  return places;
}
