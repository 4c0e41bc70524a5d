// Knowledge over time: what the days of the past knew.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryModel } from '../../../src/core/schedule/fsrs.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { scheduleDefaults } from '../../../src/core/schedule/schedule.ts';
import { Knowledge, type KnowledgeOn } from '../../../src/core/statistics/knowledge.ts';
import { tally } from '../../../src/core/statistics/tally.ts';
import type { CardHistory } from '../../../src/core/history/event.ts';
import { runs } from '../../random.ts';
import { anyHistory, day, historyOf, noon, today } from '../schedule/histories.ts';
import { finish } from '../training/cards.ts';

const model = memoryModel(null, 0.9);
const place = { deck: 'ml', source: 'heading' };

function knowledgeOf(
  histories: readonly CardHistory[],
  from: number,
  until: number,
  isCurrent = true,
): readonly KnowledgeOn[] {
  const lives = histories.map(({ reviews, memory }) => ({ reviews, memory, place, isCurrent }));
  return finish(tally(lives, { model, today: until, from })).knowledge;
}

describe('knowledge over time', () => {
  test('samples at most 31 days, evenly, and today', () => {
    const daysOf = (back: number) => new Knowledge(today - back, today).days.map((one) => one.day);
    expect(daysOf(0)).toEqual([today]);
    expect(daysOf(29)).toHaveLength(30);
    const year = daysOf(364);
    expect(year.length).toBeLessThanOrEqual(31);
    expect(year.at(-1)).toBe(today);
    expect(new Set(year.slice(1).map((one, nth) => one - (year[nth] ?? 0))).size).toBe(1);
  });

  test('is what a replay up to each day gives', () => {
    const scheduler = createScheduler(scheduleDefaults);
    fc.assert(
      fc.property(
        fc.array(anyHistory, { maxLength: 5 }),
        fc.nat(900),
        fc.nat(2000),
        (histories, back, later) => {
          const until = today - 3000 + later;
          const replayed = knowledgeOf(histories, until - back, until).map(({ day: on }) => {
            const cards = histories
              .map((one) => ({ ...one, reviews: one.reviews.filter(({ y }) => y <= on) }))
              .filter(({ reviews }) => reviews.length > 0)
              .map((one) => scheduler.retrievability(scheduler.replay(one), on));
            return [on, cards.length, cards.reduce((sum, one) => sum + one, 0).toFixed(6)];
          });
          const found = knowledgeOf(histories, until - back, until).map(({ day: on, learned, known }) => [
            on,
            learned,
            known.toFixed(6),
          ]);
          expect(found).toEqual(replayed);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  test('begins for an imported card where it was learned', () => {
    const memory = { key: 'k', s: 10, d: 5, y: today - 10, due: today };
    const days = knowledgeOf([historyOf([], { memory })], today - 12, today);
    expect(days.map(({ learned }) => learned)).toEqual([0, 0, ...Array.from({ length: 11 }, () => 1)]);
    expect(days.at(-1)?.known).toBeCloseTo(0.9, 6);
  });

  test('leaves out cards that are gone', () => {
    const days = knowledgeOf([historyOf([[3, noon - 5 * day]])], today - 9, today, false);
    expect(days.every(({ learned, known }) => learned === 0 && known === 0)).toBe(true);
  });
});
