// Numbers, times and dates as a person reads them, in the language of the screens.
import { dateOf } from '../core/calendar.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly percent: (share: number) => string;
  readonly day: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly shortDay: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly monthOfYear: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly choices: Intl.ListFormat;
  readonly unit: (value: number, unit: Unit) => string;
}

const minutesOfDay = 24 * 60;
const daysOfMonth = 30.44;
const daysOfYear = 365.25;

/** Shorter than Intl's English ("mths"), and those of Anki. */
const english: Readonly<Record<Unit, string>> = {
  second: 's',
  minute: 'min',
  hour: 'h',
  day: 'd',
  month: 'mo',
  year: 'y',
};

function formatsOf(locale: string): Formats {
  const utc = { timeZone: 'UTC' } as const;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const units = new Map<Unit, Intl.NumberFormat>();
  const unitOf = (unit: Unit): Intl.NumberFormat => {
    const known = units.get(unit);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
    units.set(unit, made);
    return made;
  };
  const isEnglish = locale === 'en';
  return {
    number,
    percent: (share) => (isEnglish ? `${number.format(Math.round(share * 100))} %` : percent.format(share)),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...utc }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', ...utc }),
    shortDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...utc }),
    month: new Intl.DateTimeFormat(locale, { month: 'short', ...utc }),
    monthOfYear: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', ...utc }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    choices: new Intl.ListFormat(locale, { type: 'disjunction' }),
    unit: (value, unit) =>
      isEnglish ? `${number.format(value)} ${english[unit]}` : unitOf(unit).format(value),
  };
}

let current = formatsOf('en');

/** @param locale BCP 47, of the words around */
export function useLocale(locale: string): void {
  current = formatsOf(locale);
}

export function formatNumber(value: number): string {
  return current.number.format(value);
}

/** @param share 0–1 */
export function formatPercent(share: number): string {
  return current.percent(share);
}

/** A stretch of minutes, short: `10 min`, `4 d`, `2.1 mo`. */
export function formatInterval(minutes: number): string {
  if (minutes < 1) return `< ${current.unit(1, 'minute')}`;
  if (minutes < 60) return current.unit(Math.round(minutes), 'minute');
  if (minutes < minutesOfDay) return current.unit(Math.round(minutes / 6) / 10, 'hour');
  return formatDays(minutes / minutesOfDay);
}

/** A stretch of days, short. */
export function formatDays(days: number): string {
  if (days < daysOfMonth) return current.unit(Math.round(days), 'day');
  if (days < daysOfYear) return current.unit(days / daysOfMonth, 'month');
  return current.unit(days / daysOfYear, 'year');
}

/** ms as `25 s` or `3 min 5 s`. */
export function formatTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return current.unit(seconds, 'second');
  const rest = seconds % 60;
  const minutes = current.unit(Math.floor(seconds / 60), 'minute');
  return rest === 0 ? minutes : `${minutes} ${current.unit(rest, 'second')}`;
}

/** ms as `25 s`, `3 min 5 s` or, from an hour on, `1.5 h`. */
export function formatLongTime(ms: number): string {
  return ms < 3_600_000 ? formatTime(ms) : current.unit(Math.round(ms / 360_000) / 10, 'hour');
}

/** A study day (days since 1970-01-01) as a date. */
export function formatDay(studyDay: number): string {
  return current.day.format(dateOf(studyDay));
}

export function formatWeekday(studyDay: number): string {
  return current.weekday.format(dateOf(studyDay));
}

/** A study day without its year. */
export function formatShortDay(studyDay: number): string {
  return current.shortDay.format(dateOf(studyDay));
}

/** The month of a study day, short. */
export function formatMonth(studyDay: number): string {
  return current.month.format(dateOf(studyDay));
}

export function formatMonthOfYear(studyDay: number): string {
  return current.monthOfYear.format(dateOf(studyDay));
}

/** ms since 1970 as a local date with its time. */
export function formatMoment(at: number): string {
  return current.moment.format(at);
}

/** `a, b or c` */
export function formatChoices(texts: readonly string[]): string {
  return current.choices.format(texts);
}

/** `1–3`, or `30 +` without an end. */
export function formatRange(from: string, to: string | null): string {
  if (to === null) return `${from} +`;
  return from === to ? from : `${from}–${to}`;
}
