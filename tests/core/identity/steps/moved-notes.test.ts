import { describe, expect, test } from '@jest/globals';
import { groupBy } from '../../../../src/core/identity/matching.ts';
import { findMovedNotes, followLinks } from '../../../../src/core/identity/steps/moved-notes.ts';
import { inNote, print, comparisonOf } from '../fingerprints.ts';
import type { Named } from '../fingerprints.ts';

/** Cards that are known by one letter each. */
const cards = (path: string, letters: string): Named[] =>
  inNote(path, ...Array.from(letters, (letter) => print(`${path}:${letter}`, { question: letter })));

interface Setting {
  /** Notes that stood in the vault and stand there still. */
  readonly stay?: readonly Named[];
  readonly allows?: (from: string, to: string) => boolean;
  readonly marksOf?: (print: { readonly question: string }) => readonly string[];
}

function movedFrom(gone: readonly Named[], newCards: readonly Named[], setting: Setting = {}): string[] {
  const { stay = [], allows = () => true, marksOf = ({ question }) => [question] } = setting;
  const comparison = comparisonOf([...gone, ...stay], [...newCards, ...stay]);
  const moved = findMovedNotes(
    groupBy(gone, ({ note }) => note),
    comparison,
    marksOf,
    allows,
  );
  return [...moved].map(([from, to]) => `${from} → ${to}`);
}

describe('a note that is gone', () => {
  test.each([
    ['went where its cards are', 'ab', [cards('y.md', 'ab')], ['x.md → y.md']],
    ['went where most of its cards are', 'abc', [cards('y.md', 'a'), cards('z.md', 'bc')], ['x.md → z.md']],
    ['went nowhere where none of its cards is', 'ab', [cards('y.md', 'cd')], []],
    ['went where 3 of its 10 cards are', 'abcdefghij', [cards('y.md', 'abc')], ['x.md → y.md']],
    ['did not go where 2 of its 10 cards are', 'abcdefghij', [cards('y.md', 'ab')], []],
    ['did not go to one of two that took as much', 'ab', [cards('y.md', 'a'), cards('z.md', 'b')], []],
    [
      'went to one of two that hold its one card: each counts half',
      'a',
      [cards('y.md', 'a')],
      ['x.md → y.md'],
    ],
    ['did not go to one of two notes with its one card', 'a', [cards('y.md', 'a'), cards('z.md', 'a')], []],
  ])('%s', (_, letters, newCards, expected) => {
    expect(movedFrom(cards('x.md', letters), newCards.flat())).toEqual(expected);
  });

  test.each([
    ['a lead of a tenth is enough', 'abcdefghijklmnopqrs', 'abcdefghij', 'klmnopqrs', ['x.md → y.md']],
    ['a lead of less is not', 'abcdefghijklmnopqrstu', 'abcdefghijk', 'lmnopqrstu', []],
  ])('between two new notes %s', (_, all, first, second, expected) => {
    expect(movedFrom(cards('x.md', all), [...cards('y.md', first), ...cards('z.md', second)])).toEqual(
      expected,
    );
  });

  test('went to the new note rather than to an old one that holds as much', () => {
    const stay = cards('a.md', 'b');
    expect(movedFrom(cards('x.md', 'ab'), cards('y.md', 'a'), { stay })).toEqual(['x.md → y.md']);
  });

  test('goes to no note that is not allowed', () => {
    const newCards = [...cards('y.md', 'ab'), ...cards('z.md', 'c')];
    const allows = (from: string, to: string): boolean => from === 'x.md' && to !== 'y.md';
    expect(movedFrom(cards('x.md', 'abc'), newCards, { allows })).toEqual(['x.md → z.md']);
  });

  test('is followed by its surest marks first', () => {
    const newCards = [...cards('y.md', 'a'), ...cards('z.md', 'A')];
    const marksOf = ({ question }: { readonly question: string }): string[] => [
      question,
      question.toUpperCase(),
    ];
    expect(movedFrom(cards('x.md', 'a'), newCards, { marksOf })).toEqual(['x.md → y.md']);
  });

  test('is followed by a later mark where the first is found nowhere', () => {
    const marksOf = ({ question }: { readonly question: string }): string[] => [
      question,
      question.toUpperCase(),
    ];
    expect(movedFrom(cards('x.md', 'a'), cards('z.md', 'A'), { marksOf })).toEqual(['x.md → z.md']);
  });

  test('does not follow cards that are linked already', () => {
    const gone = cards('x.md', 'a');
    const newCards = cards('y.md', 'a');
    const other = print('other', { note: 'o.md' });
    const comparison = comparisonOf([...gone, other], newCards, [[other, newCards[0]]]);
    const moved = findMovedNotes(
      new Map([['x.md', gone]]),
      comparison,
      ({ question }) => [question],
      () => true,
    );
    expect([...moved]).toEqual([]);
  });

  test('is one of several, in the order of their paths', () => {
    const gone = [...cards('x.md', 'a'), ...cards('b.md', 'b'), ...cards('k.md', 'c')];
    const newCards = [...cards('1.md', 'a'), ...cards('2.md', 'b'), ...cards('3.md', 'c')];
    expect(movedFrom(gone, newCards)).toEqual(['b.md → 2.md', 'k.md → 3.md', 'x.md → 1.md']);
  });
});

describe('the name of a note that is gone', () => {
  test.each([
    ['leads to the one new note of that name', [cards('new/x.md', 'pq')], ['old/x.md → new/x.md']],
    ['leads nowhere where two new notes have it', [cards('1/x.md', 'p'), cards('2/x.md', 'q')], []],
    [
      'is worth less than most of the cards',
      [cards('new/x.md', 'p'), cards('y.md', 'abcd')],
      ['old/x.md → y.md'],
    ],
    ['is worth more than one card', [cards('new/x.md', 'p'), cards('y.md', 'a')], ['old/x.md → new/x.md']],
    ['has to be the whole name', [cards('new/ax.md', 'p')], []],
  ])('%s', (_, newCards, expected) => {
    expect(movedFrom(cards('old/x.md', 'abcd'), newCards.flat())).toEqual(expected);
  });

  test('leads to no note that was there before', () => {
    expect(movedFrom(cards('old/x.md', 'ab'), [], { stay: cards('new/x.md', 'pq') })).toEqual([]);
  });
});

describe('the links of the cards of a note that is gone', () => {
  const gone = cards('x.md', 'abcd');
  const groups = new Map([['x.md', gone]]);

  test.each([
    ['lead where more than half of them go', 3, [['x.md', 'y.md']]],
    ['lead nowhere where just half of them go', 2, []],
    ['lead nowhere where none of them goes', 0, []],
  ])('%s', (_, count, expected) => {
    const newCards = cards('y.md', 'abcd');
    const linked = gone.slice(0, count).map((from, at) => [from, newCards[at]] as const);
    expect([...followLinks(comparisonOf(gone, newCards, linked), groups)]).toEqual(expected);
  });

  test('change nothing where the move is known', () => {
    const newCards = cards('y.md', 'abcd');
    const linked = gone.map((from, at) => [from, newCards[at]] as const);
    const comparison = comparisonOf(gone, newCards, linked, new Map([['x.md', 'z.md']]));
    expect([...followLinks(comparison, groups)]).toEqual([['x.md', 'z.md']]);
  });
});
