// The simulator: what each desired retention would cost and yield over a year.
import { Component } from 'obsidian';
import { simulateRetentions } from '../../app/statistics/optimizer.ts';
import type { Simulated } from '../../core/simulation/simulate.ts';
import type { Desk } from '../shell/desk.ts';
import { addButton } from '../sidebar/tab.ts';
import { drawFigure } from './draw-figure.ts';
import type { Figure, Tone } from './figure.ts';
import type { Locale } from '../locale.ts';

const days = 364;
const retentions = [0.75, 0.8, 0.85, 0.9, 0.95];
const tones: readonly Tone[] = ['again', 'hard', 'good', 'easy', 'accent', 'mature'];

export class SimulatorPanel extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #open = new Set<string>();
  #isOff = false;

  constructor(desk: Desk, el: HTMLElement) {
    super();
    this.#desk = desk;
    this.#el = el.createDiv('nf-simulator');
  }

  override onload(): void {
    const { simulator: said } = this.#desk.locale.statistics;
    this.#el.createDiv({ cls: 'nf-figure-title', text: said.title });
    const { newPerDay } = this.#desk.flashcards.settings.study;
    this.#el.createDiv({ cls: 'nf-hint', text: said.about(newPerDay) });
    const buttons = this.#el.createDiv('nf-buttons');
    const status = this.#el.createDiv({ cls: 'nf-hint', attr: { role: 'status' } });
    const results = this.#el.createDiv('nf-figures');
    const button = addButton(buttons, said.run, 'simulate', () => {
      button.disabled = true;
      void this.#run(status, results).finally(() => (button.disabled = false));
    });
  }

  override onunload(): void {
    this.#isOff = true;
  }

  async #run(status: HTMLElement, results: HTMLElement): Promise<void> {
    const { flashcards: cards, slices, habits } = this.#desk;
    const { desiredRetention } = cards.settings.schedule;
    const wanted = [...new Set([...retentions, desiredRetention])].sort((a, b) => a - b);
    const found = await simulateRetentions(cards, slices, wanted, days, {
      isOff: () => this.#isOff,
      progress: (share) => status.setText(this.#desk.locale.statistics.simulator.progress(share)),
    });
    if (found === null) return;
    status.setText('');
    results.empty();
    const { locale } = this.#desk;
    const host = { locale, open: this.#open, firstDay: 0 };
    for (const figure of simulationFigures(locale, found, habits.pace)) drawFigure(results, figure, host);
  }
}

/** @param pace ms per answer */
function simulationFigures(locale: Locale, found: readonly Simulated[], pace: number): readonly Figure[] {
  const { format } = locale;
  const { simulator: said } = locale.statistics;
  const series = found.map(({ retention }, nth) => ({
    name: format.percent(retention),
    mark: 'line' as const,
    tone: tones[nth % tones.length] ?? 'accent',
    format: format.number,
  }));
  const weekly = found.map(({ reviews }) => weeks(reviews));
  const figure = (id: string, title: string, about: string, all: readonly (readonly number[])[]): Figure => ({
    id: `simulated-${id}`,
    title,
    about,
    category: said.week,
    series,
    rows: (all[0] ?? []).map((_, week) => ({
      label: format.number(week + 1),
      values: all.map((values) => values[week] ?? null),
    })),
  });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const column = (name: string) => ({
    name,
    mark: 'table' as const,
    tone: 'muted' as const,
    format: format.number,
  });
  const summary: Figure = {
    id: 'simulated-year',
    title: said.summaryTitle,
    about: said.summaryAbout,
    category: locale.statistics.columns.desired,
    shape: 'table',
    series: [column(said.reviewsTitle), column(said.minutes), column(said.knownTitle)],
    rows: found.map(({ retention, reviews, known }) => {
      const perDay = mean(reviews);
      return {
        label: format.percent(retention),
        values: [perDay, (perDay * pace) / 60_000, Math.round(known.at(-1) ?? 0)],
      };
    }),
  };
  return [
    summary,
    figure('reviews', said.reviewsTitle, said.reviewsAbout, weekly),
    figure(
      'known',
      said.knownTitle,
      said.knownAbout,
      found.map(({ known }) => known.map(Math.round)),
    ),
  ];
}

/** Seven-day averages. */
function weeks(daily: readonly number[]): readonly number[] {
  return Array.from({ length: Math.floor(daily.length / 7) }, (_, week) => {
    const seven = daily.slice(week * 7, week * 7 + 7);
    return Math.round(seven.reduce((sum, one) => sum + one, 0) / 7);
  });
}
