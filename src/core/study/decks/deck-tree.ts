// The tree of decks by path, each with the cards that come up today in it and below it.
import { deckKey, upwards, type DeckNames } from './deck-names.ts';
import type { RemainingLimits } from './limits.ts';
import type { Counts } from '../study-card.ts';
import { allowancesOf, Waiting } from './waiting.ts';

export interface DeckNode {
  /** The whole path as it is shown; `""` for the root. */
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
 * @param counts what is waiting in each deck alone, by any spelling
 * @param left what the daily limits still allow
 * @param names decks as they are shown
 */
export function deckTree(
  counts: ReadonlyMap<string, Counts>,
  left: RemainingLimits,
  names: Pick<DeckNames, 'decks' | 'shown'>,
): DeckNode {
  const paths = new Set(['']);
  for (const deck of names.decks) for (const path of upwards(deck)) paths.add(path);
  const spellings = new Map<string, string[]>();
  for (const spelling of counts.keys()) {
    const deck = names.shown(spelling);
    spellings.set(deck, [...(spellings.get(deck) ?? []), spelling]);
  }
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
    for (const spelling of spellings.get(deck) ?? []) {
      const found = counts.get(spelling);
      if (found) waiting.add(spelling, found);
    }
    const own = waiting.counts();
    const children = inOrder(below.get(deck) ?? []).map((child) => node(child, waiting));
    above.addAll(waiting);
    const name = deck.slice(deck.lastIndexOf('/') + 1);
    return { deck, name, own, total: waiting.counts(), children };
  };
  return node('', new Waiting(allowances));
}

/** Regardless of case. */
function inOrder(paths: readonly string[]): readonly string[] {
  return [...paths].sort((a, b) => (deckKey(a) < deckKey(b) ? -1 : 1));
}
