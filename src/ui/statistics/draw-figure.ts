// A figure on screen: its title, its chart, and the same data as a table for anyone who cannot see or point.
import { randomName } from '../parts/accessible-name.ts';
import type { Figure } from './figure.ts';
import { drawLegend, drawPlot } from './plot.ts';
import type { Locale } from '../locale.ts';
import { drawYear } from './year.ts';

export interface FigureHost {
  readonly locale: Locale;
  /** Ids of figures with an open table; kept across redraws. */
  readonly open: Set<string>;
  /** First study day of a year. */
  readonly firstDay: number;
}

export function drawFigure(
  el: HTMLElement,
  figure: Figure,
  { locale, open, firstDay }: FigureHost,
): HTMLElement {
  const box = el.createEl('figure', {
    cls: `nf-figure nf-figure-${figure.shape ?? 'plot'}`,
    attr: { 'data-figure': figure.id },
  });
  // Named by its caption: Obsidian would show an `aria-label` as a tooltip over the chart.
  const name = `nf-figure-${randomName()}`;
  const caption = box.createEl('figcaption', { attr: { id: name } });
  caption.createDiv({ cls: 'nf-figure-title', text: figure.title });
  caption.createDiv({ cls: 'nf-hint', text: figure.about });
  if (figure.shape === 'table') {
    drawTable(locale, box, figure, name);
    return box;
  }
  if (figure.shape === 'year') drawYear(locale, box, figure, name, firstDay);
  else {
    drawLegend(box, figure.series);
    drawPlot(locale, box, figure, name);
  }
  const details = box.createEl('details', { cls: 'nf-figure-table' });
  details.createEl('summary', { text: locale.statistics.table });
  const fill = (): void => {
    if (details.open && !details.querySelector('table')) drawTable(locale, details, figure, name);
  };
  details.open = open.has(figure.id);
  fill();
  details.addEventListener('toggle', () => {
    if (details.open) open.add(figure.id);
    else open.delete(figure.id);
    fill();
  });
  return box;
}

function drawTable(
  locale: Locale,
  el: HTMLElement,
  { category, series, rows, shape }: Figure,
  name: string,
): void {
  const scroll = el.createDiv({
    cls: 'nf-table-scroll',
    attr: { tabindex: 0, role: 'region', 'aria-labelledby': name },
  });
  const table = scroll.createEl('table', { cls: 'nf-table' });
  const head = table.createEl('thead').createEl('tr');
  const named = series.filter(({ mark }) => mark !== 'count');
  for (const name of [category, ...named.map((one) => one.name)])
    head.createEl('th', { text: name, attr: { scope: 'col' } });
  const body = table.createEl('tbody');
  for (const { label, values } of rows) {
    // A year of days without reviews would bury the others.
    if (shape === 'year' && values.every((value) => !value)) continue;
    const row = body.createEl('tr');
    row.createEl('th', { text: label, attr: { scope: 'row' } });
    series.forEach(({ format, mark }, nth) => {
      const value = values[nth] ?? null;
      const text = value === null ? locale.statistics.tiles.none : format(value);
      if (mark !== 'count') row.createEl('td', { text });
      else if (value !== null) row.lastElementChild?.createDiv({ cls: 'nf-hint', text });
    });
  }
}
