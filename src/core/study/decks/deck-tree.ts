// The tree of decks by path, each with the cards waiting in it and below it.
import { addCounts, noCounts } from './deck-counts.ts';
import type { Counts } from '../study-card.ts';

export interface DeckNode {
  /** The whole path; `""` for the root. */
  readonly deck: string;
  /** The last part of the path. */
  readonly name: string;
  /** This deck alone. */
  readonly own: Counts;
  /** Including all decks below. */
  readonly total: Counts;
  /** By name. */
  readonly children: readonly DeckNode[];
}

/** A deck that only has children also has a node. */
export function deckTree(counts: ReadonlyMap<string, Counts>): DeckNode {
  const paths = new Set(['']);
  for (const deck of counts.keys()) for (const path of upwards(deck)) paths.add(path);
  const below = new Map<string, string[]>();
  for (const path of paths) {
    if (path === '') continue;
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const siblings = below.get(parent);
    if (siblings) siblings.push(path);
    else below.set(parent, [path]);
  }
  const node = (deck: string): DeckNode => {
    const children = (below.get(deck) ?? []).sort().map(node);
    const own = counts.get(deck) ?? noCounts;
    const total = children.reduce((sum, child) => addCounts(sum, child.total), own);
    return { deck, name: deck.slice(deck.lastIndexOf('/') + 1), own, total, children };
  };
  return node('');
}

/** A path and all paths above it. */
function upwards(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
