// Which cards a user wants to study.
import { isUnder } from '../text/is-under.ts';
import { remembered } from '../text/remembered.ts';
import { deckKey, isUnderDeck } from './decks/deck-names.ts';
import type { StudyCard } from './study-card.ts';

export type Scope =
  | { readonly kind: 'all' }
  /** A deck and its children; `""` is all decks. */
  | { readonly kind: 'deck'; readonly deck: string; /** Without its children. */ readonly alone?: boolean }
  | {
      readonly kind: 'note';
      readonly note: string;
      /** Only these of its cards, such as those of a section. */
      readonly cards?: ReadonlySet<string>;
    }
  /** Several notes, together. */
  | { readonly kind: 'notes'; readonly notes: readonly string[] }
  /** A note, the notes it links to (depth 1), and those they link to (depth 2). */
  | { readonly kind: 'linked'; readonly note: string; readonly depth: 1 | 2 }
  /** A folder and its subfolders, without a trailing `/`. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** The cards found by a search. */
  | { readonly kind: 'search'; readonly cards: ReadonlySet<string> }
  | { readonly kind: 'leeches' }
  /** Cards with a flag; with any of these if `flag` is given. */
  | { readonly kind: 'flagged'; readonly flag?: number };

export interface StudyRequest {
  readonly scope: Scope;
  /** Also includes what is due within this many days from today; then no new cards, and no limit. */
  readonly ahead?: number;
  /** Every card of the scope that is not suspended, whatever its schedule; answers aren't recorded. */
  readonly practice?: boolean;
}

/** Paths of the notes a note links to. */
export type LinksOf = (note: string) => readonly string[];

/** Studying a note means all of it: no daily limits, and siblings may come up together. */
export function isWholeNote({ kind }: Scope): boolean {
  return kind === 'note' || kind === 'notes' || kind === 'linked';
}

/** The notes of a scope that names notes; null for other scopes. */
export function notesOf(scope: Scope, linksOf: LinksOf): ReadonlySet<string> | null {
  if (scope.kind === 'note') return new Set([scope.note]);
  if (scope.kind === 'notes') return new Set(scope.notes);
  if (scope.kind !== 'linked') return null;
  const found = new Set([scope.note]);
  let edge = [scope.note];
  for (let depth = 0; depth < scope.depth; depth += 1) {
    edge = edge.flatMap((note) => linksOf(note)).filter((note) => !found.has(note));
    for (const note of edge) found.add(note);
  }
  return found;
}

export function isInDeck(deck: string, scope: Extract<Scope, { kind: 'deck' }>): boolean {
  return scope.alone === true ? deckKey(deck) === deckKey(scope.deck) : isUnderDeck(deck, scope.deck);
}

/** Decides whether a card is in a scope. */
export function scopeFilter(scope: Scope, linksOf: LinksOf): (card: StudyCard) => boolean {
  switch (scope.kind) {
    case 'all':
      return () => true;
    case 'deck': {
      const isIn = remembered((deck) => isInDeck(deck, scope));
      return ({ deck }) => isIn(deck);
    }
    case 'folder':
      return ({ note }) => isUnder(note, scope.folder);
    case 'search':
      return ({ id }) => scope.cards.has(id);
    case 'leeches':
      return ({ schedule }) => schedule.leech;
    case 'flagged':
      return ({ schedule: { flag } }) => (scope.flag === undefined ? flag > 0 : flag === scope.flag);
    case 'note':
    case 'notes':
    case 'linked': {
      const notes = notesOf(scope, linksOf);
      const cards = scope.kind === 'note' ? scope.cards : undefined;
      return ({ note, id }) => (notes?.has(note) ?? false) && (cards?.has(id) ?? true);
    }
  }
}
