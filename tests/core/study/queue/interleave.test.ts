// The best new cards of many notes, and cards of one note apart.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestInTurn, spread } from '../../../../src/core/study/queue/interleave.ts';
import { runs } from '../../../random.ts';
import { ids, marked, newCards } from '../cards.ts';

/** `a1` is of note `a`; the digits are its lines. */
const cards = (names: string, rank = 0) =>
  names.split(' ').map((name) => newCards(name, { note: name.charAt(0), line: Number(name.slice(1)), rank }));
const names = (all: Parameters<typeof ids>[0]): string => ids(all).join(' ');

describe('new cards', () => {
  const of = (...notes: readonly ReturnType<typeof cards>[]) =>
    names(bestInTurn(notes.map((each) => ({ cards: each, introduced: 0 }))));

  test('come one of each note in turn', () => {
    expect(of(cards('a1 a2 a3'), cards('b1'), cards('c1 c2'))).toBe('a1 b1 c1 a2 c2 a3');
  });

  test('come the best ones first, and those by line', () => {
    expect(of([...cards('a1', 2), ...cards('a3 a2')], cards('b1', 1))).toBe('a2 a3 b1 a1');
  });

  test('come first if the user asked for them', () => {
    const asked = cards('a1 a2', 3).map((card) => marked(card, { ask: card.id === 'a2' }));
    expect(of(asked, cards('b1', 1))).toBe('a2 b1 a1');
  });

  test('continue where they were: what came up today counts', () => {
    const notes = [
      { cards: cards('a2 a3'), introduced: 1 },
      { cards: cards('b1 b2'), introduced: 0 },
    ];
    expect(names(bestInTurn(notes))).toBe('b1 a2 b2 a3');
  });
});

describe('cards of one note', () => {
  test.each([
    ['do not come one after the other', 'a1 a2 b1 c1', 'a1 b1 c1 a2'],
    ['come so where there are no others', 'a1 a2 a3', 'a1 a2 a3'],
    ['are moved as little as that takes', 'a1 b1 c1 d1', 'a1 b1 c1 d1'],
    ['come so at the end, where only they are left', 'a1 b1 a2 a3', 'a1 b1 a2 a3'],
  ])('%s', (_, before, after) => {
    expect(names(spread(cards(before)))).toBe(after);
  });

  test('are all there, whatever their order', () => {
    const some = fc.array(fc.constantFrom(...'abcde'), { maxLength: 60 });
    fc.assert(
      fc.property(some, (notes) => {
        const all = notes.map((note, at) => newCards(`${note}${at}`, { note, line: at }));
        expect([...ids(spread(all))].sort()).toEqual([...ids(all)].sort());
      }),
      { numRuns: runs(500) },
    );
  });
});
