// The few numbers that come before all charts.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { retention } from '../../core/statistics/recall.ts';
import { formatLongTime, formatNumber, formatPercent } from '../format.ts';
import { statisticsWords } from './strings.ts';

const { tiles } = statisticsWords;

export function drawTiles(el: HTMLElement, { tally, standing, today, request }: Statistics): void {
  const list = el.createEl('dl', { cls: 'nf-tiles' });
  const { period, days } = tally;
  const from = request.back === null ? -Infinity : today - request.back + 1;
  const remembered = retention(period);
  const studied = [...days.keys()].filter((day) => day >= from).length;
  const { known, learned } = standing.all;
  const knownNow = learned === 0 ? tiles.none : tiles.knownOf(known, learned);
  for (const [id, name, value] of [
    ['today', tiles.today, formatNumber(days.get(today)?.answers ?? 0)],
    ['period', tiles.period, formatNumber(period.answers)],
    ['days', tiles.days, formatNumber(studied)],
    ['time', tiles.time, formatLongTime(period.ms)],
    ['retention', tiles.retention, remembered === null ? tiles.none : formatPercent(remembered)],
    ['known', tiles.known, knownNow],
  ] as const) {
    const tile = list.createDiv({ cls: 'nf-tile', attr: { 'data-tile': id } });
    tile.createEl('dt', { text: name });
    tile.createEl('dd', { text: value });
  }
}
