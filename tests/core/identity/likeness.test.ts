import { describe, expect, test } from '@jest/globals';
import { likeness } from '../../../src/core/identity/fingerprint/grams.ts';
import { compareContent, compareHeadings } from '../../../src/core/identity/likeness.ts';
import { grams, print } from './fingerprints.ts';
import type { Named } from './fingerprints.ts';

const text = (answer: string, fields: Partial<Named> = {}): Named => print('text', { answer, ...fields });
/** A card of whose answer only a hash, and perhaps a sketch or grams, are known. */
const hashed = (answerHash: string | null, fields: Partial<Named> = {}): Named =>
  print('hashed', { answer: null, answerHash: () => answerHash, ...fields });
const sketched = (...lowest: readonly number[]): Named =>
  hashed(null, { sketch: () => ({ count: lowest.length, lowest }) });
const set = (from: number, to: number): Named => hashed(null, { answerGrams: () => grams(from, to) });

describe('answers are as alike as', () => {
  test.each([
    ['1 where the texts are equal', text('Adam'), text('Adam', { answerGrams: () => grams(0, 5) }), 1],
    ['1 where only the hashes are known, and equal', hashed('h'), hashed('h'), 1],
    ['1 where a text meets its own hash', text('Adam', { answerHash: () => 'h' }), hashed('h'), 1],
    ['0 where two answers are known by different hashes alone', hashed('h'), hashed('i'), 0],
    ['0 where nothing is known of either', hashed(null), hashed(null), 0],
    ['0 where a sketch meets nothing', sketched(1, 2), hashed(null), 0],
    ['0 where nothing meets a sketch', hashed(null), sketched(1, 2), 0],
    ['0 where grams meet nothing', set(0, 10), hashed(null), 0],
    ['their grams', set(0, 10), set(5, 15), 0.5],
    ['their sketches', sketched(1, 2, 3, 4), sketched(3, 4, 5, 6), 0.5],
    ['0 where texts differ, though their hashes were equal', text('ab'), text('xy'), 0],
    ['.9 where one of 24 grams stands in the other', set(0, 24), set(0, 240), 0.9],
    ['dice where one of 23 grams stands in the other', set(0, 23), set(0, 207), 0.2],
    ['dice where it says more than being held', set(0, 30), set(0, 31), 60 / 61],
    ['.9 of the share that is held', set(0, 40), set(20, 420), 0.45],
  ])('%s', (_, a, b, expected) => {
    expect(compareContent(a, b).answer).toBeCloseTo(expected, 10);
  });

  test('0 where texts differ that have one hash', () => {
    const sameHash = { answerHash: () => 'h' };
    expect(compareContent(text('ab', sameHash), text('xy', sameHash)).answer).toBe(0);
  });
});

describe('questions are as alike as', () => {
  test.each([
    ['1 where they are equal, without a look at their grams', 'Q', 'Q', 1],
    ['their grams', 'Q', 'R', 0.25],
  ])('%s', (_, a, b, expected) => {
    const left = print('a', { question: a, questionGrams: () => grams(0, 8) });
    const right = print('b', { question: b, questionGrams: () => grams(6, 14) });
    expect(compareContent(left, right).question).toBe(expected);
  });
});

describe('an answer weighs', () => {
  test.each([
    ['.2 where one is empty', 0, 160, 0.2],
    ['.35 at 80 characters', 80, 160, 0.35],
    ['.5 at 160 characters', 160, 160, 0.5],
    ['no more beyond', 400, 300, 0.5],
  ])('%s', (_, a, b, expected) => {
    const left = print('a', { answerLength: a });
    const right = print('b', { answerLength: b });
    expect(compareContent(left, right).answerWeight).toBeCloseTo(expected, 10);
    expect(compareContent(right, left).answerWeight).toBeCloseTo(expected, 10);
  });
});

describe('heading paths are as alike as the share of texts in common, from the innermost on', () => {
  test.each<[string, string[], string[], number]>([
    ['no headings on both sides', [], [], 1],
    ['none on one side', [], ['A'], 0],
    ['equal paths', ['A', 'B'], ['A', 'B'], 1],
    ['an outer heading reworded', ['A', 'B'], ['X', 'B'], 0.5],
    ['an inner heading reworded', ['A', 'B'], ['A', 'X'], 0.5],
    ['a heading put around', ['B'], ['A', 'B'], 0.5],
    ['a heading put inside', ['A'], ['A', 'B'], 0],
    ['strangers', ['A', 'B'], ['X', 'Y'], 0],
    ['two of three', ['A', 'B', 'C'], ['X', 'B', 'C'], 2 / 3],
  ])('%s', (_, a, b, expected) => {
    expect(compareHeadings(a, b)).toBe(expected);
    expect(compareHeadings(b, a)).toBe(expected);
  });
});

describe('sets of grams', () => {
  test.each([
    ['of which half is shared', [2, 4, 4], { dice: 0.5, containment: 0.5, smaller: 4 }],
    ['of which one holds the other', [2, 2, 6], { dice: 0.5, containment: 1, smaller: 2 }],
    ['that are both empty', [0, 0, 0], { dice: 1, containment: 1, smaller: 0 }],
    ['of which one is empty', [0, 0, 3], { dice: 0, containment: 0, smaller: 0 }],
    ['that an estimate makes more than equal', [5, 4, 4], { dice: 1, containment: 1, smaller: 4 }],
  ] as const)('%s', (_, [shared, a, b], expected) => {
    expect(likeness(shared, a, b)).toEqual(expected);
  });
});
