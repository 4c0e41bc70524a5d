import { describe, expect, test } from '@jest/globals';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import {
  fitFirstStability,
  smoothFirstStability,
  type FirstGrade,
} from '../../../src/core/training/first-stability.ts';
import { finish } from './cards.ts';

const smooth = (days: Readonly<Record<number, number>>, counts: Readonly<Record<number, number>> = {}) =>
  smoothFirstStability(
    new Map(
      Object.entries(days).map(([grade, stability]): [number, FirstGrade] => [
        Number(grade),
        { stability, count: counts[Number(grade)] ?? 1 },
      ]),
    ),
  );

const all = { 1: 1, 2: 3, 3: 6, 4: 20 };

describe('stabilities of the first answer', () => {
  test('stay if all four are known and rising', () => {
    smooth(all)?.forEach((days, index) => {
      expect(days).toBeCloseTo(Object.values(all)[index] ?? 0, 9);
    });
  });

  // Every choice of two or three grades: what is known stays, what is not lies between its neighbours.
  test.each([
    [1, 2],
    [1, 3],
    [1, 4],
    [2, 3],
    [2, 4],
    [3, 4],
    [1, 2, 3],
    [1, 2, 4],
    [1, 3, 4],
    [2, 3, 4],
  ])('are filled in from grades %p %p %p', (...grades) => {
    const known = grades.filter((grade) => typeof grade === 'number');
    const values = smooth(
      Object.fromEntries(Object.entries(all).filter(([grade]) => known.includes(Number(grade)))),
    );
    for (const grade of known) {
      expect(values?.[grade - 1]).toBeCloseTo(Object.values(all)[grade - 1] ?? 0, 9);
    }
    expect([...(values ?? [])].sort((a, b) => a - b)).toEqual(values);
  });

  test('are the default ones, scaled, if only one is known', () => {
    expect(smooth({ 3: (defaultParameters[2] ?? 0) * 2 })).toEqual(
      defaultParameters.slice(0, 4).map((days) => days * 2),
    );
  });

  test('in the wrong order are those of more cards', () => {
    expect(smooth({ 1: 5, 2: 2, 3: 6, 4: 20 }, { 1: 9 })?.map(Math.round)).toEqual([5, 5, 6, 20]);
    expect(smooth({ 1: 5, 2: 2, 3: 6, 4: 20 }, { 2: 9 })?.map(Math.round)).toEqual([2, 2, 6, 20]);
  });

  test('are missing without cards, or if no card ever waited', () => {
    expect(smooth({})).toBeNull();
    expect(finish(fitFirstStability([{ grades: [3, 3], gaps: [0, 0], times: [0, 1] }])).size).toBe(0);
  });
});
