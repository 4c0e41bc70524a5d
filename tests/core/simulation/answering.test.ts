import { expect, test } from '@jest/globals';
import { answeringOf } from '../../../src/core/simulation/answering.ts';
import { usualAnswering } from '../../../src/core/simulation/simulate.ts';
import { day, historyOf, noon, today } from '../schedule/histories.ts';

test('without answers a person answers as usual', () => {
  const { first, known } = answeringOf([]);
  first.forEach((share, index) => expect(share).toBeCloseTo(usualAnswering.first[index] ?? 0));
  known.forEach((share, index) => expect(share).toBeCloseTo(usualAnswering.known[index] ?? 0));
});

test('with many answers their own shares show', () => {
  const easy = Array.from({ length: 5000 }, () =>
    historyOf([
      [4, noon],
      [2, noon + 3 * day],
    ]),
  );
  const { first, known } = answeringOf(easy);
  expect(first[3]).toBeGreaterThan(0.97);
  expect(known[0]).toBeGreaterThan(0.97);
});

test('an answer again on the same day says nothing of what is known', () => {
  const repeated = Array.from({ length: 5000 }, () =>
    historyOf([
      [1, noon],
      [4, noon + 60_000],
    ]),
  );
  expect(answeringOf(repeated).known[2]).toBeCloseTo(usualAnswering.known[2] ?? 0);
});

test('the first answer to a card that brought its memory is no first answer', () => {
  const memory = { key: 'k', s: 10, d: 5, y: today - 10, due: today };
  const { first, known } = answeringOf(
    Array.from({ length: 5000 }, () => historyOf([[4, noon]], { memory })),
  );
  expect(first[3]).toBeCloseTo(usualAnswering.first[3] ?? 0);
  expect(known[2]).toBeGreaterThan(0.97);
});
