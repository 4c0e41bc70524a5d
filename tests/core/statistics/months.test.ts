import { expect, test } from '@jest/globals';
import { byMonth } from '../../../src/core/statistics/months.ts';
import { noRecall } from '../../../src/core/statistics/recall.ts';

const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;
const asked = (count: number) => ({ ...noRecall(), asked: count });

test('days are added up by month, including months without answers in between', () => {
  const months = byMonth(
    new Map([
      [dayOf(2026, 2, 3), asked(1)],
      [dayOf(2025, 12, 31), asked(2)],
      [dayOf(2025, 12, 1), asked(4)],
    ]),
  );
  expect(months.map(({ first, recall }) => [first, recall.asked])).toEqual([
    [dayOf(2025, 12, 1), 6],
    [dayOf(2026, 1, 1), 0],
    [dayOf(2026, 2, 1), 1],
  ]);
});

test('no days give no months', () => {
  expect(byMonth(new Map())).toEqual([]);
});
