import { describe, expect, test } from '@jest/globals';
import { linkGaps } from '../../../../src/core/identity/steps/gaps.ts';
import { grams, inNote, linksOf, measured, print, comparisonOf } from '../fingerprints.ts';
import type { Named } from '../fingerprints.ts';

/** Shares `20 - by` of its 20 pieces with the one that is moved by nothing. */
const moved = (by: number): ReturnType<typeof grams> => grams(by, by + 20);
const old = (origin: string, question = 0, answer = 0, fields: Partial<Named> = {}): Named =>
  measured(origin, moved(question), moved(answer), fields);
const first = print('first', { question: 'First' });
const last = print('last', { question: 'Last' });

interface Gap {
  readonly path?: string;
  readonly moves?: ReadonlyMap<string, string>;
}

/** Cards that stand between two that are linked. */
function between(olds: readonly Named[], news: readonly Named[], gap: Gap = {}): string[] {
  const before = inNote('n.md', first, ...olds, last);
  const after = inNote(gap.path ?? 'n.md', first, ...news, last);
  const ends = [
    [before[0], after[0]],
    [before[before.length - 1], after[after.length - 1]],
  ] as const;
  const comparison = comparisonOf(before, after, ends, gap.moves);
  linkGaps(comparison, before);
  return linksOf(comparison, 'place').sort();
}

describe('a card between two known ones is known', () => {
  // Of 20 pieces 17 are .85, 10 are .5, 8 are .4, 5 are .25 and 3 are .15.
  test.each([
    ['by its question alone', 3, 20, true],
    ['not by a question that is less than .85', 4, 20, false],
    ['by half of its answer alone', 20, 10, true],
    ['not by less than half of its answer', 20, 11, false],
    ['by .4 of its question and .25 of its answer', 12, 15, true],
    ['not by .35 of its question and .25 of its answer', 13, 15, false],
    ['not by .4 of its question and .2 of its answer', 12, 16, false],
    ['not by nothing', 20, 20, false],
  ])('%s', (_, question, answer, known) => {
    expect(between([old('a')], [old('x', question, answer)])).toEqual(known ? ['a → x'] : []);
  });

  test.each([
    ['with .15 of its answer', 17, true],
    ['not with .1 of its answer', 18, false],
  ])('by a question that others of its note ask too, %s', (_, answer, known) => {
    const same = { question: 'Same' };
    const outside = print('outside', same);
    const before = inNote('n.md', first, old('a', 0, 0, same), last, outside);
    const after = inNote('n.md', first, old('x', 0, answer, same), last, outside);
    const comparison = comparisonOf(
      before,
      after,
      [0, 2, 3].map((at) => [before[at], after[at]] as const),
    );
    linkGaps(comparison, before);
    expect(linksOf(comparison, 'place')).toEqual(known ? ['a → x'] : []);
  });

  test.each([
    ['old', [print('outside', { question: 'Same' })], []],
    ['new', [], [print('outside', { question: 'Same' })]],
  ])('not by a question that another %s card of its note asks', (_, moreOld, moreNew) => {
    const same = { question: 'Same' };
    const before = inNote('n.md', first, old('a', 0, 0, same), last, ...moreOld);
    const after = inNote('n.md', first, old('x', 0, 20, same), last, ...moreNew);
    const comparison = comparisonOf(before, after, [
      [before[0], after[0]],
      [before[2], after[2]],
    ]);
    linkGaps(comparison, before.slice(0, 3));
    expect(linksOf(comparison, 'place')).toEqual([]);
  });

  test('by its score, halfway between question and answer', () => {
    const before = inNote('n.md', old('a'));
    const after = inNote('n.md', old('x', 4, 10));
    const comparison = comparisonOf(before, after);
    linkGaps(comparison, before);
    expect(comparison.matching.matches.map(({ step, score }) => [step, score])).toEqual([['place', 0.65]]);
  });
});

describe('of several cards in a gap', () => {
  test.each([
    [
      'each is linked to its like',
      [old('a'), old('b', 40, 40)],
      [old('y', 40, 45), old('x', 0, 5)],
      ['a → x', 'b → y'],
    ],
    ['one is linked that leads by .15', [old('a')], [old('x'), old('y', 0, 6)], ['a → x']],
    ['none is linked that leads by .125', [old('a')], [old('x'), old('y', 0, 5)], []],
    ['the new one goes to the old one that leads', [old('b', 0, 6), old('a')], [old('x')], ['a → x']],
    ['the new one goes to none where two are as like', [old('a'), old('b')], [old('x')], []],
    [
      'one is linked once its rival has found another',
      [old('a'), old('b', 0, 6)],
      [old('x', 0, 0), old('y', 0, 12)],
      ['a → x', 'b → y'],
    ],
  ])('%s', (_, olds, news, expected) => {
    expect(between(olds, news)).toEqual(expected);
  });

  /** Cards that are like no other. */
  const strangers = (count: number, apart: number): Named[] =>
    Array.from({ length: count }, (_, at) => {
      const by = apart + 100 * (at + 1);
      return old(`${by}`, by, by);
    });

  test.each([
    ['six old ones are compared', 5, 0, ['a → x']],
    ['seven old ones are not', 6, 0, []],
    ['six new ones are compared', 0, 5, ['a → x']],
    ['seven new ones are not', 0, 6, []],
  ])('%s', (_, moreOld, moreNew, expected) => {
    expect(between([old('a'), ...strangers(moreOld, 0)], [old('x'), ...strangers(moreNew, 1000)])).toEqual(
      expected,
    );
  });
});

describe('a gap', () => {
  test('holds cards of one source', () => {
    expect(between([old('a')], [old('x', 0, 0, { source: 'lead-in' })])).toEqual([]);
  });

  test('has the same ends on both sides', () => {
    const before = inNote('n.md', first, old('a'), last);
    const after = inNote('n.md', first, last, old('x'));
    const comparison = comparisonOf(before, after, [
      [before[0], after[0]],
      [before[2], after[1]],
    ]);
    linkGaps(comparison, before);
    expect(linksOf(comparison, 'place')).toEqual([]);
  });

  test('may reach to both ends of a note', () => {
    const before = inNote('n.md', old('a'));
    const comparison = comparisonOf(before, inNote('n.md', old('x')));
    linkGaps(comparison, before);
    expect(linksOf(comparison, 'place')).toEqual(['a → x']);
  });

  test('is none in a note that went elsewhere, unseen', () => {
    expect(between([old('a')], [old('x')], { path: 'm.md' })).toEqual([]);
  });

  test('stands where the note is now', () => {
    expect(between([old('a')], [old('x')], { path: 'm.md', moves: new Map([['n.md', 'm.md']]) })).toEqual([
      'a → x',
    ]);
  });

  test('is none for a card that only the log knows', () => {
    const lost = old('lost', 0, 0, { position: -1 });
    const comparison = comparisonOf([lost], inNote('n.md', old('x')));
    linkGaps(comparison, [lost]);
    expect(linksOf(comparison, 'place')).toEqual([]);
  });

  test('is none where the next known card is out of reach', () => {
    const many = (side: string): Named[] =>
      inNote(
        'n.md',
        old(side),
        ...Array.from({ length: 45 }, (_, at) => print(`${side}${at}`, { source: 'lead-in' })),
      );
    const before = many('a');
    const comparison = comparisonOf(before, many('x'));
    linkGaps(comparison, before.slice(0, 1));
    expect(linksOf(comparison, 'place')).toEqual([]);
  });
});
