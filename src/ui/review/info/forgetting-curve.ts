// A small chart of the chance of recalling a card: how it fell between its reviews, and how it goes on falling.
import type { Locale } from '../../locale.ts';
import { nameBy } from '../../parts/accessible-name.ts';
import { curveScale, type Stop } from './curve-scale.ts';

export interface Curve {
  /** Chance (0–1) of recall this many days after a review that led to this stability. */
  readonly recall: (stability: number, days: number) => number;
  /** In order. */
  readonly stops: readonly Stop[];
  /** Study day. */
  readonly today: number;
  /** The chance (0–1) at which the card should come up. */
  readonly wanted: number;
}

const width = 320;
const height = 120;
const left = 40;
const right = width - 8;
/** Room for the label of today. */
const top = 20;
const bottom = height - 20;
/** Points of the whole curve. */
const points = 120;

export function drawForgettingCurve(
  locale: Locale,
  el: HTMLElement,
  { recall, stops, today, wanted }: Curve,
): void {
  const [begin, current] = [stops[0], stops.at(-1)];
  if (!begin || !current) return;
  const { format, main: words } = locale;
  const { last, lowest, lines } = curveScale(recall, stops, today, wanted);
  const x = (day: number) => left + ((right - left) * (day - begin.day)) / (last - begin.day);
  const y = (chance: number) => top + ((bottom - top) * (1 - chance)) / (1 - lowest);
  const day = Math.max(today, current.day);
  const chance = recall(current.stability, day - current.day);
  const now = format.percent(chance);
  // Not by `aria-label`: the app would show it as a tooltip over the curve.
  const box = el.createDiv({ attr: { role: 'img' } });
  nameBy(box, words.info.curve(now));
  const svg = box.createSvg('svg', {
    cls: 'nf-curve',
    attr: { viewBox: `0 0 ${String(width)} ${String(height)}` },
  });
  const line = (cls: string, x1: number, y1: number, x2: number, y2: number): void => {
    svg.createSvg('line', { cls, attr: { x1, y1, x2, y2 } });
  };
  const text = (cls: string, atX: number, atY: number, said: string): void => {
    svg.createSvg('text', { cls: `nf-curve-label ${cls}`, attr: { x: atX, y: atY } }).textContent = said;
  };
  const dot = (cls: string, on: number, at: number, r: number): void => {
    svg.createSvg('circle', { cls, attr: { cx: x(on), cy: y(at), r } });
  };
  for (const at of lines) {
    line('nf-curve-grid', left, y(at), right, y(at));
    text('nf-curve-end', left - 6, y(at) + 4, format.percent(at));
  }
  line('nf-curve-wanted', left, y(wanted), right, y(wanted));
  line('nf-curve-grid', x(day), top - 4, x(day), bottom);
  const drawn = stops.flatMap((stop, nth) => {
    const days = (stops[nth + 1]?.day ?? last) - stop.day;
    const steps = Math.ceil((points * days) / (last - begin.day));
    return Array.from({ length: steps + 1 }, (_, step) => {
      const after = steps === 0 ? 0 : (days * step) / steps;
      return `${x(stop.day + after).toFixed(1)},${y(recall(stop.stability, after)).toFixed(1)}`;
    });
  });
  svg.createSvg('polyline', { cls: 'nf-curve-line', attr: { points: drawn.join(' ') } });
  stops.forEach((stop, nth) => {
    const before = stops[nth - 1];
    // A step of the same day tests no memory.
    if (before && stop.day > before.day)
      dot(
        stop.isKnown ? 'nf-curve-known' : 'nf-curve-forgotten',
        stop.day,
        recall(before.stability, stop.day - before.day),
        2.5,
      );
  });
  dot('nf-curve-now', day, chance, 4);
  const isLate = x(day) > width / 2;
  text(isLate ? 'nf-curve-end' : '', x(day), top - 8, `${words.info.curveNow} ${now}`);
  text('', left, height - 5, format.day(begin.day));
  text('nf-curve-end', right, height - 5, format.day(Math.round(last)));
}
