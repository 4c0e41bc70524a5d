// Study days and dates, held against the calendar of the runtime (`Date` and `Intl` in UTC), which date-fns does not use.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dateOf,
  dayMs,
  dayOfDate,
  dayOfIsoDate,
  firstOfMonth,
  isoDate,
  isoInstant,
  isoMonth,
  mondayOf,
  weekdayOf,
} from '../../src/core/calendar.ts';

// From 1900 to 2200.
const anyDay = fc.integer({ min: -25_567, max: 84_005 });

describe('the calendar', () => {
  test('day 0 is Thursday, 1 January 1970', () => {
    expect([isoDate(0), weekdayOf(0), dateOf(0).getTime()]).toEqual(['1970-01-01', 4, 0]);
  });

  test('a study day is a date in UTC, whatever the zone of the machine and its daylight saving', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * dayMs);
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(dateOf(day).getTime()).toBe(day * dayMs);
        expect(weekdayOf(day)).toBe(date.getUTCDay());
      }),
    );
  });

  test('a date and its study day convert back to each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * dayMs);
        expect(dayOfIsoDate(isoDate(day))).toBe(day);
        expect(dayOfDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      }),
    );
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    'today',
  ])('there is no date “%s”', (text) => expect(dayOfIsoDate(text)).toBeNull());

  test.each([
    [2026, 2, 29],
    [2026, 0, 1],
    [2026, 4, 31],
    [0, 1, 1],
    [Number.NaN, 1, 1],
  ])('there is no day %i-%i-%i', (year, month, day) => expect(dayOfDate(year, month, day)).toBeNull());

  test('a leap year has a 29 February', () => {
    expect(dayOfDate(2028, 2, 29)).toBe(dayOfIsoDate('2028-02-29'));
  });

  test('a week begins on its Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day);
        expect(new Date(monday * dayMs).getUTCDay()).toBe(1);
        expect(day - monday).toBeGreaterThanOrEqual(0);
        expect(day - monday).toBeLessThan(7);
      }),
    );
  });

  test('months are counted from the first of a month, across the end of a year and from the longest months', () => {
    const first = (date: string, later?: number) => isoDate(firstOfMonth(dayOfIsoDate(date) ?? 0, later));
    expect(first('2026-11-28')).toBe('2026-11-01');
    expect(first('2026-12-31', 1)).toBe('2027-01-01');
    expect(first('2026-01-31', 1)).toBe('2026-02-01');
    expect(first('2026-01-01', -1)).toBe('2025-12-01');
  });

  test('an instant is written in UTC', () => {
    const at = Date.UTC(2026, 10, 30, 23, 30, 1, 2);
    expect([isoInstant(at), isoMonth(at)]).toEqual(['2026-11-30T23:30:01.002Z', '2026-11']);
  });
});
