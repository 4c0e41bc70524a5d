import { describe, expect, test } from '@jest/globals';
import { differenceInCalendarDays } from 'date-fns';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { studyDay } from '../../../src/core/schedule/study-day.ts';
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

  test('is the local one at both ends of a flight', () => {
    const landing = Date.parse('2026-05-02T07:00Z');
    const berlin = zoneOf('Europe/Berlin');
    // 09:00 in Berlin is tomorrow already while it is 03:00 in New York.
    expect(studyDay(landing, berlin(landing), 4) - studyDay(landing, newYork(landing), 4)).toBe(1);
  });

  test.each(zones)(
    'in %s, for any hour, is one day longer than the day before it, or the same',
    (_, zoneAt) => {
      fc.assert(
        fc.property(instant, fc.integer({ min: 0, max: 23 }), (at, rolloverHour) => {
          const day = studyDay(at, zoneAt(at), rolloverHour);
          const later = at + 3_600_000;
          // An hour on, at most one day has turned, and none has turned back but where the clock itself went back.
          expect([-1, 0, 1]).toContain(studyDay(later, zoneAt(later), rolloverHour) - day);
          const tomorrow = at + 26 * 3_600_000;
          expect([1, 2]).toContain(studyDay(tomorrow, zoneAt(tomorrow), rolloverHour) - day);
        }),
        { numRuns: runs(2000) },
      );
    },
  );
});
