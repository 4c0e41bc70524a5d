import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOfIsoDate } from '../../../src/core/calendar.ts';
import { postponed, readVacation, readVacations } from '../../../src/core/study/vacation.ts';
import { scheduler } from './cards.ts';
import { runs } from '../../random.ts';

const numRuns = runs(5_000, 300);
const due = (dueDay: number, interval: number, card = 'card') => ({
  ...scheduler.newSchedule(card),
  state: 'review' as const,
  dueDay,
  interval,
});
const trip = [{ from: 100, to: 113 }];

describe('a vacation', () => {
  test.each(['2026-02-30', '2026-2-3', 'soon', ''])('is not read from the date “%s”', (date) => {
    expect(dayOfIsoDate(date)).toBeNull();
  });

  test('is counted in study days', () => {
    expect(readVacation({ from: '1970-01-02', to: '1970-01-05' })).toEqual({ from: 1, to: 4 });
  });

  test('that ends before it begins is invalid', () => {
    expect(readVacation({ from: '2026-05-02', to: '2026-05-01' })).toBeNull();
  });

  test('longer than a year is invalid', () => {
    expect(readVacation({ from: '2026-01-01', to: '2027-01-02' })).toBeNull();
  });

  test('that directly follows another is merged with it', () => {
    const vacations = [
      { from: '1970-01-11', to: '1970-01-12' },
      { from: '1970-01-06', to: '1970-01-10' },
    ];
    expect(readVacations(vacations)).toEqual([{ from: 5, to: 11 }]);
  });

  test('leaves alone what is due before and after it', () => {
    const [before, after] = [due(99, 40), due(114, 40)];
    expect([postponed(before, trip, 99), postponed(after, trip, 99)]).toEqual([before, after]);
  });

  test('moves a card with a short interval to the day after it', () => {
    expect(postponed(due(105, 3), trip, 90).dueDay).toBe(114);
  });

  test('spreads cards with long intervals over the days after it', () => {
    const days = Array.from({ length: 200 }, (_, nth) => postponed(due(105, 60, `c${nth}`), trip, 90).dueDay);
    expect([Math.min(...days.map(Number)), new Set(days).size]).toEqual([114, 15]);
  });

  test('holds back what was overdue when it began, as long as it lasts', () => {
    const days = [99, 100, 113, 114].map((today) => postponed(due(80, 10), trip, today).dueDay);
    expect(days).toEqual([80, 114, 114, 80]);
  });

  test("never delays a card by more than a quarter of its interval, the vacation's length, or a month", () => {
    const anyVacation = fc.tuple(fc.integer({ min: 90, max: 140 }), fc.nat(80)).map(([from, length]) => ({
      from,
      to: from + length,
    }));
    fc.assert(
      fc.property(anyVacation, fc.integer({ min: 80, max: 240 }), fc.nat(900), (one, dueDay, interval) => {
        const found = postponed(due(dueDay, interval), [one], 70).dueDay ?? 0;
        const isInside = dueDay >= one.from && dueDay <= one.to;
        const most = Math.min(30, one.to - one.from + 1, interval / 4);
        expect(found).toBeGreaterThanOrEqual(isInside ? one.to + 1 : dueDay);
        expect(found).toBeLessThanOrEqual(isInside ? one.to + 1 + most : dueDay);
      }),
      { numRuns },
    );
  });

  test('never shows a card on a day of another vacation', () => {
    const vacations = [
      { from: 100, to: 113 },
      { from: 116, to: 120 },
    ];
    const days = Array.from(
      { length: 200 },
      (_, nth) => postponed(due(105, 60, `c${nth}`), vacations, 90).dueDay,
    );
    expect(days.filter((day) => day !== null && day >= 116 && day <= 120)).toEqual([]);
  });

  test('changes nothing about a card except its day', () => {
    const schedule = due(105, 60);
    const { dueDay } = postponed(schedule, trip, 90);
    expect(postponed(schedule, trip, 90)).toEqual({ ...schedule, dueDay });
  });
});
