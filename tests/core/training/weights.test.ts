import { expect, test } from '@jest/globals';
import { defaultWeights } from '../../../src/core/schedule/fsrs.ts';
import { clipWeights, fullWeights } from '../../../src/core/training/weights.ts';

test('with several relearning steps, what lifts a card on the same day is held low', () => {
  const wild = Float64Array.from(defaultWeights, () => 1000);
  clipWeights(wild, 1);
  expect([wild[17], wild[18]]).toEqual([2, 2]);
  const held = Float64Array.from(defaultWeights);
  held[17] = held[18] = 2;
  clipWeights(held, 4);
  expect(held[17]).toBeLessThan(1);
  expect(held[18]).toBe(held[17]);
});

test('weights of another number are not used', () => {
  expect([fullWeights(null), fullWeights([1, 2])]).toEqual([defaultWeights, defaultWeights]);
  const own = defaultWeights.map((weight) => weight / 2);
  expect(fullWeights(own)).toBe(own);
});
