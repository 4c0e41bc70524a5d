import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fuzzRange, pickDay, seededFraction } from '../../../src/core/schedule/fuzz.ts';
import { runs } from '../../random.ts';

const fraction = fc.double({ min: 0, max: 0.999999, noNaN: true });
const fuzzInterval = (interval: number, elapsed: number, maximum: number, drawn: number): number => {
  const { shortest, longest } = fuzzRange(interval, elapsed, maximum);
  return pickDay(shortest, longest, drawn, null);
};
const numRuns = runs(20_000, 500);

describe('fuzz', () => {
  test('draws the same fraction for the same card and review', () => {
    expect(seededFraction('b4k9', 3)).toBe(seededFraction('b4k9', 3));
  });

  // The numbers are from a second implementation, in Python.
  test('keeps the fraction of released versions, since plans on other devices depend on it', () => {
    expect([seededFraction('b4k9', 1), seededFraction('b4k9', 2), seededFraction('c', 1)]).toEqual([
      0.17953395354561508, 0.6473163643386215, 0.9903524394612759,
    ]);
  });

  test('spreads fractions evenly over cards whose ids differ by one character', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let card = 0; card < 10_000; card += 1) {
      const tenth = Math.floor(seededFraction(`card${card}`, 1) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Five standard deviations (30 each) around 1,000.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('spreads fractions over the reviews of one card', () => {
    const drawn = new Set(Array.from({ length: 1000 }, (_, review) => seededFraction('b4k9', review)));
    expect(drawn.size).toBe(1000);
  });

  test.each([1, 2])('leaves an interval of %i days alone', (interval) => {
    expect(fuzzInterval(interval, 0, 36_500, 0.99)).toBe(interval);
  });

  test.each([
    // Lowest and highest day for Anki's ranges, e.g. 10 ± (1 + .15·4.5 + .1·3).
    [3, 2, 4],
    [10, 8, 12],
    [30, 27, 33],
    [100, 93, 107],
  ])('moves %i days to between %i and %i', (interval, low, high) => {
    expect([fuzzInterval(interval, 0, 36_500, 0), fuzzInterval(interval, 0, 36_500, 0.999999)]).toEqual([
      low,
      high,
    ]);
  });

  test('never exceeds the maximum interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 400 }), fraction, (maximum, drawn) => {
        expect(fuzzInterval(maximum, 0, maximum, drawn)).toBeLessThanOrEqual(maximum);
      }),
      { numRuns },
    );
  });

  test('makes no interval shorter than the one before that should be longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 400 }), fc.nat(400), fraction, (interval, elapsed, drawn) => {
        fc.pre(interval > elapsed);
        expect(fuzzInterval(interval, elapsed, 36_500, drawn)).toBeGreaterThan(elapsed);
      }),
      { numRuns },
    );
  });

  test('keeps the order of two intervals under one draw', () => {
    const interval = fc.integer({ min: 1, max: 36_500 });
    fc.assert(
      fc.property(interval, interval, fc.nat(400), fraction, (one, other, elapsed, drawn) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        fc.pre(short > elapsed || long <= elapsed);
        expect(fuzzInterval(short, elapsed, 36_500, drawn)).toBeLessThanOrEqual(
          fuzzInterval(long, elapsed, 36_500, drawn),
        );
      }),
      { numRuns },
    );
  });
});
