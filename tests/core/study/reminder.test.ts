// When to remind, across midnight, the hour at which a study day begins, vacations and easy days.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { dayOfIsoDate, isoDate } from '../../../src/core/calendar.ts';
import { scheduleDefaults } from '../../../src/core/schedule/schedule.ts';
import { reminder, type ReminderOptions, type ReminderState } from '../../../src/core/study/reminder.ts';

const minute = 60_000;

/** At a local time, two hours east of UTC, with ten cards due. */
function at(
  time: string,
  options: Partial<ReminderOptions> = {},
  state: Partial<Omit<ReminderState, 'moment'>> & { readonly rolloverHour?: number } = {},
) {
  const { rolloverHour = 4, ...others } = state;
  const now = Date.parse(`${time.replace(' ', 'T')}:00Z`) - 120 * minute;
  const found = reminder(
    { remindAt: '18:30', remindCount: 0, ...options },
    {
      moment: { now, zone: 120 },
      schedule: { rolloverHour, easyDays: scheduleDefaults.easyDays },
      vacation: null,
      due: 10,
      isReviewing: false,
      last: null,
      ...others,
    },
  );
  return { ...found, today: isoDate(found.today) };
}
const day = (date: string): number => dayOfIsoDate(date) ?? Number.NaN;

describe('a reminder', () => {
  test.each([
    ['2026-11-30 18:29', false],
    ['2026-11-30 18:30', true],
    ['2026-11-30 23:59', true],
    // The study day goes on until four.
    ['2026-12-01 03:59', true],
    ['2026-12-01 04:00', false],
  ])('at half past six comes at %s: %s', (time, isNow) => {
    expect(at(time)).toMatchObject({ isNow, isOn: isNow });
  });

  test.each([
    ['2026-11-30 20:00', false],
    ['2026-12-01 00:59', false],
    ['2026-12-01 01:00', true],
    ['2026-12-01 03:59', true],
    ['2026-12-01 04:00', false],
  ])('at one in the night comes before the day ends, at %s: %s', (time, isNow) => {
    expect(at(time, { remindAt: '1:00' }).isNow).toBe(isNow);
  });

  test('at the hour at which the day begins comes with the day', () => {
    expect(at('2026-12-01 03:59', { remindAt: '04:00' }, { last: day('2026-11-30') }).isNow).toBe(false);
    expect(at('2026-12-01 04:00', { remindAt: '04:00' }, { last: day('2026-11-30') })).toMatchObject({
      isNow: true,
      today: '2026-12-01',
    });
  });

  test('follows a day that begins at midnight', () => {
    expect(at('2026-12-01 00:10', {}, { rolloverHour: 0, last: day('2026-11-30') }).isNow).toBe(false);
    expect(at('2026-12-01 00:10', { remindAt: '0:05' }, { rolloverHour: 0 }).isNow).toBe(true);
  });

  test('comes once a study day, and holds while something is due', () => {
    const last = day('2026-11-30');
    expect(at('2026-11-30 19:00', {}, { last })).toMatchObject({ isNow: false, isOn: true });
    expect(at('2026-12-01 02:00', {}, { last })).toMatchObject({ isNow: false, isOn: true });
    expect(at('2026-11-30 19:00', {}, { last, due: 0 })).toMatchObject({ isNow: false, isOn: false });
    expect(at('2026-12-01 05:00', {}, { last })).toMatchObject({ isNow: false, isOn: false });
    expect(at('2026-12-01 18:30', {}, { last }).isNow).toBe(true);
  });

  test('comes late to a computer that slept', () => {
    expect(at('2026-11-30 22:47', {}, { last: day('2026-11-27') }).isNow).toBe(true);
  });

  test('comes when so many cards are due, at any hour', () => {
    const options = { remindAt: '', remindCount: 10 };
    expect(at('2026-11-30 06:00', options).isNow).toBe(true);
    expect(at('2026-11-30 06:00', options, { due: 9 }).isNow).toBe(false);
    expect(at('2026-11-30 06:00', { remindCount: 10 }).isNow).toBe(true);
    expect(at('2026-11-30 06:00', options, { last: day('2026-11-30') }).isNow).toBe(false);
  });

  test('waits for a review to end', () => {
    expect(at('2026-11-30 19:00', {}, { isReviewing: true })).toMatchObject({ isNow: false, isOn: false });
    expect(at('2026-11-30 19:01', {}).isNow).toBe(true);
  });

  test('does not come on a vacation, nor on a day without reviews', () => {
    const vacation = { from: day('2026-11-30'), to: day('2026-11-30') };
    const none = { isNow: false, isOn: false };
    expect(at('2026-11-30 19:00', { remindCount: 1 }, { vacation })).toMatchObject(none);
    // A Monday; of Tuesday, the first hours are Monday's.
    const schedule = { rolloverHour: 4, easyDays: { ...scheduleDefaults.easyDays, monday: 'none' as const } };
    expect(at('2026-11-30 19:00', {}, { schedule })).toMatchObject(none);
    expect(at('2026-12-01 03:00', {}, { schedule })).toMatchObject(none);
    expect(at('2026-12-01 19:00', {}, { schedule }).isNow).toBe(true);
    const fewer = { rolloverHour: 4, easyDays: { ...scheduleDefaults.easyDays, monday: 'fewer' as const } };
    expect(at('2026-11-30 19:00', {}, { schedule: fewer }).isNow).toBe(true);
  });

  test('never comes by default', () => {
    expect(at('2026-11-30 23:00', { remindAt: '', remindCount: 0 })).toMatchObject({
      isNow: false,
      isOn: false,
    });
  });

  test('comes exactly once on each day that the app is open', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 23 }), ([hour, min], rolloverHour) => {
        const remindAt = `${String(hour)}:${String(min).padStart(2, '0')}`;
        let last: number | null = null;
        const days: number[] = [];
        const start = day('2026-11-30') * 1440 + rolloverHour * 60;
        for (let passed = 0; passed < 3 * 1440; passed += 7) {
          const found = reminder(
            { remindAt, remindCount: 0 },
            {
              moment: { now: (start + passed) * minute, zone: 0 },
              schedule: { rolloverHour, easyDays: scheduleDefaults.easyDays },
              ...{ vacation: null, due: 1, isReviewing: false, last },
            },
          );
          if (found.isNow) days.push((last = found.today));
        }
        // The last minutes of a day may fall between two looks.
        const isTight = ((hour - rolloverHour) * 60 + min + 1440) % 1440 >= 1440 - 7;
        if (!isTight) expect(days).toEqual([0, 1, 2].map((nth) => day('2026-11-30') + nth));
      }),
      { numRuns: runs(500) },
    );
  });
});
