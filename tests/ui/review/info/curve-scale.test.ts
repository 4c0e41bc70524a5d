// What a forgetting curve spans.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { curveScale } from '../../../../src/ui/review/info/curve-scale.ts';

/** FSRS's curve with the decay of FSRS-5. */
const recallAt =
  (stability: number) =>
  (days: number): number =>
    (1 + ((19 / 81) * days) / stability) ** -0.5;

const scale = (today: number, stability: number, wanted = 0.9) =>
  curveScale(recallAt(stability), { today, wanted, stability });

describe('the scale of a forgetting curve', () => {
  test.each([
    ['ends at one half where all is above it', 10, 10, 0.9, [1, 0.75, 0.5]],
    ['reaches one quarter for a card that was long left', 200, 10, 0.9, [1, 0.625, 0.25]],
    ['reaches zero for one that is nearly forgotten', 5000, 10, 0.9, [1, 0.5, 0]],
    ['holds the wanted chance where that is lower than the curve', 1, 10, 0.4, [1, 0.625, 0.25]],
  ])('%s', (_, today, stability, wanted, lines) => {
    expect(scale(today, stability, wanted).lines).toEqual(lines);
  });

  test('has room for twice the stability, for today and for two days', () => {
    expect([scale(0, 0.1).last, scale(0, 10).last, scale(100, 10).last]).toEqual([2, 20, 130]);
  });

  test('holds every point of the curve', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.double({ min: 0.01, max: 36_500, noNaN: true }), (today, stability) => {
        const { last, lowest } = scale(today, stability);
        expect(Math.min(recallAt(stability)(last), recallAt(stability)(today))).toBeGreaterThanOrEqual(
          lowest,
        );
      }),
    );
  });
});
