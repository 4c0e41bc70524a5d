// A small chart of how the chance of recalling a card falls over the days.
import type { Locale } from '../../locale.ts';
import { curveScale } from './curve-scale.ts';

export interface Curve {
  /** Chance (0–1) of recall this many days after the last review. */
  readonly recall: (days: number) => number;
  /** Days from the last review to now. */
  readonly today: number;
  /** The chance (0–1) at which the card should come up. */
  readonly wanted: number;
  /** Days. */
  readonly stability: number;
}

const width = 320;
const height = 120;
const left = 40;
/** Room for the label of a point at 100 %. */
const top = 20;
const bottom = 20;

export function drawForgettingCurve(
  locale: Locale,
  el: HTMLElement,
  { recall, today, wanted, stability }: Curve,
): void {
  const { format, main: words } = locale;
  const { last, lowest, lines } = curveScale(recall, { today, wanted, stability });
  const x = (days: number) => left + ((width - left - 8) * days) / last;
  const y = (chance: number) => top + ((height - bottom - top) * (1 - chance)) / (1 - lowest);
  const now = format.percent(recall(today));
  const svg = el.createSvg('svg', {
    cls: 'nf-curve',
    attr: {
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      role: 'img',
      'aria-label': words.info.curve(now),
    },
  });
  const line = (cls: string, from: readonly [number, number], to: readonly [number, number]): void => {
    svg.createSvg('line', { cls, attr: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] } });
  };
  const text = (cls: string, at: readonly [number, number], said: string): void => {
    svg.createSvg('text', { cls, attr: { x: at[0], y: at[1] } }).textContent = said;
  };
  for (const chance of lines) {
    line('nf-curve-grid', [left, y(chance)], [width - 8, y(chance)]);
    text('nf-curve-label nf-curve-y', [left - 6, y(chance) + 4], format.percent(chance));
  }
  line('nf-curve-wanted', [left, y(wanted)], [width - 8, y(wanted)]);
  const steps = 60;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const days = (last * step) / steps;
    return `${x(days).toFixed(1)},${y(recall(days)).toFixed(1)}`;
  });
  svg.createSvg('polyline', { cls: 'nf-curve-line', attr: { points: points.join(' ') } });
  svg.createSvg('circle', { cls: 'nf-curve-now', attr: { cx: x(today), cy: y(recall(today)), r: 4 } });
  text('nf-curve-label', [x(today) + 8, y(recall(today)) - 6], `${words.info.curveNow} ${now}`);
  text('nf-curve-label nf-curve-end', [width - 8, height - 5], words.info.curveDays(format.days(last)));
}
