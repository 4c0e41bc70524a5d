import { expect, test } from '@jest/globals';
import type { Grade } from '../../../src/core/history/event.ts';
import { answeringOf } from '../../../src/core/simulation/answering.ts';
import { usualAnswering, type Share } from '../../../src/core/simulation/simulate.ts';
import { day, historyOf, noon, today } from '../schedule/histories.ts';

const shareOf = (shares: readonly Share[], wanted: Grade): number =>
  shares.find(({ grade }) => grade === wanted)?.share ?? NaN;
/** As percents, again to easy. */
const percents = (shares: readonly Share[]): [Grade, number][] =>
  shares.map(({ grade, share }) => [grade, Number((100 * share).toFixed(6))]);

test('without answers, typical answers are assumed', () => {
  expect(answeringOf([])).toEqual(usualAnswering);
});

test("with a hundred answers, the user's own shares count half", () => {
  const hard = Array.from({ length: 100 }, () =>
    historyOf([
      [1, noon],
      [2, noon + 3 * day],
    ]),
  );
  const { first, known } = answeringOf(hard);
  expect([percents(first), percents(known)]).toEqual([
    [
      [1, 62],
      [2, 4.5],
      [3, 25],
      [4, 8.5],
    ],
    [
      [2, 61],
      [3, 31.5],
      [4, 7.5],
    ],
  ]);
});

test('a forgotten card says nothing about how well cards are known', () => {
  const forgotten = historyOf([
    [3, noon],
    [1, noon + 3 * day],
  ]);
  expect(answeringOf([forgotten]).known).toEqual(usualAnswering.known);
});

test("with many answers, the user's own shares dominate", () => {
  const easy = Array.from({ length: 5000 }, () =>
    historyOf([
      [4, noon],
      [2, noon + 3 * day],
    ]),
  );
  const { first, known } = answeringOf(easy);
  expect(shareOf(first, 4)).toBeGreaterThan(0.97);
  expect(shareOf(known, 2)).toBeGreaterThan(0.97);
});

test('another answer on the same day says nothing about what is known', () => {
  const repeated = Array.from({ length: 5000 }, () =>
    historyOf([
      [1, noon],
      [4, noon + 60_000],
    ]),
  );
  expect(answeringOf(repeated).known).toEqual(usualAnswering.known);
});

test('the first answer to a card with imported memory is not a first answer', () => {
  const memory = { key: 'k', s: 10, d: 5, y: today - 10, due: today };
  const { first, known } = answeringOf(
    Array.from({ length: 5000 }, () => historyOf([[4, noon]], { memory })),
  );
  expect(shareOf(first, 4)).toBeCloseTo(shareOf(usualAnswering.first, 4));
  expect(shareOf(known, 4)).toBeGreaterThan(0.97);
});
