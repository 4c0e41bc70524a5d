// Figures for past activity and the forecast.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { mondayOf } from '../../core/calendar.ts';
import { answerKinds } from '../../core/statistics/tally.ts';
import type { Figure, FigureRow, Series } from './figure.ts';
import type { Locale } from '../locale.ts';

/** Most days drawn one by one; longer spans use weeks, and more than two years use months of four weeks. */
const mostDays = 93;
const mostWeeks = 731;

interface Stretch {
  readonly first: number;
  readonly days: number;
}

/** Equal-length stretches between two study days, both included. */
function stretches(from: number, until: number): readonly Stretch[] {
  const count = until - from + 1;
  const days = count <= mostDays ? 1 : count <= mostWeeks ? 7 : 28;
  const list: Stretch[] = [];
  for (let first = from; first <= until; first += days)
    list.push({ first, days: Math.min(days, until - first + 1) });
  return list;
}

function rowsOf(
  locale: Locale,
  from: number,
  until: number,
  valuesOn: (day: number) => readonly number[],
): { readonly category: string; readonly rows: readonly FigureRow[] } {
  const { format } = locale;
  const { columns } = locale.statistics;
  const all = stretches(from, until);
  const rows = all.map(({ first, days }): FigureRow => {
    const sums: number[] = [];
    for (let day = first; day < first + days; day += 1)
      valuesOn(day).forEach((value, nth) => (sums[nth] = (sums[nth] ?? 0) + value));
    return { label: format.day(first), tick: format.shortDay(first), values: sums };
  });
  return { category: all[0]?.days === 1 ? columns.day : columns.week, rows };
}

const bar = (locale: Locale, name: string, tone: Series['tone']): Series => ({
  name,
  mark: 'bar',
  tone,
  format: locale.format.number,
});

/** Study day of the Monday of the week in which the year ending today begins. */
export function firstDayOfYear(today: number, weeks = 53): number {
  return mondayOf(today) - (weeks - 1) * 7;
}

export function yearFigure(
  locale: Locale,
  { tally, today }: Pick<Statistics, 'tally' | 'today'>,
  weeks = 53,
): Figure {
  const { columns, figures, reviews } = locale.statistics;
  const first = firstDayOfYear(today, weeks);
  const rows = Array.from({ length: today - first + 1 }, (_, nth): FigureRow => {
    const count = tally.days.get(first + nth)?.answers ?? 0;
    return { label: locale.format.day(first + nth), values: [count] };
  });
  const series = [{ ...bar(locale, columns.reviews, 'accent'), format: reviews }];
  return {
    id: 'year',
    ...figures.year,
    category: columns.day,
    shape: 'year',
    series,
    rows,
  };
}

/** First study day of the period; for all time, the first day with a review. */
function firstOfPeriod({ request, tally, today }: Statistics): number {
  if (request.back !== null) return today - request.back + 1;
  return Math.min(today, ...tally.days.keys());
}

export function reviewsFigure(locale: Locale, statistics: Statistics): Figure {
  const { figures, stages } = locale.statistics;
  const { tally, today } = statistics;
  const days = rowsOf(locale, firstOfPeriod(statistics), today, (day) => {
    const counts = tally.days.get(day)?.kinds;
    return answerKinds.map((kind) => counts?.[kind] ?? 0);
  });
  const series = answerKinds.map((kind) => bar(locale, stages[kind], kind));
  return { id: 'reviews', ...figures.reviews, series, ...days };
}

/** Each row has its cards and, for the table, all until then. */
export function addedFigure(locale: Locale, statistics: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const { standing, today } = statistics;
  const from = firstOfPeriod(statistics);
  let total = 0;
  for (const [day, cards] of standing.added) if (day < from) total += cards;
  const days = rowsOf(locale, from, today, (day) => [standing.added.get(day) ?? 0]);
  return {
    id: 'added',
    ...figures.added,
    series: [bar(locale, columns.cards, 'new'), { ...bar(locale, columns.total, 'muted'), mark: 'table' }],
    ...days,
    rows: days.rows.map((row) => {
      total += row.values[0] ?? 0;
      return { ...row, values: [...row.values, total] };
    }),
  };
}

export function timeFigure(locale: Locale, statistics: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const { tally, today } = statistics;
  const days = rowsOf(locale, firstOfPeriod(statistics), today, (day) => [
    (tally.days.get(day)?.ms ?? 0) / 60_000,
  ]);
  return {
    id: 'time',
    ...figures.time,
    series: [bar(locale, columns.minutes, 'accent')],
    ...days,
  };
}

export function forecastFigure(
  locale: Locale,
  { standing, today }: Pick<Statistics, 'standing' | 'today'>,
): Figure {
  const { columns, figures } = locale.statistics;
  const days = rowsOf(locale, today, today + standing.due.length - 1, (day) => [
    standing.due[day - today] ?? 0,
  ]);
  return {
    id: 'forecast',
    ...figures.forecast,
    series: [bar(locale, columns.due, 'due')],
    ...days,
  };
}
