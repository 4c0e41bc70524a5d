// Figures for recall.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { intervalBins } from '../../core/statistics/bins.ts';
import { byMonth } from '../../core/statistics/months.ts';
import { predictedRetention, retention, type Recall } from '../../core/statistics/recall.ts';
import { answerKinds } from '../../core/statistics/tally.ts';
import { trueRetention } from '../../core/statistics/true-retention.ts';
import type { Figure, FigureRow, Series } from './figure.ts';
import type { Locale } from '../locale.ts';

const share = (locale: Locale, name: string, mark: Series['mark'], tone: Series['tone']): Series => ({
  name,
  mark,
  tone,
  format: locale.format.percent,
});
const answers = ({ statistics, format }: Locale): Series => ({
  name: statistics.columns.reviews,
  mark: 'table',
  tone: 'muted',
  format: format.number,
});

function recallSeries(locale: Locale, mark: 'bar' | 'line'): readonly Series[] {
  const { columns } = locale.statistics;
  return [
    share(locale, columns.remembered, mark, 'accent'),
    share(locale, columns.predicted, 'line', 'hard'),
    share(locale, columns.desired, 'line', 'muted'),
    answers(locale),
  ];
}

const recallValues = (recall: Recall, desired: number): readonly (number | null)[] => [
  retention(recall),
  predictedRetention(recall),
  desired,
  recall.asked,
];

/** Starts at one half, or at 0 if any recall is lower. */
function domainOf(rows: readonly FigureRow[]): readonly [number, number] {
  const shares = rows.flatMap(({ values }) => values.slice(0, 2)).filter((value) => value !== null);
  return [Math.min(1, ...shares) < 0.5 ? 0 : 0.5, 1];
}

/** As in Anki: young and mature by how far back it looks, whatever the period. */
export function trueRetentionFigure(locale: Locale, { tally, today }: Statistics): Figure {
  const { columns, figures, from, periods, stages, tiles } = locale.statistics;
  const { longDays, number, percent } = locale.format;
  const spans = [
    { name: locale.main.sidebar.today, days: 1 },
    { name: longDays(7), days: 7 },
    { name: longDays(30), days: 30 },
    { name: longDays(365.25), days: 365 },
    { name: periods.all, days: Infinity },
  ];
  const found = spans.map(({ days }) => trueRetention(tally.days, today - days + 1));
  return {
    id: 'true-retention',
    title: tiles.retention,
    about: `${figures.months.about} ${figures.reviews.about}`,
    category: columns.state,
    shape: 'table',
    series: spans.flatMap(({ name }): Series[] => [
      { name, mark: 'table', tone: 'muted', format: percent },
      { name: from(name, columns.reviews), mark: 'count', tone: 'muted', format: number },
    ]),
    rows: (['young', 'mature', 'all'] as const).map((kind) => ({
      label: kind === 'all' ? columns.total : stages[kind],
      values: found.flatMap((sums) => [retention(sums[kind]), sums[kind].asked || null]),
    })),
  };
}

export function monthsFigure(locale: Locale, { tally, desired, request, today }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const { format } = locale;
  const from = request.back === null ? -Infinity : today - request.back + 1;
  const inPeriod = new Map([...tally.days].filter(([day]) => day >= from));
  const rows = byMonth(inPeriod).map(({ first, recall }) => ({
    label: format.monthOfYear(first),
    tick: format.month(first),
    values: recallValues(recall, desired),
  }));
  const series = recallSeries(locale, 'line');
  const domain = domainOf(rows);
  return {
    id: 'months',
    ...figures.months,
    category: columns.month,
    series,
    rows,
    domain,
  };
}

export function intervalsFigure(locale: Locale, { tally, desired }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const { format } = locale;
  const rows = tally.intervals.map((recall, nth) => {
    const [from, next] = [intervalBins[nth] ?? 0, intervalBins[nth + 1]];
    const to = next === undefined ? null : format.number(next - 1);
    return {
      label: format.range(format.number(from), to),
      tick: format.number(from),
      values: recallValues(recall, desired),
    };
  });
  const series = recallSeries(locale, 'bar');
  const domain = domainOf(rows);
  return {
    id: 'intervals',
    ...figures.intervals,
    category: columns.interval,
    series,
    rows,
    domain,
  };
}

export function buttonsFigure(locale: Locale, { tally }: Statistics): Figure {
  const { columns, figures, stages } = locale.statistics;
  const { main: words } = locale;
  const rows = [words.again, words.hard, words.good, words.easy].map((label, button) => ({
    label,
    values: answerKinds.map((kind) => tally.buttons[kind][button] ?? 0),
  }));
  const series = answerKinds.map((kind): Series => {
    return { name: stages[kind], mark: 'bar', tone: kind, format: locale.format.number };
  });
  return {
    id: 'buttons',
    ...figures.buttons,
    category: columns.button,
    series,
    rows,
  };
}

export function hourRecallFigure(locale: Locale, { tally, desired }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const rows = tally.hours.map((recall, hour) =>
    hourRow(hour, [retention(recall), recall.asked === 0 ? null : desired, recall.asked]),
  );
  const series = [
    share(locale, columns.remembered, 'bar', 'accent'),
    share(locale, columns.desired, 'line', 'muted'),
    answers(locale),
  ];
  const domain: readonly [number, number] = [0, 1];
  return {
    id: 'hour-recall',
    ...figures.hourRecall,
    category: columns.hour,
    series,
    rows,
    domain,
  };
}

function hourRow(hour: number, values: Figure['rows'][number]['values']): Figure['rows'][number] {
  return { label: `${String(hour)}:00`, tick: String(hour), values };
}

export function hoursFigure(locale: Locale, { tally }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const rows = tally.hours.map((recall, hour) => hourRow(hour, [recall.answers, retention(recall)]));
  const series: Series[] = [
    { name: columns.reviews, mark: 'bar', tone: 'accent', format: locale.format.number },
    share(locale, columns.remembered, 'table', 'muted'),
  ];
  return {
    id: 'hours',
    ...figures.hours,
    category: columns.hour,
    series,
    rows,
  };
}
