import { describe, expect, test } from '@jest/globals';
import { deckTree, type DeckNode } from '../../../../src/core/study/decks/deck-tree.ts';
import { DeckNames } from '../../../../src/core/study/decks/deck-names.ts';
import type { RemainingLimits } from '../../../../src/core/study/decks/limits.ts';
import type { Counts } from '../../../../src/core/study/study-card.ts';
import { unlimited } from '../cards.ts';

const due = (count: number) => ({ learning: 0, due: count, new: 0 });

/** One note in each deck. */
function treeOf(counts: ReadonlyMap<string, Counts>, left: RemainingLimits): DeckNode {
  const names = new DeckNames();
  for (const deck of counts.keys()) names.set(deck, deck);
  return deckTree(counts, left, names);
}

describe('the tree of decks', () => {
  const root = treeOf(
    new Map([
      ['', due(1)],
      ['ml/attention', due(2)],
      ['ml', due(4)],
      ['b/only/leaf', due(8)],
    ]),
    unlimited,
  );

  test('sums every deck with those below', () => {
    expect([root.total.due, root.own.due]).toEqual([15, 1]);
  });

  test('lists children by name', () => {
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'ml']);
  });

  test('has a node for a deck that only has children', () => {
    expect(root.children[0]).toMatchObject({ deck: 'b', own: due(0), total: due(8) });
  });

  test('knows a deck by its whole path', () => {
    expect(root.children[1]?.children.map(({ deck }) => deck)).toEqual(['ml/attention']);
  });

  test('counts no more than the limits let through, those of the decks above too', () => {
    const limits = new Map([
      ['ml', 5],
      ['ml/attention', 3],
    ]);
    const waiting = new Map(['ml', 'ml/attention', 'b', 'c'].map((deck) => [deck, due(4)]));
    const total = ({ deck, total: { due: count }, children }: DeckNode): readonly string[] => [
      `${deck} ${count}`,
      ...children.flatMap(total),
    ];
    const left = { new: 0, reviews: 6, decks: { new: new Map<string, number>(), reviews: limits } };
    expect(total(treeOf(waiting, left))).toEqual([' 11', 'b 4', 'c 4', 'ml 5', 'ml/attention 3']);
  });

  // To copy the row for each deck that joins it takes seconds.
  test('takes 50,000 decks under one parent', () => {
    const decks = Array.from({ length: 50_000 }, (_, index) => [`all/${index}`, due(1)] as const);
    const [all] = treeOf(new Map(decks), unlimited).children;
    expect([all?.children.length, all?.total.due]).toEqual([50_000, 50_000]);
  });

  test('has one node for names that differ only in case, however deep', () => {
    const [, one, two] = treeOf(
      new Map([
        ['ml/Attention', due(1)],
        ['ML/attention', due(2)],
        ['Ml', due(4)],
        ['a', due(8)],
        ['É'.normalize('NFD'), due(16)],
        ['é', due(32)],
      ]),
      unlimited,
    ).children;
    expect([one?.total.due, one?.own.due, one?.children.length]).toEqual([7, 4, 1]);
    expect(two?.total.due).toBe(48);
  });

  test('has a node for a deck where nothing waits', () => {
    const names = new DeckNames();
    names.set('a.md', 'Bio/Cells');
    names.set('b.md', 'gone');
    names.set('b.md', null);
    const { children } = deckTree(new Map([['gone', due(0)]]), unlimited, names);
    expect(children.map(({ deck, children: [child] }) => [deck, child?.deck])).toEqual([
      ['Bio', 'Bio/Cells'],
    ]);
  });
});

describe('the name of a deck', () => {
  const named = (...decks: readonly string[]): DeckNames => {
    const names = new DeckNames();
    decks.forEach((deck, nth) => names.set(String(nth), deck));
    return names;
  };

  test('is spelled as in the most notes, part by part', () => {
    const names = named('ml/Heads', 'ML/heads', 'ML', 'ML/Heads');
    expect(['Ml', 'mL/HEADS', 'ml/heads/new'].map(names.shown)).toEqual(['ML', 'ML/Heads', 'ML/Heads/new']);
    expect([...names.decks].sort()).toEqual(['ML', 'ML/Heads']);
  });

  test('is the first in code order where spellings are even, in any order of notes', () => {
    expect([named('b', 'B').shown('b'), named('B', 'b').shown('b')]).toEqual(['B', 'B']);
  });

  test('follows the notes', () => {
    const names = named('bio', 'Bio', 'bio');
    expect(names.shown('BIO')).toBe('bio');
    names.set('0', 'Bio');
    expect(names.shown('BIO')).toBe('Bio');
    names.set('0', null);
    names.set('1', null);
    expect([...names.decks]).toEqual(['bio']);
  });
});
