import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scheduleDefaults } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { timeline } from '../../../src/core/schedule/timeline.ts';
import { anyHistory, day, historyOf, noon, today } from './histories.ts';
import { runs } from '../../random.ts';

const scheduler = createScheduler({ ...scheduleDefaults, fuzz: false });

describe('the timeline of a card', () => {
  test('is empty without a review', () => {
    expect(timeline(historyOf([]), scheduler)).toEqual([]);
  });

  test('ends with the schedule of the card', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        fc.pre(history.reviews.length > 0);
        expect(timeline(history, scheduler).at(-1)?.after).toEqual(scheduler.replay(history));
      }),
      { numRuns: runs(2000, 100) },
    );
  });

  test('gives the chance of recall at each review, and none at the first', () => {
    const entries = timeline(
      historyOf([
        [4, noon],
        [3, noon + 8 * day],
      ]),
      scheduler,
    );
    expect(entries[0]?.recall).toBeNull();
    // Easy leaves a stability of 8.2956 days, so that after 8 days recall is just above 0.9.
    expect(entries[1]?.recall).toBeCloseTo(0.903, 2);
  });

  test('builds on an imported memory', () => {
    const memory = { key: 'sr', s: 20, d: 5, y: today - 20, due: today };
    expect(timeline(historyOf([[3, noon]], { memory }), scheduler)[0]?.recall).toBeCloseTo(0.9, 6);
  });
});
