import { describe, expect, test } from '@jest/globals';
import { deckTree, type DeckNode } from '../../../../src/core/study/decks/deck-tree.ts';
import { unlimited } from '../cards.ts';

const due = (count: number) => ({ learning: 0, due: count, new: 0 });

describe('the tree of decks', () => {
  const root = deckTree(
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
    expect(total(deckTree(waiting, left))).toEqual([' 11', 'b 4', 'c 4', 'ml 5', 'ml/attention 3']);
  });

  // To copy the row for each deck that joins it takes seconds.
  test('takes 50,000 decks under one parent', () => {
    const decks = Array.from({ length: 50_000 }, (_, index) => [`all/${index}`, due(1)] as const);
    const [all] = deckTree(new Map(decks), unlimited).children;
    expect([all?.children.length, all?.total.due]).toEqual([50_000, 50_000]);
  });
});
