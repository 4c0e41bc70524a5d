// Formats numbers, times and dates for reading, in one language.
import { dateOf } from '../core/calendar.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** Each function is self-contained, so it can be passed on. */
export interface Format {
  readonly number: (value: number) => string;
  /** @param share 0–1 */
  readonly percent: (share: number) => string;
  /** A duration in minutes, short: `10 min`, `4 d`, `2.1 mo`. */
  readonly interval: (minutes: number) => string;
  /** A duration in days, short. */
  readonly days: (days: number) => string;
  /** A duration in days, spelled out: `1 day`, `2.1 months`. */
  readonly longDays: (days: number) => string;
  /** ms as `25 s` or `3 min 5 s`. */
  readonly time: (ms: number) => string;
  /** ms as `25 s`, `3 min 5 s` or, from one hour up, `1.5 h`. */
  readonly longTime: (ms: number) => string;
  /** A study day (days since 1970-01-01) as a date. */
  readonly day: (studyDay: number) => string;
  readonly weekday: (studyDay: number) => string;
  /** A study day without its year. */
  readonly shortDay: (studyDay: number) => string;
  /** The month of a study day, short. */
  readonly month: (studyDay: number) => string;
  readonly monthOfYear: (studyDay: number) => string;
  /** ms since 1970 as a local date and time. */
  readonly moment: (at: number) => string;
  /** `a, b or c` */
  readonly choices: (texts: readonly string[]) => string;
  /** `1–3`, or `30 +` if open-ended. */
  readonly range: (from: string, to: string | null) => string;
  /** `3 cards`, `1 card`: for the English strings only, since translations have their own plural forms. */
  readonly counted: (count: number, one: string, many?: string) => string;
}

const minutesOfDay = 24 * 60;
const daysOfMonth = 30.44;
const daysOfYear = 365.25;

/** Shorter than Intl's English ("mths"), and the same as Anki's. */
const english: Readonly<Record<Unit, string>> = {
  second: 's',
  minute: 'min',
  hour: 'h',
  day: 'd',
  month: 'mo',
  year: 'y',
};

/** @param language BCP 47, that of the surrounding text */
export function buildFormat(language: string): Format {
  const utc = { timeZone: 'UTC' } as const;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(language, { style: 'percent' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(language, { type: 'disjunction' });
  const number = (value: number): string => numbers.format(value);
  const unit = language === 'en' ? englishUnit(number) : unitFormat(language, 'short');
  const longUnit = unitFormat(language, 'long');
  const onDay = (options: Intl.DateTimeFormatOptions): ((studyDay: number) => string) => {
    const dates = new Intl.DateTimeFormat(language, { ...options, ...utc });
    return (studyDay) => dates.format(dateOf(studyDay));
  };
  const daysIn =
    (write: WriteUnit) =>
    (count: number): string => {
      if (count < daysOfMonth) return write(Math.round(count), 'day');
      if (count < daysOfYear) return write(count / daysOfMonth, 'month');
      return write(count / daysOfYear, 'year');
    };
  const days = daysIn(unit);
  const time = (ms: number): string => {
    const seconds = Math.round(ms / 1000);
    if (seconds < 60) return unit(seconds, 'second');
    const rest = seconds % 60;
    const minutes = unit(Math.floor(seconds / 60), 'minute');
    return rest === 0 ? minutes : `${minutes} ${unit(rest, 'second')}`;
  };
  return {
    number,
    percent: (share) => shares.format(share),
    interval: (minutes) => {
      if (minutes < 1) return `< ${unit(1, 'minute')}`;
      if (minutes < 60) return unit(Math.round(minutes), 'minute');
      if (minutes < minutesOfDay) return unit(Math.round(minutes / 6) / 10, 'hour');
      return days(minutes / minutesOfDay);
    },
    days,
    longDays: daysIn(longUnit),
    time,
    longTime: (ms) => (ms < 3_600_000 ? time(ms) : unit(Math.round(ms / 360_000) / 10, 'hour')),
    day: onDay({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: onDay({ weekday: 'short' }),
    shortDay: onDay({ day: 'numeric', month: 'short' }),
    month: onDay({ month: 'short' }),
    monthOfYear: onDay({ month: 'long', year: 'numeric' }),
    moment: (at) => moments.format(at),
    choices: (texts) => lists.format(texts),
    range: (from, to) => {
      if (to === null) return `${from} +`;
      return from === to ? from : `${from}–${to}`;
    },
    counted: (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`,
  };
}

/** @param days writes a number of days */
export function stabilityText(days: (count: number) => string, stability: number): string {
  return stability < 1 ? `< ${days(1)}` : days(stability);
}

type WriteUnit = (value: number, unit: Unit) => string;

function englishUnit(number: (value: number) => string): WriteUnit {
  return (value, unit) => `${number(value)} ${english[unit]}`;
}

function unitFormat(language: string, unitDisplay: 'short' | 'long'): WriteUnit {
  const units = new Map<Unit, Intl.NumberFormat>();
  return (value, unit) => {
    const made =
      units.get(unit) ??
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
    units.set(unit, made);
    return made.format(value);
  };
}
