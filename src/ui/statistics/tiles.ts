// The few numbers above all charts.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { retention } from '../../core/statistics/recall.ts';
import type { Locale } from '../locale.ts';

export function drawTiles(
  locale: Locale,
  el: HTMLElement,
  { tally, standing, today, request }: Statistics,
): void {
  const { format } = locale;
  const { columns, tiles } = locale.statistics;
  const list = el.createEl('dl', { cls: 'nf-tiles' });
  const { period, days } = tally;
  const from = request.back === null ? -Infinity : today - request.back + 1;
  const remembered = retention(period);
  const studied = [...days.keys()].filter((day) => day >= from).length;
  const { known, learned } = standing.all;
  const knownNow = learned === 0 ? tiles.none : tiles.knownOf(known, learned);
  for (const [id, name, value] of [
    ['today', tiles.today, format.number(days.get(today)?.answers ?? 0)],
    ['period', columns.reviews, format.number(period.answers)],
    ['days', tiles.days, format.number(studied)],
    ['time', tiles.time, format.longTime(period.ms)],
    ['retention', tiles.retention, remembered === null ? tiles.none : format.percent(remembered)],
    ['known', tiles.known, knownNow],
  ] as const) {
    const tile = list.createDiv({ cls: 'nf-tile', attr: { 'data-tile': id } });
    tile.createEl('dt', { text: name });
    tile.createEl('dd', { text: value });
  }
}
