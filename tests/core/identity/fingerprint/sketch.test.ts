import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareGrams, gramsOf } from '../../../../src/core/identity/fingerprint/grams.ts';
import {
  compareSketches,
  decodeSketch,
  encodeSketch,
  sketchOf,
} from '../../../../src/core/identity/fingerprint/sketch.ts';
import { prose, runs } from '../cards.ts';

describe('a sketch', () => {
  test('comes back from its text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const grams = gramsOf(text, 4);
        expect(decodeSketch(encodeSketch(grams))).toEqual(sketchOf(grams));
      }),
      runs(1000),
    );
  });

  test('takes at most 51 characters', () => {
    expect(encodeSketch(gramsOf(prose.attention.repeat(3), 4))).toHaveLength(51);
  });

  test.each([
    ['nothing', ''],
    ['a part of a number', 'AB'],
    ['a foreign character', 'AA!'],
    ['falling numbers', 'AACAABAAA'],
    ['a count below the sample', 'AAAAAB'],
    ['too many numbers', 'AAA'.repeat(18)],
  ])('is not read from %s', (_, text) => {
    expect(decodeSketch(text)).toBeNull();
  });

  test('equals the full text if the text is short', () => {
    const [a, b] = [gramsOf('the mean error', 4), gramsOf('the mean errors', 4)];
    expect(compareSketches(sketchOf(a), sketchOf(b)).dice).toBeCloseTo(compareGrams(a, b).dice, 6);
  });

  test('is off by less than .15 on average over edits of every size', () => {
    const words = Object.values(prose).join(' ').split(' ');
    let error = 0;
    for (let cut = 0; cut < words.length; cut++) {
      const [a, b] = [words, words.slice(cut)].map((some) => gramsOf(some.join(' '), 4));
      if (a === undefined || b === undefined) throw new Error('no grams');
      error += Math.abs(compareSketches(sketchOf(a), sketchOf(b)).dice - compareGrams(a, b).dice);
    }
    expect(error / words.length).toBeLessThan(0.15);
  });
});

describe('grams', () => {
  test.each([
    ['equal texts', prose.dropout, prose.dropout, 1],
    ['strangers', prose.dropout, 'xyz', 0],
    ['two empty texts', '', '', 1],
    ['an empty text and another', '', 'abc', 0],
    ['letter case', 'Adam', 'adam', 1],
  ])('give %s their likeness', (_, a, b, dice) => {
    expect(compareGrams(gramsOf(a, 4), gramsOf(b, 4)).dice).toBe(dice);
  });

  test('show that one text contains the other', () => {
    const alike = compareGrams(gramsOf(prose.dropout, 4), gramsOf(`${prose.momentum} ${prose.dropout}`, 4));
    expect(alike.containment).toBe(1);
  });
});

describe('two sketches are as alike as', () => {
  const sixteen = (from: number, step = 1): number[] =>
    Array.from({ length: 16 }, (_, at) => from + step * at);
  const sketch = (lowest: readonly number[], count = lowest.length) => ({ count, lowest });

  test.each([
    ['equal samples', sketch([1, 2, 3]), sketch([1, 2, 3]), 1],
    ['samples that share half', sketch([1, 2, 3, 4]), sketch([3, 4, 5, 6]), 0.5],
    ['samples that share nothing', sketch([1, 2]), sketch([3, 4]), 0],
    ['two empty texts', sketch([]), sketch([]), 1],
    ['an empty text and another', sketch([]), sketch([1, 2]), 0],
    // Up to 16, where the first sample ends, they share all 16 of 16.
    ['what they share below the end of a full sample', sketch(sixteen(1), 40), sketch(sixteen(1), 40), 1],
    // The second sample goes on to 31, where nothing is known of the first: 8 of 16 are shared below.
    ['the part that both know', sketch(sixteen(1), 40), sketch(sixteen(1, 2), 40), 2 / 3],
    ['the whole of a sample that was not cut', sketch(sixteen(1).slice(0, 15)), sketch([1, 2, 100]), 2 / 9],
  ])('%s', (_, a, b, dice) => {
    expect(
      [compareSketches(a, b).dice, compareSketches(b, a).dice].map((one) => Number(one.toFixed(6))),
    ).toEqual([Number(dice.toFixed(6)), Number(dice.toFixed(6))]);
  });
});
