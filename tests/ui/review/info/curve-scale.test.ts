// What a forgetting curve spans.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { curveScale } from '../../../../src/ui/review/info/curve-scale.ts';

/** FSRS's curve with the decay of FSRS-5. */
const recall = (stability: number, days: number): number => (1 + ((19 / 81) * days) / stability) ** -0.5;

/** Reviews as days from one to the next and the stability after; `since`: days from the last one to today. */
function scale(stops: readonly (readonly [number, number])[], since: number, wanted = 0.9) {
  let day = 20_000;
  const all = stops.map(([days, stability]) => ({ day: (day += days), stability, isKnown: true }));
  return { ...curveScale(recall, all, day + since, wanted), reviewed: day };
}

describe('the scale of a forgetting curve', () => {
  test.each([
    ['ends at 80% where all is above it', [[0, 10]], 1, 0.9, [1, 0.9, 0.8]],
    ['reaches one half for a card that is overdue', [[0, 10]], 40, 0.9, [1, 0.75, 0.5]],
    ['reaches one quarter for a card that was long left', [[0, 10]], 200, 0.9, [1, 0.625, 0.25]],
    ['reaches zero for one that is nearly forgotten', [[0, 10]], 5000, 0.9, [1, 0.5, 0]],
    ['holds the wanted chance where that is lower than the curve', [[0, 10]], 1, 0.4, [1, 0.625, 0.25]],
    [
      'holds what an earlier review had fallen to',
      [
        [0, 10],
        [200, 300],
      ],
      1,
      0.9,
      [1, 0.625, 0.25],
    ],
  ] as const)('%s', (_, stops, since, wanted, lines) => {
    expect(scale(stops, since, wanted).lines).toEqual(lines);
  });

  test('has room for twice the stability, for today and for two days', () => {
    const room = ([stability, since]: readonly [number, number]) => {
      const { last, reviewed } = scale(
        [
          [0, 3],
          [5, stability],
        ],
        since,
      );
      return last - reviewed;
    };
    expect(
      (
        [
          [0.1, 0],
          [10, 0],
          [10, 100],
        ] as const
      ).map(room),
    ).toEqual([2, 20, 130]);
  });

  test('holds every point of the curve', () => {
    const stability = fc.double({ min: 0.01, max: 36_500, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4000), stability), { minLength: 1, maxLength: 8 }),
        fc.nat(40_000),
        (stops, since) => {
          const { last, lowest, reviewed } = scale(stops, since);
          const ends = [...stops.slice(1).map(([days]) => days), last - reviewed];
          const least = Math.min(...stops.map(([, strength], nth) => recall(strength, ends[nth] ?? 0)));
          expect(least).toBeGreaterThanOrEqual(lowest);
        },
      ),
    );
  });
});
