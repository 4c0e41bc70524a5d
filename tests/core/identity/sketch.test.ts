import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareGrams, gramsOf } from '../../../src/core/identity/grams.ts';
import { compareSketches, decodeSketch, encodeSketch, sketchOf } from '../../../src/core/identity/sketch.ts';
import { prose, runs } from './cards.ts';

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

  test('says the same as the full text where the text is short', () => {
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

  test('show that one text holds the other', () => {
    const alike = compareGrams(gramsOf(prose.dropout, 4), gramsOf(`${prose.momentum} ${prose.dropout}`, 4));
    expect(alike.containment).toBe(1);
  });
});
