import { describe, expect, test } from '@jest/globals';
import { fuzzRange } from '../../../src/core/schedule/fuzz.ts';
import { raisesAfter } from '../../../src/core/schedule/raise.ts';
import { scheduleDefaults, type Raise } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { day, historyOf, noon, today } from './histories.ts';

const on = today + 60;
const planned = (desiredRetention: number, raised: readonly Raise[] = [], fuzz = true) =>
  createScheduler({ ...scheduleDefaults, desiredRetention, raised, fuzz });

/** Cards learned on some days one after the other. */
const histories = Array.from({ length: 300 }, (_, nth) => {
  const start = noon + (nth % 40) * day;
  const reviews = [
    [4, start - 20 * day],
    [3, start],
  ] as const;
  return historyOf(reviews, { id: `card-${nth}` });
});

const plans = histories.map((history) => ({
  old: planned(0.8).replay(history),
  atOnce: planned(0.95).replay(history),
  spread: planned(0.95, [{ on, from: 0.8 }]).replay(history),
}));
const dueDay = ({ dueDay: due }: { readonly dueDay: number | null }): number => due ?? NaN;
const early = plans.filter(({ old, atOnce }) => dueDay(old) > on && dueDay(atOnce) <= on);

describe('a raise of the retention', () => {
  test('spreads over days the cards that it makes due', () => {
    expect(early.length).toBeGreaterThan(30);
    expect(new Set(early.map(({ spread }) => dueDay(spread))).size).toBeGreaterThan(2);
  });

  test('puts none of them before its day, beyond the fuzz, or after the day of the old retention', () => {
    for (const { old, spread } of early) {
      const { shortest, longest } = fuzzRange(
        on - (spread.lastDay ?? NaN),
        0,
        scheduleDefaults.maximumInterval,
      );
      expect(dueDay(spread)).toBeGreaterThanOrEqual(on);
      expect(dueDay(spread)).toBeLessThanOrEqual(Math.min(on + longest - shortest, dueDay(old)));
      expect(spread.interval).toBe(dueDay(spread) - (spread.lastDay ?? NaN));
    }
  });

  test('leaves all other cards and memory unchanged', () => {
    for (const plan of plans) {
      expect(plan.spread.memory).toEqual(plan.old.memory);
      if (!early.includes(plan)) expect(plan.spread).toEqual(plan.atOnce);
    }
  });

  test('leaves cards alone that are answered from its day on', () => {
    const history = historyOf([
      [4, noon],
      [3, noon + 60 * day],
    ]);
    expect(planned(0.95, [{ on, from: 0.8 }]).replay(history)).toEqual(planned(0.95).replay(history));
  });

  test('spreads nothing without the fuzz', () => {
    for (const history of histories)
      expect(planned(0.95, [{ on, from: 0.8 }], false).replay(history)).toEqual(
        planned(0.95, [], false).replay(history),
      );
  });

  test('does not bring back at once what an earlier one spread', () => {
    const twice = planned(0.96, [
      { on, from: 0.8 },
      { on: on + 1, from: 0.95 },
    ]);
    const late = histories.filter((_, nth) => {
      const plan = plans[nth];
      return plan !== undefined && early.includes(plan) && dueDay(plan.spread) > on + 1;
    });
    expect(late.length).toBeGreaterThan(0);
    for (const history of late) expect(dueDay(twice.replay(history))).toBeGreaterThan(on);
  });
});

describe('the raises that are kept', () => {
  test('are the one of today, from the retention of its morning', () => {
    const raised = raisesAfter([], 0.8, 0.9, on);
    expect(raised).toEqual([{ on, from: 0.8 }]);
    expect(raisesAfter(raised, 0.9, 0.95, on)).toEqual(raised);
  });

  test('go when the retention is turned back', () => {
    const raised = raisesAfter(raisesAfter([], 0.8, 0.9, on), 0.9, 0.95, on + 1);
    expect(raised).toHaveLength(2);
    expect(raisesAfter(raised, 0.95, 0.9, on + 2)).toEqual([{ on, from: 0.8 }]);
    expect(raisesAfter(raised, 0.95, 0.8, on + 2)).toEqual([]);
  });
});
