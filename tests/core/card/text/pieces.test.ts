// Ranges of a note, cut and trimmed.
import { describe, expect, test } from '@jest/globals';
import {
  afterLine,
  lineStart,
  matchEnd,
  pieces,
  subRun,
  subtract,
  subtractFromRun,
} from '../../../../src/core/card/text/pieces.ts';
import type { Span } from '../../../../src/core/note/span.ts';

const at = (start: number, end: number): Span => ({ start, end });

describe('a range without claims', () => {
  test.each<[string, Span[], Span[]]>([
    ['is whole where there are none', [], [at(10, 20)]],
    ['is cut in two', [at(13, 15)], [at(10, 13), at(15, 20)]],
    ['loses its start', [at(5, 12)], [at(12, 20)]],
    ['loses its start to the sign', [at(10, 12)], [at(12, 20)]],
    ['loses its end', [at(18, 25)], [at(10, 18)]],
    ['loses its end to the sign', [at(18, 20)], [at(10, 18)]],
    ['is nothing where all is claimed', [at(10, 20)], []],
    ['is nothing where more is claimed', [at(0, 30)], []],
    ['is whole beside claims', [at(0, 10), at(20, 30)], [at(10, 20)]],
    ['has no empty part between claims', [at(12, 14), at(14, 16)], [at(10, 12), at(16, 20)]],
    ['is cut once by claims that overlap', [at(12, 16), at(13, 15), at(14, 17)], [at(10, 12), at(17, 20)]],
  ])('%s', (_, claims, expected) => {
    expect(subtract(at(10, 20), claims)).toEqual(expected);
    expect(subtractFromRun([at(10, 20)], claims)).toEqual(expected);
  });

  test('of several spans is cut in each', () => {
    expect(subtractFromRun([at(0, 5), at(8, 12)], [at(4, 9)])).toEqual([at(0, 4), at(9, 12)]);
  });
});

describe('the pieces of an answer', () => {
  const shown = (text: string, claims: readonly Span[] = [], hidden: readonly Span[] = []): string[] =>
    pieces(text, at(0, text.length), claims, hidden).map((run) =>
      run.map(({ start, end }) => text.slice(start, end)).join('|'),
    );

  test.each<[string, string, Span[], Span[], string[]]>([
    ['have no blank lines around', '\n \n  a\n\nb\n\n', [], [], ['  a\n\nb']],
    ['have no blanks at their ends', 'a \n b\t', [], [], ['a \n b']],
    ['are none of blanks', ' \n\t\n', [], [], []],
    ['are what no claim covers', 'a\nb\nc', [at(2, 4)], [], ['a', 'c']],
    ['are none between claims with blanks alone', 'a\n\nb', [at(0, 1), at(3, 4)], [], []],
    ['have no hidden text in them', 'a (b) c', [], [at(2, 5)], ['a | c']],
    ['are none where all is hidden', '(b)', [], [at(0, 3)], []],
  ])('%s', (_, text, claims, hidden, expected) => {
    expect(shown(text, claims, hidden)).toEqual(expected);
  });
});

describe('lines', () => {
  const text = '\nab\n\nc';

  test('end after their line ending, the last at the end of the text', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((one) => afterLine(text, one))).toEqual([1, 4, 4, 4, 5, 6, 6]);
  });

  test('begin after the previous line ending', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((one) => lineStart(text, one))).toEqual([0, 1, 1, 1, 4, 5, 5]);
  });
});

test.each<[number, number, Span[]]>([
  [0, 7, [at(10, 13), at(20, 24)]],
  [1, 2, [at(11, 12)]],
  [3, 7, [at(20, 24)]],
  [2, 4, [at(12, 13), at(20, 21)]],
  [0, 3, [at(10, 13)]],
  [5, 5, []],
  [6, 99, [at(23, 24)]],
])('a run says from %p to %p of its own text: %j', (from, to, expected) => {
  expect(subRun([at(10, 13), at(20, 24)], from, to)).toEqual(expected);
});

test.each([
  [0, 0],
  [1, 3],
  [2, 3],
  [3, 3],
  [9, 9],
])('a match that begins at %p ends at %p', (from, end) => {
  expect(matchEnd(/b+/y, 'abbc', from)).toBe(end);
});
