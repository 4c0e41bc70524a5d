// The tree of decks by path, each with the cards that come up today in it and below it.
import { noCounts } from './deck-counts.ts';
import type { RemainingLimits } from './limits.ts';
import type { Counts } from '../study-card.ts';
import { allowancesOf, Waiting } from './waiting.ts';

export interface DeckNode {
  /** The whole path; `""` for the root. */
  readonly deck: string;
  /** The last part of the path. */
  readonly name: string;
  /** This deck alone. */
  readonly own: Counts;
  /** Including all decks below. A limit they share may let through less than all of them would bring one by one. */
  readonly total: Counts;
  /** By name. */
  readonly children: readonly DeckNode[];
}

/**
 * A deck that only has children also has a node.
 * @param counts what is waiting in each deck alone
 * @param left what the daily limits still allow
 */
export function deckTree(counts: ReadonlyMap<string, Counts>, left: RemainingLimits): DeckNode {
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
  const allowances = allowancesOf(left);
  const node = (deck: string, above: Waiting): DeckNode => {
    const waiting = new Waiting(allowances);
    waiting.add(deck, counts.get(deck) ?? noCounts);
    const own = waiting.counts();
    const children = (below.get(deck) ?? []).sort().map((child) => node(child, waiting));
    above.addAll(waiting);
    const name = deck.slice(deck.lastIndexOf('/') + 1);
    return { deck, name, own, total: waiting.counts(), children };
  };
  return node('', new Waiting(allowances));
}

/** A path and all paths above it. */
function upwards(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
