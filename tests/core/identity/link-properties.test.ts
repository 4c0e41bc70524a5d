import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crowdedCards, link, lose, runs, show } from './cards.ts';

describe('links, whatever the notes', () => {
  test('are one to one and lose no old card', () => {
    fc.assert(
      fc.property(crowdedCards, crowdedCards, (before, after) => {
        const { links, orphans } = link(before, after);
        expect(new Set(links.map(({ to }) => to)).size).toBe(links.length);
        expect(new Set([...links.map(({ from }) => from), ...orphans]).size).toBe(before.length);
        expect(links.length + orphans.length).toBe(before.length);
      }),
      runs(2000),
    );
  });

  test('do not depend on the order in which cards come', () => {
    fc.assert(
      fc.property(
        crowdedCards,
        crowdedCards,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (before, after, random) => {
          const shuffle = <T>(values: readonly T[]): T[] =>
            values
              .map((value) => ({ value, key: Number(random.next().value) }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          expect(show(link(shuffle(before), shuffle(after)))).toEqual(show(link(before, after)));
        },
      ),
      runs(1000),
    );
  });

  test('map every card of unchanged notes to itself', () => {
    fc.assert(
      fc.property(crowdedCards, (cards) => {
        const after = cards.map((card) => ({ ...card }));
        for (const { from, to } of link(cards, after).links) expect({ ...to }).toEqual({ ...from });
        expect(link(cards, after).orphans).toEqual([]);
      }),
      runs(2000),
    );
  });

  test('keep every card of a note to which cards were only added', () => {
    fc.assert(
      fc.property(crowdedCards, crowdedCards, (cards, extra) => {
        const added = extra.map((card) => ({
          ...card,
          line: card.line + 1000,
          headings: ['Added', ...card.headings],
        }));
        for (const { from, to } of link(cards, [...cards, ...added]).links) expect(to).toBe(from);
      }),
      runs(1000),
    );
  });

  test('bring every history back when its exact text comes back', () => {
    fc.assert(
      fc.property(crowdedCards, fc.nat(10_000), (cards, daysLost) => {
        const { found } = link([], cards, { lost: cards.map((card) => lose(card, { daysLost })) });
        expect(found.length).toBe(cards.length);
      }),
      runs(500),
    );
  });
});
