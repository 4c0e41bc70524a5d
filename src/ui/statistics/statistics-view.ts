// The statistics in a tab.
import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { upwards } from '../../core/study/decks/deck-names.ts';
import { readStatistics, type Statistics } from '../../app/statistics/statistics.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { createNew, takenPaths } from '../import/new-file.ts';
import { addButton } from '../sidebar/tab.ts';
import { Redraw } from '../parts/redraw.ts';
import { SizeWatch } from '../parts/size-watch.ts';
import { firstDayOfYear } from './activity-figures.ts';
import { figuresCsv } from './csv.ts';
import { drawFigure } from './draw-figure.ts';
import { figuresOf, sectionNames } from './figures.ts';
import { drawLeeches } from './leeches.ts';
import { SimulatorPanel } from './simulator-panel.ts';
import { drawTiles } from './tiles.ts';
import { ParametersPanel } from './parameters-panel.ts';

export const statisticsViewType = 'note-flashcards-statistics';

const periods = { month: 30, quarter: 91, year: 365, all: null } as const;
type Period = keyof typeof periods;

function readPeriod(value: unknown): Period {
  return (Object.keys(periods) as Period[]).find((name) => name === value) ?? 'month';
}

/** Days that the forecast covers when the period is all time. */
const farthest = 365;
/** ms between a change and the recount; answers come every few seconds. */
const countAfter = 1000;

export class StatisticsView extends ItemView {
  override navigation = false;
  readonly #starting: Starting;
  readonly #open = new Set<string>();
  #desk: Desk | null = null;
  #period: Period = 'month';
  #deck: string | null = null;
  #shown: Statistics | null = null;
  #report: HTMLElement | null = null;
  #decks: HTMLSelectElement | null = null;
  #periods: HTMLSelectElement | null = null;
  #isStale = false;
  /** Incremented by each count; a newer count cancels an older one. */
  #turn = 0;

  constructor(leaf: WorkspaceLeaf, starting: Starting) {
    super(leaf);
    this.#starting = starting;
    this.icon = 'chart-no-axes-column';
  }

  override getViewType(): string {
    return statisticsViewType;
  }

  override getDisplayText(): string {
    return this.#starting.locale.statistics.title;
  }

  override getState(): Record<string, unknown> {
    return { period: this.#period, deck: this.#deck };
  }

  /** The user's choices, also after a restart. */
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const { period, deck } = Object(state) as Record<string, unknown>;
    this.#period = readPeriod(period);
    this.#deck = typeof deck === 'string' ? deck : null;
    if (!this.#periods) return;
    this.#periods.value = this.#period;
    if (this.#desk) void this.#count(this.#desk);
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-statistics');
    drawWhenReady(this, this.#starting, (desk) => this.#begin(desk));
    return Promise.resolve();
  }

  #begin(desk: Desk): void {
    this.#desk = desk;
    this.#drawFrame(desk);
    const recount = new Redraw(countAfter, () => {
      // A hidden tab recounts when it comes to the front.
      if (this.contentEl.clientWidth === 0) this.#isStale = true;
      else void this.#count(desk);
    });
    this.register(desk.flashcards.onChange(() => recount.soon()));
    const observer = new SizeWatch(this.contentEl, () => this.#resized(desk));
    observer.observe(this.contentEl);
    this.register(() => {
      observer.close();
      recount.close();
      this.#turn += 1;
    });
    void this.#count(desk);
  }

  #drawFrame(desk: Desk): void {
    const { statistics: statisticsWords } = desk.locale;
    const bar = this.contentEl.createDiv('nf-statistics-bar');
    const choose = (
      label: string,
      options: readonly (readonly [string, string])[],
      set: (value: string) => void,
    ): HTMLSelectElement => {
      const el = bar.createEl('label', { text: label });
      const select = el.createEl('select', { cls: 'dropdown' });
      for (const [value, text] of options) select.createEl('option', { value, text });
      select.addEventListener('change', () => {
        set(select.value);
        void this.app.workspace.requestSaveLayout();
        void this.#count(desk);
      });
      return select;
    };
    this.#periods = choose(statisticsWords.period, Object.entries(statisticsWords.periods), (value) => {
      this.#period = readPeriod(value);
    });
    this.#periods.value = this.#period;
    this.#decks = choose(statisticsWords.deck, [], (value) => (this.#deck = value === '' ? null : value));
    addButton(bar, statisticsWords.exportCsv, 'export', () => void this.#export(desk));
    this.#report = this.contentEl.createDiv('nf-statistics-report');
    this.#report.createDiv({ cls: 'nf-hint', text: statisticsWords.reading });
    const memory = this.contentEl.createEl('section', { cls: 'nf-statistics-memory' });
    memory.createEl('h3', { text: statisticsWords.sections.memory });
    this.addChild(new ParametersPanel(desk, memory));
    this.addChild(new SimulatorPanel(desk, memory));
  }

  #resized(desk: Desk): void {
    if (!this.#isStale || this.contentEl.clientWidth === 0) return;
    this.#isStale = false;
    void this.#count(desk);
  }

  async #count(desk: Desk): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    if (desk.flashcards.knowledge !== 'known' && this.#report) {
      this.#report.empty();
      drawUnknown(this.#report, desk);
      return;
    }
    const back = periods[this.#period];
    const request = { deck: this.#deck, back, ahead: back ?? farthest };
    const found = await readStatistics(desk.flashcards, desk.slices, request, () => turn !== this.#turn);
    if (found === null || !this.#report) return;
    this.#shown = found;
    this.#drawReport(desk, this.#report, found);
  }

  #drawReport(desk: Desk, el: HTMLElement, statistics: Statistics): void {
    const { statistics: statisticsWords } = desk.locale;
    const { scrollTop } = this.contentEl;
    this.#fillDecks(desk);
    el.empty();
    const isEmpty = statistics.tally.days.size === 0 && this.#deck === null;
    this.contentEl.toggleClass('nf-is-empty', isEmpty);
    if (isEmpty) {
      this.#drawEmpty(desk, el, statistics.standing.all.cards);
      return;
    }
    drawTiles(desk.locale, el, statistics);
    const host = { locale: desk.locale, open: this.#open, firstDay: firstDayOfYear(statistics.today) };
    for (const name of sectionNames) {
      const section = el.createEl('section', { attr: { 'data-section': name } });
      section.createEl('h3', { text: statisticsWords.sections[name] });
      const figures = figuresOf(desk.locale, statistics, name);
      if (name === 'recall' && !figures.some(({ id }) => id === 'true-retention'))
        section.createDiv({ cls: 'nf-hint', text: statisticsWords.noRecallYet });
      const grid = section.createDiv('nf-figures');
      for (const figure of figures) drawFigure(grid, figure, host);
      if (name === 'cards') drawLeeches(grid, desk, statistics);
    }
    this.contentEl.scrollTop = scrollTop;
  }

  /** Decks come and go with the notes, so each count refills the dropdown. */
  #fillDecks({ flashcards: cards }: Desk): void {
    const select = this.#decks;
    if (!select) return;
    const decks = [...cards.linker.notes.values()].flatMap((list) =>
      list.map(({ card }) => cards.study.deckName(card.deck)),
    );
    // After a start, the chosen deck's notes may not have been read yet.
    const paths = deckPaths(this.#deck === null ? decks : [...decks, cards.study.deckName(this.#deck)]);
    const options = [['', this.#starting.locale.statistics.allDecks], ...paths.map((deck) => [deck, deck])];
    select.empty();
    for (const [value, text] of options) select.createEl('option', { value: value ?? '', text: text ?? '' });
    select.value = this.#deck === null ? '' : cards.study.deckName(this.#deck);
  }

  #drawEmpty(desk: Desk, el: HTMLElement, cards: number): void {
    const { empty } = desk.locale.statistics;
    const box = el.createDiv('nf-statistics-empty');
    box.createEl('h3', { text: empty.title });
    box.createEl('p', { text: empty.text });
    if (cards > 0)
      addButton(box, empty.study, 'study', () => desk.study({ scope: { kind: 'all' } })).addClass('mod-cta');
  }

  async #export(desk: Desk): Promise<void> {
    const statistics = this.#shown;
    if (!statistics) return;
    const figures = sectionNames.flatMap((name) => figuresOf(desk.locale, statistics, name));
    const taken = takenPaths(this.app);
    let path = 'Flashcards statistics.csv';
    for (let nth = 2; taken.has(path.toLowerCase()); nth += 1)
      path = `Flashcards statistics ${String(nth)}.csv`;
    try {
      await createNew(this.app, path, figuresCsv(figures));
      desk.tell(desk.locale.statistics.exported(path));
    } catch (error) {
      desk.tell(desk.locale.failed(error));
    }
  }
}

/** Each deck and its ancestors, by name; not the root. */
function deckPaths(decks: readonly string[]): readonly string[] {
  const paths = new Set<string>();
  for (const deck of new Set(decks)) {
    for (const path of upwards(deck)) paths.add(path);
  }
  paths.delete('');
  return [...paths].sort((a, b) => a.localeCompare(b));
}
