// A year as squares, one column per week; the more reviews, the stronger the color.
import type { Figure, FigureRow } from './figure.ts';
import type { Locale } from '../locale.ts';
import { createReadout, readOut } from './plot.ts';

const cell = 10;
const gap = 2;
const levels = 4;

/**
 * Rows are consecutive days, starting on a Monday.
 * @param name id of the element that names the chart
 */
export function drawYear(
  locale: Locale,
  el: HTMLElement,
  figure: Figure,
  name: string,
  firstDay: number,
): void {
  const { statistics: statisticsWords } = locale;
  const { rows, series } = figure;
  const weeks = Math.ceil(rows.length / 7);
  const readout = createReadout(el);
  const plot = el.createDiv({ cls: 'nf-year', attr: { dir: 'ltr' } });
  const step = cell + gap;
  const svg = plot.createSvg('svg', {
    attr: {
      viewBox: `0 0 ${String(weeks * step - gap)} ${String(7 * step - gap)}`,
      role: 'img',
      'aria-labelledby': name,
    },
  });
  const most = Math.max(1, ...rows.map(({ values }) => values[0] ?? 0));
  const said = (row: FigureRow | undefined): string =>
    row ? statisticsWords.from(row.label, series[0]?.format(row.values[0] ?? 0) ?? '') : '';
  rows.forEach((row, index) => {
    const count = row.values[0] ?? 0;
    // The square root keeps one big day from washing out all the others.
    const level = count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * levels));
    const attr = { x: Math.floor(index / 7) * step, y: (index % 7) * step, width: cell, height: cell, rx: 2 };
    svg.createSvg('rect', { cls: `nf-year-day nf-year-${String(level)}`, attr });
  });
  readOut(svg, readout, (x, y) => said(rows[Math.floor(x * weeks) * 7 + Math.floor(y * 7)]));
  drawMonths(locale, plot, firstDay, weeks);
}

/** Labels the start of each month, unless there is no room before the next. */
function drawMonths(locale: Locale, plot: HTMLElement, firstDay: number, weeks: number): void {
  const { format } = locale;
  const axis = plot.createDiv({ cls: 'nf-plot-x', attr: { 'aria-hidden': 'true' } });
  const every = weeks > 30 ? 2 : 1;
  let last = format.month(firstDay);
  let nth = 0;
  for (let week = 1; week < weeks; week += 1) {
    const month = format.month(firstDay + week * 7);
    if (month === last) continue;
    last = month;
    nth += 1;
    if (nth % every !== 0) continue;
    axis.createSpan({ text: month }).setCssProps({ '--nf-at': String((week + 0.5) / weeks) });
  }
}
