import { describe, expect, test } from '@jest/globals';
import { differenceInCalendarDays, startOfDay } from 'date-fns';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { studyDay, studyDayEnd, studyDayStart } from '../../../src/core/schedule/study-day.ts';
import { zoneOf } from './zones.ts';

const newYork = zoneOf('America/New_York');
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'UTC',
].map((name) => [name, zoneOf(name)] as const);

/** The study day of an instant as a person in New York tells it. */
function inNewYork(iso: string): number {
  const at = Date.parse(iso);
  return studyDay(at, newYork(at), 4);
}

describe('a study day', () => {
  test('is counted from 1970-01-01', () => {
    expect(studyDay(Date.parse('1970-01-02T05:00Z'), 0, 4)).toBe(1);
  });

  test('holds 23:59 and 00:01 of one night', () => {
    expect(inNewYork('2026-05-01T23:59-04:00')).toBe(inNewYork('2026-05-02T00:01-04:00'));
  });

  test('ends between 03:59 and 04:01', () => {
    expect(inNewYork('2026-05-02T04:01-04:00') - inNewYork('2026-05-02T03:59-04:00')).toBe(1);
  });

  test('turns at midnight with a rollover hour of 0', () => {
    const at = Date.parse('2026-05-02T00:00Z');
    expect(studyDay(at, 0, 0) - studyDay(at - 1, 0, 0)).toBe(1);
  });

  // The tests run in New York's zone, in which date-fns counts.
  const instant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') });

  test('turns with the calendar day of date-fns at a rollover hour of 0', () => {
    const days = (at: number): number => studyDay(at, newYork(at), 0);
    fc.assert(
      fc.property(instant, instant, (one, two) => {
        expect(days(two) - days(one)).toBe(differenceInCalendarDays(two, one));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('starts with the calendar day of date-fns at a rollover hour of 0', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(studyDayStart(studyDay(at, newYork(at), 0), newYork, 0)).toBe(startOfDay(at).getTime());
      }),
      { numRuns: runs(2000) },
    );
  });

  test('does not turn when the clock springs forward', () => {
    expect(inNewYork('2026-03-08T03:01-04:00')).toBe(inNewYork('2026-03-08T01:59-05:00'));
  });

  test('still turns at 04:00 after the clock has sprung forward', () => {
    expect(inNewYork('2026-03-08T04:01-04:00') - inNewYork('2026-03-08T03:59-04:00')).toBe(1);
  });

  test('does not turn when the clock falls back', () => {
    expect(inNewYork('2026-11-01T01:01-05:00')).toBe(inNewYork('2026-11-01T01:59-04:00'));
  });

  test('still turns at 04:00 after the clock has fallen back', () => {
    expect(inNewYork('2026-11-01T04:01-05:00') - inNewYork('2026-11-01T03:59-05:00')).toBe(1);
  });

  test('is the local one on both ends of a flight', () => {
    const landing = Date.parse('2026-05-02T07:00Z');
    const berlin = zoneOf('Europe/Berlin');
    // 09:00 in Berlin is tomorrow already while it is 03:00 in New York.
    expect(studyDay(landing, berlin(landing), 4) - studyDay(landing, newYork(landing), 4)).toBe(1);
  });

  test.each(zones)('in %s, for any hour, starts at the first instant that belongs to it', (_, zoneAt) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_400, max: 21_200 }),
        fc.integer({ min: 0, max: 23 }),
        (day, rolloverHour) => {
          const start = studyDayStart(day, zoneAt, rolloverHour);
          expect(studyDay(start, zoneAt(start), rolloverHour)).toBe(day);
          expect(studyDay(start - 1, zoneAt(start - 1), rolloverHour)).toBeLessThan(day);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  test('starts with the skip where the clock skips its first hour', () => {
    const start = studyDayStart(inNewYork('2026-03-08T12:00-04:00'), newYork, 2);
    expect(new Date(start).toISOString()).toBe('2026-03-08T07:00:00.000Z');
  });

  test('is 23 hours long when the clock springs forward', () => {
    const day = inNewYork('2026-03-07T12:00-05:00');
    expect(studyDayEnd(day, newYork, 4) - studyDayStart(day, newYork, 4)).toBe(23 * 3_600_000);
  });

  test('is 25 hours long when the clock falls back', () => {
    const day = inNewYork('2026-10-31T12:00-04:00');
    expect(studyDayEnd(day, newYork, 4) - studyDayStart(day, newYork, 4)).toBe(25 * 3_600_000);
  });
});
