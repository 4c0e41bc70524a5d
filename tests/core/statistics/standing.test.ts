import { describe, expect, test } from '@jest/globals';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { scheduleDefaults, type Schedule } from '../../../src/core/schedule/schedule.ts';
import { standing, type Standing } from '../../../src/core/statistics/standing.ts';
import { today } from '../schedule/histories.ts';
import { finish } from '../training/cards.ts';

const scheduler = createScheduler(scheduleDefaults);

function card(more: Partial<Schedule> = {}): Schedule {
  return { ...scheduler.newSchedule('card'), ...more };
}

const learned = (stability: number, dueDay: number, more: Partial<Schedule> = {}): Schedule =>
  card({
    state: 'review',
    memory: { stability, difficulty: 5.5 },
    dueDay,
    lastDay: today,
    interval: stability,
    ...more,
  });

function standingOf(schedules: readonly Schedule[]): Standing {
  const cards = schedules.map((schedule) => ({ schedule, place: { deck: 'ml', source: 'heading' } }));
  const retrievability = (schedule: Schedule, at: number) => scheduler.retrievability(schedule, at);
  return finish(standing(cards, { today, days: 30, retrievability }));
}

describe('the standing', () => {
  test('puts each card into one stage', () => {
    const cards = [
      card(),
      card({ state: 'learning' }),
      learned(20, today),
      learned(21, today),
      card({ suspended: true }),
    ];
    expect(standingOf(cards).stages).toEqual({ new: 1, learning: 1, young: 1, mature: 1, suspended: 1 });
  });

  test('shows overdue cards today, and suspended ones never', () => {
    const cards = [
      learned(5, today - 40),
      learned(5, today),
      learned(5, today + 2),
      learned(5, today, { suspended: true }),
    ];
    expect(standingOf(cards).due.slice(0, 4)).toEqual([2, 0, 1, 0]);
  });

  test('leaves out what is due beyond its days', () => {
    expect(standingOf([learned(90, today + 30)]).due.every((count) => count === 0)).toBe(true);
  });

  test('counts stability and difficulty in bins', () => {
    const { stability, difficulty } = standingOf([
      learned(0.5, today),
      learned(7, today),
      learned(3000, today),
      learned(7, today, { memory: { stability: 7, difficulty: 10 } }),
    ]);
    expect(stability).toEqual([1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1]);
    expect(difficulty).toEqual([0, 0, 0, 0, 3, 0, 0, 0, 0, 1]);
  });

  test('counts chances of recall in bins of 5%, and cards by the day of their first review', () => {
    const { retrievability, added } = standingOf([
      learned(9, today, { introducedOn: today - 30 }),
      learned(9, today, { lastDay: today - 9, introducedOn: today - 30 }),
      learned(9, today, { lastDay: today - 90, introducedOn: today - 90 }),
      learned(9, today),
      card(),
    ]);
    const bins = retrievability.flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));
    // 69.4%, 90% and twice 100%.
    expect(bins).toEqual([
      [13, 1],
      [18, 1],
      [19, 2],
    ]);
    expect([...added]).toEqual([
      [today - 30, 2],
      [today - 90, 1],
    ]);
  });

  test('knows a card that was just answered, and no new one', () => {
    const { all } = standingOf([learned(9, today + 9), card()]);
    expect([all.cards, all.learned, all.known]).toEqual([2, 1, 1]);
  });

  test('reports every 2,000 cards', () => {
    const cards = Array.from({ length: 4001 }, () => ({ schedule: card(), place: { deck: '', source: '' } }));
    const retrievability = (): number => 1;
    const work = standing(cards, { today, days: 1, retrievability });
    expect([work.next().value, work.next().value, work.next().done]).toEqual([2000, 4000, true]);
  });

  test('lists leeches by lapses', () => {
    const { leeches } = standingOf([
      learned(1, today, { leech: true, lapses: 8 }),
      learned(1, today, { leech: true, lapses: 11 }),
    ]);
    expect(leeches.map(({ lapses }) => lapses)).toEqual([11, 8]);
  });
});
