import { describe, expect, test } from '@jest/globals';
import { indexCards } from '../../../src/core/identity/candidates.ts';
import { grams, print } from './fingerprints.ts';
import type { Named } from './fingerprints.ts';

const none = grams(0, 0);
/** A card of whose answer these hashes are kept, and whose question has these grams. */
const pieces = (origin: string, lowest: readonly number[], question: readonly number[] = []): Named =>
  print(origin, {
    sketch: () => ({ count: lowest.length, lowest }),
    questionGrams: () => (question.length === 0 ? none : Uint32Array.from(question)),
  });
const near = (cards: readonly Named[], wanted: Named): string[] =>
  indexCards(cards)
    .near(wanted)
    .map(({ origin }) => origin);
const from = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('the cards that are worth comparing with one', () => {
  test.each([
    [
      'share most with it, the most first',
      [pieces('a', [1]), pieces('b', [1, 2, 3]), pieces('c', [1, 2])],
      ['b', 'c', 'a'],
    ],
    ['come in their order where they share as much', [pieces('a', [3]), pieces('b', [1])], ['a', 'b']],
    ['are five at most', from(7).map((at) => pieces(`${at}`, [1])), ['0', '1', '2', '3', '4']],
    ['are none where nothing is shared', [pieces('a', [7, 8])], []],
    ['are none where there are none', [], []],
  ])('%s', (_, cards, expected) => {
    expect(near(cards, pieces('wanted', [1, 2, 3]))).toEqual(expected);
  });

  test('are found by their questions after their answers, each once', () => {
    const cards = [pieces('q', [7], [1]), pieces('a', [1], [9]), pieces('both', [1], [1])];
    expect(near(cards, pieces('wanted', [1], [1]))).toEqual(['a', 'both', 'q']);
  });

  test.each([
    ['3 of 20 pieces are enough', 3, ['a']],
    ['2 of 20 pieces are chance', 2, []],
  ])('%s', (_, shared, expected) => {
    // The rest is rare too: each stands in one more card, which is not counted here.
    const cards = [pieces('a', from(shared)), pieces('rest', from(20).slice(shared))];
    expect(near(cards, pieces('wanted', from(20))).filter((name) => name === 'a')).toEqual(expected);
  });

  test.each([
    ['24 cards have it still counts', 24, 5],
    ['25 cards have it says nothing', 25, 0],
  ])('a piece that %s', (_, count, expected) => {
    const cards = from(count).map((at) => pieces(`${at}`, [1]));
    expect(near(cards, pieces('wanted', [1]))).toHaveLength(expected);
  });

  test('are the same at every call', () => {
    const index = indexCards([pieces('a', [1]), pieces('b', [1, 2])]);
    const wanted = pieces('wanted', [1, 2]);
    index.near(wanted);
    expect(index.near(wanted).map(({ origin }) => origin)).toEqual(['b', 'a']);
  });

  test('are not found by an answer that has no sketch', () => {
    const bare = print('bare', { questionGrams: () => none });
    expect(near([bare, pieces('a', [1])], bare)).toEqual([]);
  });
});
