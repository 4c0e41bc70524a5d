// Converts study days to calendar dates and back. The only file that uses date-fns. A study day is a whole number of
// days since 1970-01-01, so its date is read in UTC. Which study day an instant falls on is a separate question: see
// study-day.ts.
import { utc, UTCDate } from '@date-fns/utc';
import {
  addDays,
  addMonths,
  differenceInCalendarDays,
  formatISO,
  getDay,
  isValid,
  lightFormat,
  parseISO,
  startOfMonth,
  startOfWeek,
} from 'date-fns';

/** Milliseconds in a day without a clock change. */
export const dayMs = 86_400_000;

const epoch = new UTCDate(0);
const monday = 1;

/** The date of a study day, at midnight UTC. */
export function dateOf(day: number): Date {
  return addDays(epoch, day);
}

function dayOf(date: Date): number {
  return differenceInCalendarDays(date, epoch);
}

/** 0 is Sunday, as in `Date`. */
export function weekdayOf(day: number): number {
  return getDay(dateOf(day));
}

/** The Monday on or before a study day. */
export function mondayOf(day: number): number {
  return dayOf(startOfWeek(dateOf(day), { weekStartsOn: monday }));
}

/** The first day of the calendar month `later` months after the month of a study day. */
export function firstOfMonth(day: number, later = 0): number {
  return dayOf(startOfMonth(addMonths(startOfMonth(dateOf(day)), later)));
}

/**
 * The study day of a calendar date; null if there is no such date, such as 30 February. `month` is 1 to 12. Without
 * date-fns: an import of another plugin's schedules asks twice for each, and took 4% longer with it.
 */
export function dayOfDate(year: number, month: number, day: number): number | null {
  if (!(year > 0 && year < 10_000)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayMs : null;
}

/** The study day of `2026-11-28`; null for any other text. */
export function dayOfIsoDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = parseISO(text, { in: utc });
  return isValid(date) ? dayOf(date) : null;
}

/** `2026-11-28`. */
export function isoDate(day: number): string {
  return formatISO(dateOf(day), { representation: 'date' });
}

/** Formats an instant in ms since 1970 as `2026-11-28T09:30:00.000Z`. */
export function isoInstant(at: number): string {
  return new UTCDate(at).toISOString();
}

/** Formats an instant in ms since 1970 as `2026-11`: the month in UTC, wherever the device is. */
export function isoMonth(at: number): string {
  return lightFormat(new UTCDate(at), 'yyyy-MM');
}
