// Which cards are left out of training, and which answers count.
import { describe, expect, test } from '@jest/globals';
import type { Grade } from '../../../src/core/history/event.ts';
import { measureFit } from '../../../src/core/training/fit.ts';
import { withoutOutliers } from '../../../src/core/training/outliers.ts';
import { before, trainingCards, type TrainingCard } from '../../../src/core/training/training-card.ts';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import { day, historyOf, minute, noon } from '../schedule/histories.ts';
import { finish } from './cards.ts';

const card = (grade: Grade, wait: number): TrainingCard => ({
  grades: [grade, 3],
  gaps: [0, wait],
  times: [0, wait],
});
const many = (count: number, grade: Grade, wait: number): TrainingCard[] =>
  Array.from({ length: count }, () => card(grade, wait));

/** `grade after wait: count` of what is kept. */
function kept(cards: readonly TrainingCard[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { grades, gaps } of withoutOutliers(cards)) {
    const name = `${grades[0] ?? 0} after ${gaps[1] ?? 0}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('cards whose first wait is rare', () => {
  test('are removed until 20 are gone, rarest first', () => {
    const cards = [...many(100, 3, 1), ...many(11, 3, 2), ...many(10, 3, 3), ...many(9, 3, 4)];
    expect(kept(cards)).toEqual({ '3 after 1': 100, '3 after 2': 11 });
  });

  test('are removed until a twentieth is gone if that is more', () => {
    const cards = [...many(1000, 3, 1), ...many(30, 3, 2), ...many(25, 3, 3)];
    expect(kept(cards)).toEqual({ '3 after 1': 1000, '3 after 2': 30 });
  });

  test('are removed if fewer than six share it, even when enough are gone', () => {
    const cards = [2, 3, 4, 5, 6].flatMap((wait) => many(5, 3, wait));
    expect(kept([...many(100, 3, 1), ...cards, ...many(6, 3, 7)])).toEqual({
      '3 after 1': 100,
      '3 after 7': 6,
    });
  });

  test('are removed above 100 days however common, after Easy above 365', () => {
    const cards = [
      ...many(60, 3, 100),
      ...many(60, 3, 101),
      ...many(60, 4, 365),
      ...many(60, 4, 366),
      ...many(60, 4, 101),
    ];
    expect(kept(cards)).toEqual({ '3 after 100': 60, '4 after 365': 60, '4 after 101': 60 });
  });

  test('are counted for each first grade', () => {
    expect(kept([...many(100, 3, 1), ...many(100, 1, 2), ...many(9, 3, 2)])).toEqual({
      '3 after 1': 100,
      '1 after 2': 100,
    });
  });

  test('are removed if they were never answered on a later day', () => {
    const same: TrainingCard = { grades: [3, 3], gaps: [0, 0], times: [0, 1] };
    expect(kept([...many(100, 3, 1), same])).toEqual({ '3 after 1': 100 });
  });
});

describe('what training reads from a history', () => {
  test('is its grades, and the days between them', () => {
    const history = historyOf([
      [1, noon],
      [3, noon + 10 * minute],
      [4, noon + 3 * day],
    ]);
    expect(trainingCards([history])).toEqual([
      { grades: [1, 3, 4], gaps: [0, 0, 3], times: [noon, noon + 10 * minute, noon + 3 * day] },
    ]);
  });

  test.each([
    ['a card that was answered once', historyOf([[3, noon]])],
    [
      'a card that was answered on one day',
      historyOf([
        [1, noon],
        [3, noon + minute],
      ]),
    ],
    [
      'a card that was learned elsewhere',
      historyOf(
        [
          [3, noon],
          [3, noon + 3 * day],
        ],
        { memory: { key: 'k', s: 1, d: 5, y: 1, due: 2 } },
      ),
    ],
  ])('ignores %s', (_, history) => {
    expect(trainingCards([history])).toEqual([]);
  });

  test('ends before a moment', () => {
    const all: TrainingCard = { grades: [1, 3, 4], gaps: [0, 1, 3], times: [10, 20, 30] };
    expect([before(all, 20), before(all, 31), before(all, 10)]).toEqual([
      { grades: [1], gaps: [0], times: [10] },
      all,
      { grades: [], gaps: [], times: [] },
    ]);
  });
});

describe('how well parameters predict', () => {
  test('is zero if no answer is on a later day', () => {
    const same: TrainingCard = { grades: [3, 3], gaps: [0, 0], times: [0, 1] };
    expect(finish(measureFit([same], defaultParameters))).toEqual({ logLoss: 0, rmse: 0, answers: 0 });
  });

  test('counts answers from the moment on', () => {
    const cards = many(4, 3, 5);
    expect([5, 6].map((from) => finish(measureFit(cards, defaultParameters, from)).answers)).toEqual([4, 0]);
  });

  test('is better for answers that are known as often as predicted', () => {
    const forgotten: TrainingCard = { grades: [3, 1], gaps: [0, 2], times: [0, 2] };
    const fit = (cards: readonly TrainingCard[]) => finish(measureFit(cards, defaultParameters));
    const [good, bad] = [
      fit([...many(9, 3, 2), forgotten]),
      fit(Array.from({ length: 10 }, () => forgotten)),
    ];
    expect(good.logLoss).toBeLessThan(bad.logLoss);
    expect(good.rmse).toBeLessThan(bad.rmse);
  });
});
