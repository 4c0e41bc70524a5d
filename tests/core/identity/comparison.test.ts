import { describe, expect, test } from '@jest/globals';
import {
  anchorOf,
  inSameNote,
  neighbours,
  openComparison,
  pathNow,
  traffic,
} from '../../../src/core/identity/comparison.ts';
import { inNote, print, comparisonOf } from './fingerprints.ts';
import type { Named } from './fingerprints.ts';

const row = (note: string, letters: string): Named[] =>
  inNote(note, ...Array.from(letters, (letter) => print(letter, { question: letter })));

describe('a comparison', () => {
  test('keeps cards that only the log knows out of the old notes', () => {
    const [a, lost] = [print('a'), print('lost', { position: -1 })];
    const { oldNotes } = openComparison([a, lost], [], new Map(), comparisonOf([], []).matching);
    expect([...oldNotes]).toEqual([['n.md', [a]]]);
  });

  test('groups new cards by note', () => {
    const [a, b] = [print('a'), print('b', { note: 'm.md' })];
    expect([...comparisonOf([], [a, b]).newNotes]).toEqual([
      ['n.md', [a]],
      ['m.md', [b]],
    ]);
  });

  test.each([
    ['where its note went', 'n.md', 'm.md'],
    ['where it was, where its note stays', 'o.md', 'o.md'],
  ])('has an old card %s', (_, note, now) => {
    const moves = new Map([['n.md', 'm.md']]);
    const card = print('a', { note });
    const comparison = comparisonOf([card], [], [], moves);
    expect([
      pathNow(comparison, card),
      inSameNote(comparison, card, print('x', { note: now })),
      inSameNote(comparison, card, print('x', { note: 'else.md' })),
    ]).toEqual([now, true, false]);
  });
});

describe('the nearest linked neighbour', () => {
  const cards = row('n.md', 'abcdefg');
  const target = print('target', { note: 'm.md' });
  const stranger = print('stranger', { note: 'o.md' });
  const at = (letters: string, start: number, step: 1 | -1): string | null | undefined => {
    const found = anchorOf(
      cards,
      start,
      step,
      ({ origin }) => (letters.includes(origin) ? target : stranger),
      'm.md',
    );
    return found ? found.origin : found;
  };

  test.each([
    ['before', 'abfg', 3, -1, 'b'],
    ['after', 'abfg', 3, 1, 'f'],
    ['is not the card itself', 'd', 3, 1, null],
    ['is none at the beginning of the note', 'fg', 3, -1, null],
  ] as const)('%s', (_, letters, start, step, expected) => {
    expect(at(letters, start, step)).toBe(expected);
  });

  test.each([
    ['39 cards between are not too many', 40, 'linked'],
    ['40 cards between say nothing', 41, undefined],
  ])('%s', (_, distance, expected) => {
    const long = Array.from({ length: 60 }, (__, place) => print(place === distance ? 'linked' : 'free'));
    const found = anchorOf(long, 0, 1, ({ origin }) => (origin === 'linked' ? target : null), 'm.md');
    expect(found?.origin).toBe(expected);
  });

  test('is unknown, not missing, where the note goes on beyond reach', () => {
    const long = Array.from({ length: 60 }, () => print('free'));
    expect(anchorOf(long, 0, 1, () => null, 'm.md')).toBeUndefined();
  });
});

describe('neighbours', () => {
  const olds = row('n.md', 'abc');
  const of = (
    path: string,
    letters: string,
    at: number,
    linked: readonly (readonly [number, number])[],
  ): number => {
    const news = row(path, letters);
    const pairs = linked.map(([from, to]) => [olds[from], news[to]] as const);
    const [from, to] = [olds[1], news[at]];
    if (!from || !to) throw new Error('no such card');
    return neighbours(comparisonOf(olds, news, pairs), from, to);
  };

  test.each<[string, string, number, [number, number][], number]>([
    [
      'are equal where both are linked to each other',
      'xyz',
      1,
      [
        [0, 0],
        [2, 2],
      ],
      1,
    ],
    ['are equal where one is, and both notes end on the other side', 'xyz', 1, [[0, 0]], 1],
    [
      'are half equal where one is, and the other went elsewhere',
      'wxyz',
      2,
      [
        [0, 1],
        [2, 0],
      ],
      0.5,
    ],
    [
      'are not equal where they have changed places',
      'xyz',
      1,
      [
        [0, 2],
        [2, 0],
      ],
      0,
    ],
    ['are not equal where one note ends and the other goes on', 'xy', 0, [[0, 1]], 0],
  ])('%s', (_, letters, at, linked, expected) => {
    expect(of('n.md', letters, at, linked)).toBe(expected);
  });

  test('are equal where both cards are alone in their note', () => {
    expect(of('n.md', 'x', 0, [])).toBe(1);
  });

  test('are not equal where both cards are alone, each in its own note', () => {
    expect(of('m.md', 'x', 0, [])).toBe(0);
  });

  test('say nothing of a card that only the log knows', () => {
    const [lost, added] = [print('lost', { position: -1 }), print('x')];
    expect(neighbours(comparisonOf([lost], [added]), lost, added)).toBe(0);
  });
});

test('traffic counts the links from note to note', () => {
  const olds = [...row('n.md', 'abc'), ...row('o.md', 'd')];
  const news = [...row('m.md', 'wx'), ...row('n.md', 'y'), ...row('m.md', 'z')];
  const count = traffic(
    comparisonOf(
      olds,
      news,
      olds.map((from, at) => [from, news[at]]),
    ).matching,
  );
  expect([
    count('n.md', 'm.md'),
    count('n.md', 'n.md'),
    count('o.md', 'm.md'),
    count('m.md', 'n.md'),
  ]).toEqual([2, 1, 1, 0]);
});
