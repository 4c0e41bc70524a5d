// Bars and lines as SVG. No chart library: uPlot, the smallest maintained one, is 52 kB of our 600 kB limit,
// draws on a canvas that themes and screen readers cannot see, and its strength, many points, is not needed: we draw
// about 120 bars at most. The drawing stretches with its box, so resizing a pane redraws nothing; text is in HTML
// around it.
import type { Figure, FigureRow, Series } from './figure.ts';
import type { Locale } from '../locale.ts';

const height = 100;
const mostTicks = 6;

/** @param name id of the element that names the chart */
export function drawPlot(locale: Locale, el: HTMLElement, figure: Figure, name: string): void {
  const { rows, series } = figure;
  const [low, high] = figure.domain ?? [0, niceTop(rows, series)];
  const y = (value: number): number =>
    height - (height * (Math.min(Math.max(value, low), high) - low)) / (high - low);
  const axis = series.find(({ mark }) => mark !== 'table');
  const readout = createReadout(el);
  // Time runs left to right in charts in every language.
  const plot = el.createDiv({ cls: 'nf-plot', attr: { dir: 'ltr' } });
  const labels = plot.createDiv({ cls: 'nf-plot-y', attr: { 'aria-hidden': 'true' } });
  for (const value of [high, (low + high) / 2, low]) labels.createSpan({ text: axis?.format(value) ?? '' });
  const svg = plot.createDiv('nf-plot-area').createSvg('svg', {
    attr: {
      viewBox: `0 0 ${String(rows.length)} ${String(height)}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-labelledby': name,
    },
  });
  for (const at of [0, height / 2, height])
    svg.createSvg('line', { cls: 'nf-plot-grid', attr: { x1: 0, x2: rows.length, y1: at, y2: at } });
  rows.forEach((row, index) => drawBars(svg, row, series, index, y, low));
  series.forEach((one, nth) => {
    if (one.mark !== 'line') return;
    const d = linePath(
      rows.map(({ values }) => values[nth] ?? null),
      y,
    );
    svg.createSvg('path', { cls: `nf-plot-line nf-tone-${one.tone}`, attr: { d } });
  });
  drawTicks(plot, rows);
  readOut(svg, readout, (x) => {
    const row = rows[Math.floor(x * rows.length)];
    if (!row) return '';
    const values = row.values.flatMap((value, nth) => sayValue(locale, series[nth], value));
    return [row.label, ...values].join(' · ');
  });
}

export function drawLegend(el: HTMLElement, series: readonly Series[]): void {
  const shown = series.filter(({ mark }) => mark !== 'table');
  if (shown.length < 2) return;
  const list = el.createEl('ul', { cls: 'nf-legend' });
  for (const { name, tone, mark } of shown) {
    const item = list.createEl('li');
    item.createSpan({ cls: `nf-legend-mark nf-legend-${mark} nf-tone-${tone}` });
    item.createSpan({ text: name });
  }
}

function drawBars(
  svg: SVGElement,
  { values }: FigureRow,
  series: readonly Series[],
  index: number,
  y: (value: number) => number,
  low: number,
): void {
  let base = low;
  series.forEach(({ mark, tone }, nth) => {
    const value = values[nth] ?? 0;
    if (mark !== 'bar' || value <= 0) return;
    const top = low === 0 ? base + value : value;
    const attr = { x: index + 0.1, width: 0.8, y: y(top), height: Math.max(0, y(base) - y(top)) };
    svg.createSvg('rect', { cls: `nf-tone-${tone}`, attr });
    base = top;
  });
}

/** Missing values leave a gap; a single point shows as a dot, thanks to the line's round caps. */
function linePath(values: readonly (number | null)[], y: (value: number) => number): string {
  let isDown = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDown = false;
        return '';
      }
      const at = `${String(index + 0.5)} ${y(value).toFixed(2)}`;
      const step = isDown ? `L${at}` : `M${at}h.001`;
      isDown = true;
      return step;
    })
    .join('');
}

/** Letters that fit below a 300 px plot; beyond that, every second label sits lower. */
const mostLetters = 24;

function drawTicks(plot: HTMLElement, rows: readonly FigureRow[]): void {
  const axis = plot.createDiv({ cls: 'nf-plot-x', attr: { 'aria-hidden': 'true' } });
  const every = Math.ceil(rows.length / mostTicks);
  const narrow = rows.length <= 10 ? 1 : every;
  const letters = rows.reduce((sum, { tick, label }) => sum + (tick ?? label).length, 0);
  axis.toggleClass('nf-plot-x-words', narrow === 1 && letters > mostLetters);
  rows.forEach(({ tick, label }, index) => {
    if (index % narrow !== 0) return;
    const span = axis.createSpan({ text: tick ?? label });
    span.setCssProps({ '--nf-at': String((index + 0.5) / rows.length) });
  });
}

/** The line above a chart that shows the values under the pointer, where it covers nothing. */
export function createReadout(el: HTMLElement): HTMLElement {
  return el.createDiv({ cls: 'nf-plot-readout', attr: { 'aria-hidden': 'true' } });
}

/** @param textAt the values at this share (0–1) of the width and height */
export function readOut(
  area: SVGElement,
  readout: HTMLElement,
  textAt: (x: number, y: number) => string,
): void {
  const show = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, width, height: tall } = area.getBoundingClientRect();
    readout.setText(textAt((clientX - left) / width, (clientY - top) / tall));
  };
  area.addEventListener('pointermove', show);
  area.addEventListener('pointerdown', show);
  area.addEventListener('pointerleave', (event) => {
    // A finger leaves as it lifts; what it touched stays to be read.
    if (event.pointerType !== 'touch') readout.setText('');
  });
}

function sayValue(locale: Locale, series: Series | undefined, value: number | null): string[] {
  if (!series || value === null || (value === 0 && series.mark === 'bar')) return [];
  return [locale.statistics.from(series.name, series.format(value))];
}

/** A round number above all values. */
function niceTop(rows: readonly FigureRow[], series: readonly Series[]): number {
  let most = 0;
  for (const { values } of rows) {
    let stacked = 0;
    series.forEach(({ mark }, nth) => {
      if (mark === 'bar') stacked += values[nth] ?? 0;
      if (mark === 'line') most = Math.max(most, values[nth] ?? 0);
    });
    most = Math.max(most, stacked);
  }
  if (most <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((times) => times * power).find((top) => top >= most) ?? most;
}
