import { describe, expect, test } from '@jest/globals';
import { firstParts, openingOf } from '../../../src/ui/review/card/answer-opening.ts';

describe('an answer opens', () => {
  test.each([
    [false, 'first', 80, 'whole'],
    [false, 'first', 81, 'first'],
    [false, 'steps', 81, 'steps'],
    [false, 'whole', 500, 'whole'],
    [true, 'first', 5, 'steps'],
    [true, 'whole', 500, 'steps'],
  ] as const)(
    'with steps for all: %s, long ones: %s, of %i words: %s',
    (stepByStep, longAnswers, words, way) => {
      expect(openingOf({ stepByStep, longAnswers }, words)).toBe(way);
    },
  );
});

describe('the beginning of an answer', () => {
  const text = (words: number) => ({ words, isFigure: false });
  const figure = { words: 0, isFigure: true };

  test.each([
    ['its first paragraph', [text(40), text(60)], 1],
    ['with the words that lead to it', [text(2), text(40), text(60)], 2],
    ['a picture', [figure, text(90)], 1],
    ['a picture behind a few words', [text(3), figure, text(90)], 2],
    ['all of it where every part is short', [text(2), text(3)], 2],
  ])('is %s', (_, parts, count) => {
    expect(firstParts(parts)).toBe(count);
  });
});
