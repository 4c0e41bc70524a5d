// Numbers, times and dates as a person reads them.
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const monthOfYear = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const minutesOfDay = 24 * 60;
const daysOfMonth = 30.44;
const daysOfYear = 365.25;
const msOfDay = 86_400_000;

export function formatNumber(value: number): string {
  return number.format(value);
}

/** @param share 0–1 */
export function formatPercent(share: number): string {
  return `${number.format(Math.round(share * 100))} %`;
}

/** A stretch of minutes, short: `10 min`, `4 d`, `2.1 mo`. */
export function formatInterval(minutes: number): string {
  if (minutes < 1) return '< 1 min';
  if (minutes < 60) return `${number.format(Math.round(minutes))} min`;
  if (minutes < minutesOfDay) return `${number.format(Math.round(minutes / 6) / 10)} h`;
  return formatDays(minutes / minutesOfDay);
}

/** A stretch of days, short. */
export function formatDays(days: number): string {
  if (days < daysOfMonth) return `${number.format(Math.round(days))} d`;
  if (days < daysOfYear) return `${number.format(days / daysOfMonth)} mo`;
  return `${number.format(days / daysOfYear)} y`;
}

/** ms as `25 s` or `3 min 5 s`. */
export function formatTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${String(seconds)} s`;
  const rest = seconds % 60;
  return `${number.format(Math.floor(seconds / 60))} min${rest === 0 ? '' : ` ${String(rest)} s`}`;
}

/** A study day (days since 1970-01-01) as a date. */
export function formatDay(studyDay: number): string {
  return day.format(studyDay * msOfDay);
}

export function formatWeekday(studyDay: number): string {
  return weekday.format(studyDay * msOfDay);
}

/** A study day without its year. */
export function formatShortDay(studyDay: number): string {
  return shortDay.format(studyDay * msOfDay);
}

/** The month of a study day, short. */
export function formatMonth(studyDay: number): string {
  return month.format(studyDay * msOfDay);
}

export function formatMonthOfYear(studyDay: number): string {
  return monthOfYear.format(studyDay * msOfDay);
}

/** ms since 1970 as a local date with its time. */
export function formatMoment(at: number): string {
  return moment.format(at);
}
