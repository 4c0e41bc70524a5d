// When to remind of what is due: from an hour on, or once so many cards are due, once a study day. Never on a vacation
// or a day without reviews, nor during a review.
import { weekdayOf } from '../calendar.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';
import { weekdays } from '../schedule/spread.ts';
import { studyDay } from '../schedule/study-day.ts';
import type { Moment } from './study-card.ts';
import type { VacationDays } from './vacation.ts';

export interface ReminderOptions {
  /** `18:30`, local; empty for never. */
  readonly remindAt: string;
  /** Cards; 0 for never. */
  readonly remindCount: number;
}

export interface ReminderState {
  readonly moment: Moment;
  readonly schedule: Pick<ScheduleOptions, 'rolloverHour' | 'easyDays'>;
  readonly vacation: VacationDays | null;
  /** What a review would bring today. */
  readonly due: number;
  readonly isReviewing: boolean;
  /** Study day of the last reminder on this device; null if there was none. */
  readonly last: number | null;
}

export interface Reminder {
  readonly today: number;
  /** Whether to remind now. */
  readonly isNow: boolean;
  /** Whether a reminder of today still holds: something is due. */
  readonly isOn: boolean;
}

const dayMinutes = 24 * 60;

/** Minutes since the study day began. */
function minuteOf(localMinute: number, rolloverHour: number): number {
  return (((localMinute - rolloverHour * 60) % dayMinutes) + dayMinutes) % dayMinutes;
}

export function reminder({ remindAt, remindCount }: ReminderOptions, state: ReminderState): Reminder {
  const { moment, schedule, vacation, due, isReviewing, last } = state;
  const { now, zone } = moment;
  const today = studyDay(now, zone, schedule.rolloverHour);
  const weekday = weekdays[weekdayOf(today)];
  const isOff = due === 0 || vacation !== null || (weekday && schedule.easyDays[weekday] === 'none') === true;
  if (isOff || last === today) return { today, isNow: false, isOn: !isOff };
  const [, hour, minute] = /^(\d+):(\d+)$/.exec(remindAt) ?? [];
  const at = minuteOf(Number(hour) * 60 + Number(minute), schedule.rolloverHour);
  const isLate = minuteOf(Math.floor(now / 60_000) + zone, schedule.rolloverHour) >= at;
  const isNow = !isReviewing && (isLate || (remindCount > 0 && due >= remindCount));
  return { today, isNow, isOn: isNow };
}
