import { expect, test } from '@jest/globals';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import { clipParameters, fullParameters } from '../../../src/core/training/parameters.ts';

test('with several relearning steps, what raises stability on the same day is kept low', () => {
  const wild = Float64Array.from(defaultParameters, () => 1000);
  clipParameters(wild, 1);
  expect([wild[17], wild[18]]).toEqual([2, 2]);
  const held = Float64Array.from(defaultParameters);
  held[17] = held[18] = 2;
  clipParameters(held, 4);
  expect(held[17]).toBeLessThan(1);
  expect(held[18]).toBe(held[17]);
});

test('parameters of another number are not used', () => {
  expect([fullParameters(null), fullParameters([1, 2])]).toEqual([defaultParameters, defaultParameters]);
  const own = defaultParameters.map((parameter) => parameter / 2);
  expect(fullParameters(own)).toBe(own);
});
