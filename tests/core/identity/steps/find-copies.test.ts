import { describe, expect, test } from '@jest/globals';
import { findCopies, isCopyName } from '../../../../src/core/identity/steps/copies.ts';
import { inNote, print, comparisonOf } from '../fingerprints.ts';
import type { Named } from '../fingerprints.ts';

/** Cards that are known by one letter each. */
const cards = (path: string, letters: string): Named[] =>
  inNote(path, ...Array.from(letters, (letter) => print(`${path}:${letter}`, { question: letter })));

/** `new copy of old` for each copy. */
function copiesIn(
  olds: readonly Named[],
  news: readonly Named[],
  present: readonly string[] = [],
  linked: Parameters<typeof comparisonOf>[2] = [],
): string[] {
  const found = findCopies(
    comparisonOf(olds, news, linked),
    (path) => present.includes(path),
    ({ question }) => question,
  );
  return [...found].map(([copy, original]) => `${copy} copy of ${original}`);
}

describe('the name of a copy', () => {
  test.each([
    ['n12.md', true],
    ['n_2.md', true],
    ['n - 2.md', true],
    ['n (12).md', true],
    ['n (copy).md', true],
    ['n copy of.md', false],
    ['n 1 more.md', false],
    ['a copy of n.md', false],
    ['Copy of m.md', false],
    ['copy of n.md', true],
  ])('%s', (path, expected) => {
    expect(isCopyName(path, 'folder/n.md')).toBe(expected);
  });
});

describe('a new note of any name is a copy', () => {
  const olds = cards('n.md', 'abcdefghij');

  test.each([
    ['where half of what it holds stands in its original still', 'ab', 'acdefghij', true],
    ['not where less than half of it does', 'abc', 'adefghij', false],
    ['where it holds .9 of an original that has one of it still', 'abcdefghi', 'a', true],
    ['not where it holds .8 of an original that has one of it still', 'abcdefgh', 'a', false],
    ['not where it holds all and nothing stands elsewhere', 'abcdefghij', 'x', false],
    ['not where it holds nothing of an old note', 'xyz', 'abcdefghij', false],
  ])('%s', (_, taken, left, expected) => {
    const news = [...cards('m.md', taken), ...cards('n.md', left)];
    expect(copiesIn(olds, news, ['n.md'])).toEqual(expected ? ['m.md copy of n.md'] : []);
  });

  test('not where its original is gone', () => {
    expect(copiesIn(olds, [...cards('m.md', 'ab'), ...cards('k.md', 'ab')])).toEqual([]);
  });

  test('not if its content is scattered, a little in each note', () => {
    const news = [...cards('m.md', 'abc'), ...cards('k.md', 'a'), ...cards('l.md', 'b')];
    expect(copiesIn(olds, news, ['n.md'])).not.toContain('m.md copy of n.md');
  });

  test('not where it was there before', () => {
    const both = [...olds, ...cards('m.md', 'ab')];
    expect(copiesIn(both, both, ['n.md', 'm.md'])).toEqual([]);
  });
});

describe('a new note with the name of a copy is one', () => {
  const olds = cards('n.md', 'abcdefghij');

  test.each([
    ['where .3 of what it holds stands elsewhere', 'abcdefghij', 'abc', [], true],
    ['not where .2 of it does', 'abcdefghij', 'ab', [], false],
    ['where it holds half of an original that is there', 'abcde', '', ['n.md'], true],
    ['not where it holds .4 of an original that is there', 'abcd', '', ['n.md'], false],
    ['not where it holds half of an original that is gone', 'abcde', '', [], false],
  ])('%s', (_, taken, elsewhere, present, expected) => {
    const news = [...cards('n 1.md', taken), ...cards('k.md', elsewhere)];
    const copies = copiesIn(olds, news, present);
    expect(copies.includes('n 1.md copy of n.md')).toBe(expected);
  });
});

describe('of several old notes', () => {
  const olds = [...cards('p.md', 'abc'), ...cards('o.md', 'ab')];

  test('the one that a copy holds more of is its original', () => {
    const news = [...olds, ...cards('m.md', 'abc')];
    expect(copiesIn(olds, news, ['o.md', 'p.md'])).toEqual(['m.md copy of p.md']);
  });

  test('the first by path is its original where it holds as much of both', () => {
    const news = [...olds, ...cards('m.md', 'ab')];
    expect(copiesIn(olds, news, ['o.md', 'p.md'])).toEqual(['m.md copy of o.md']);
  });
});

describe('what is elsewhere', () => {
  test('is also what an old card has become, though it was edited', () => {
    const olds = cards('n.md', 'ab');
    const news = [...cards('m.md', 'ab'), ...cards('n.md', 'xy')];
    const linked = olds.map((from, at) => [from, news[at + 2]] as const);
    expect(copiesIn(olds, news, ['n.md'], linked)).toEqual(['m.md copy of n.md']);
  });

  test('is not what a card of another old note has become', () => {
    const olds = [...cards('n.md', 'ab'), ...cards('k.md', 'ab')];
    const news = [...cards('m.md', 'ab'), ...cards('k.md', 'ab')];
    const linked = [2, 3].map((at) => [olds[at], news[at]] as const);
    expect(copiesIn(olds, news, ['n.md', 'k.md'], linked)).toEqual(['m.md copy of k.md']);
  });
});
