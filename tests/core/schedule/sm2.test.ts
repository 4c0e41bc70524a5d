import { describe, expect, test } from '@jest/globals';
import { FSRSBinding } from './fsrs-rs.ts';
import fc from 'fast-check';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import { memoryFromSm2 } from '../../../src/core/schedule/sm2.ts';
import { runs } from '../../random.ts';

describe('a schedule of SM-2', () => {
  test('gives the same memory as fsrs-rs', () => {
    const reference = new FSRSBinding([...defaultParameters]);
    const interval = fc.integer({ min: 1, max: 3000 });
    const ease = fc.integer({ min: 130, max: 400 }).map((percent) => percent / 100);
    const retention = fc.constantFrom(0.8, 0.85, 0.9, 0.95);
    fc.assert(
      fc.property(interval, ease, retention, (days, factor, kept) => {
        const expected = reference.memoryStateFromSM2(factor, days, kept);
        const actual = memoryFromSm2(days, factor, kept);
        expect(actual?.stability).toBeCloseTo(expected.stability, 0);
        expect(Math.abs((actual?.stability ?? 0) / expected.stability - 1)).toBeLessThan(1e-4);
        expect(Math.abs((actual?.difficulty ?? 0) / expected.difficulty - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('keeps its interval as stability if it kept a recall of 0.9', () => {
    expect(memoryFromSm2(84, 2.9)?.stability).toBe(84);
  });

  test('is easier the higher its ease', () => {
    expect(memoryFromSm2(30, 3)?.difficulty).toBeLessThan(memoryFromSm2(30, 2.5)?.difficulty ?? 0);
  });

  test.each([
    [0, 2.5],
    [NaN, 2.5],
    [10, NaN],
  ])('is invalid with an interval of %d days and an ease of %d', (interval, ease) => {
    expect(memoryFromSm2(interval, ease)).toBeNull();
  });
});
