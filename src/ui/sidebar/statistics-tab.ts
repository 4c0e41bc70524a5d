// The statistics at a glance: the last month in numbers, the past weeks as squares.
import { Component } from 'obsidian';
import { readStatistics } from '../../app/statistics/statistics.ts';
import { firstDayOfYear, reviewsFigure, yearFigure } from '../statistics/activity-figures.ts';
import { drawFigure } from '../statistics/draw-figure.ts';
import { hasValues } from '../statistics/figure.ts';
import { openStatistics } from '../statistics/open-statistics.ts';
import { drawTiles } from '../statistics/tiles.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { addButton, type TabHost, type TabPanel } from './tab.ts';

const month = 30;
const weeks = 22;

export class StatisticsTab extends Component implements TabPanel {
  readonly followsNote = false;
  readonly #host: TabHost;
  readonly #el: HTMLElement;
  readonly #open = new Set<string>();
  #turn = 0;

  constructor(host: TabHost) {
    super();
    this.#host = host;
    this.#el = host.el.createDiv('nf-statistics-glance');
  }

  override onunload(): void {
    this.#turn += 1;
  }

  refresh(): void {
    void this.#count();
  }

  async #count(): Promise<void> {
    const { statistics: statisticsWords } = this.#host.desk.locale;
    this.#turn += 1;
    const turn = this.#turn;
    const { desk } = this.#host;
    if (desk.flashcards.knowledge !== 'known') {
      this.#el.empty();
      drawUnknown(this.#el, desk);
      return;
    }
    const request = { deck: null, back: month, ahead: month };
    const found = await readStatistics(desk.flashcards, desk.slices, request, () => turn !== this.#turn);
    if (found === null || turn !== this.#turn) return;
    this.#el.empty();
    const { empty } = statisticsWords;
    if (found.tally.days.size === 0) this.#el.createEl('p', { text: empty.text });
    else {
      drawTiles(desk.locale, this.#el, found);
      const host = { locale: desk.locale, open: this.#open, firstDay: firstDayOfYear(found.today, weeks) };
      for (const figure of [yearFigure(desk.locale, found, weeks), reviewsFigure(desk.locale, found)].filter(
        hasValues,
      ))
        drawFigure(this.#el, figure, host);
    }
    addButton(this.#el, statisticsWords.open, 'statistics', () => void openStatistics(desk.app)).addClass(
      'nf-wide',
    );
  }
}
