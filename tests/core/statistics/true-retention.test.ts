// The table of true retention.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryModel } from '../../../src/core/schedule/fsrs.ts';
import { tally, type Tally } from '../../../src/core/statistics/tally.ts';
import { trueRetention } from '../../../src/core/statistics/true-retention.ts';
import type { CardHistory } from '../../../src/core/history/event.ts';
import { runs } from '../../random.ts';
import { anyHistory, day, historyOf, minute, noon, today } from '../schedule/histories.ts';
import { finish } from '../training/cards.ts';

const place = { deck: 'ml', source: 'callout' };

function tallyOf(histories: readonly CardHistory[], from = 0): Tally {
  const lives = histories.map(({ reviews, memory }) => ({ reviews, memory, place, isCurrent: true }));
  return finish(tally(lives, { model: memoryModel(null, 0.9), today, from }));
}

const { days } = tallyOf([
  historyOf([
    [3, noon - 60 * day],
    [1, noon - 40 * day], // young, failed
    [3, noon - 40 * day + 10 * minute], // the same day: not counted
    [2, noon - 19 * day], // mature from 21 days on, passed
    [4, noon], // young: 19 days, passed
  ]),
  historyOf([
    [1, noon - 22 * day],
    [1, noon], // mature, failed
  ]),
]);

test.each([
  ['today', today, { asked: 1, known: 1 }, { asked: 1, known: 0 }],
  ['of a month', today - 29, { asked: 1, known: 1 }, { asked: 2, known: 1 }],
  ['of all time', -Infinity, { asked: 2, known: 1 }, { asked: 2, known: 1 }],
])(
  'true retention %s counts the first review of a day, passed unless graded Again',
  (_, from, young, mature) => {
    const all = { asked: young.asked + mature.asked, known: young.known + mature.known };
    expect(trueRetention(days, from)).toEqual({ young, mature, all });
  },
);

test('the table agrees with the tile of the period', () => {
  fc.assert(
    fc.property(fc.array(anyHistory, { maxLength: 6 }), fc.nat(3000), (histories, back) => {
      const found = tallyOf(histories, today - back);
      const { asked, known } = found.period;
      expect(trueRetention(found.days, today - back).all).toEqual({ asked, known });
    }),
    { numRuns: runs(1000) },
  );
});
