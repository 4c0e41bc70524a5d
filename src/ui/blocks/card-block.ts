// A `flashcards` code block in a note: counts, a list, a button or a chart of the cards that its query finds.
import { MarkdownRenderChild, type Plugin } from 'obsidian';
import { readStanding, readTally } from '../../app/statistics/statistics.ts';
import { type BlockProblem, type CardBlock, parseCardBlock } from '../../core/query/card-block.ts';
import type { Scope } from '../../core/study/scope.ts';
import { queryProblemText } from '../card-list/query-problem.ts';
import type { Locale } from '../locale.ts';
import { dueWords } from '../parts/due-words.ts';
import { Redraw, replaceFocused } from '../parts/redraw.ts';
import { SizeWatch } from '../parts/size-watch.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { addButton } from '../sidebar/tab.ts';
import { firstDayOfYear, forecastFigure, yearFigure } from '../statistics/activity-figures.ts';
import { drawFigure } from '../statistics/draw-figure.ts';
import type { Figure } from '../statistics/figure.ts';
import { drawLaneCounts } from '../study/lane-counts.ts';
import { SharedSearch } from './shared-search.ts';

/** ms between a change and the redraw; answers come every few seconds. */
const drawAfter = 500;
/** If the block does not say. */
const rowsShown = 20;
/** A note is no card list. */
const mostRows = 500;
/** px; below it, half of the past year and of the month ahead have room. */
const wideFrom = 520;

/** A log's fence is `flashcards-log`: another language to the app. */
export function registerCardBlock(plugin: Plugin, starting: Starting): void {
  const search = new SharedSearch();
  plugin.registerMarkdownCodeBlockProcessor('flashcards', (source, el, context) => {
    el.addClass('nf-block');
    const block = parseCardBlock(source);
    if ('query' in block) context.addChild(new BlockChild(el, starting, block, search));
    else drawProblems(starting.locale, el, block);
  });
}

function drawProblems(locale: Locale, el: HTMLElement, problems: readonly BlockProblem[]): void {
  for (const { line, problem } of problems) {
    const text = locale.cardList.inLine(line, queryProblemText(locale, problem));
    el.createDiv({ cls: 'nf-hint nf-problem', text });
  }
}

class BlockChild extends MarkdownRenderChild {
  readonly #starting: Starting;
  readonly #block: CardBlock;
  readonly #search: SharedSearch;
  readonly #open = new Set<string>();
  /** Counts draws: one that a newer one has overtaken stops. */
  #turn = 0;
  #isStale = false;

  constructor(el: HTMLElement, starting: Starting, block: CardBlock, search: SharedSearch) {
    super(el);
    this.#starting = starting;
    this.#block = block;
    this.#search = search;
  }

  override onload(): void {
    const view = { contentEl: this.containerEl, register: (close: () => void) => this.register(close) };
    drawWhenReady(view, this.#starting, (desk) => this.#begin(desk));
  }

  #begin(desk: Desk): void {
    const el = this.containerEl;
    el.createDiv({ cls: 'nf-hint', text: desk.locale.cardList.reading });
    const draw = (): void => {
      // What is hidden, or not in the note yet, is drawn when it comes into sight.
      this.#isStale = el.clientWidth === 0;
      if (this.#isStale) return;
      // Never replace a button while it is pressed.
      if (el.find(':active')) redraw.soon();
      else this.#draw(desk).catch((error: unknown) => this.#say(desk.locale.failed(error)));
    };
    const redraw = new Redraw(drawAfter, draw);
    const watch = new SizeWatch(el, () => {
      if (this.#isStale) draw();
    });
    watch.observe(el);
    const closers = [
      this.#search.join(desk),
      desk.flashcards.onChange(() => redraw.soon()),
      () => watch.close(),
      () => redraw.close(),
      () => (this.#turn += 1),
    ];
    for (const close of closers) this.register(close);
    // Learning cards become due, and days end.
    this.registerInterval(window.setInterval(() => redraw.soon(), 60_000));
    draw();
  }

  #say(text: string): void {
    this.#replace((el) => el.createDiv({ cls: 'nf-hint', text }));
  }

  #replace(draw: (el: HTMLElement) => void): void {
    const el = this.containerEl;
    replaceFocused(el, () => {
      el.empty();
      draw(el);
    });
  }

  async #draw(desk: Desk): Promise<void> {
    const turn = (this.#turn += 1);
    const { flashcards, locale } = desk;
    const { query, show, limit, deck } = this.#block;
    if (flashcards.knowledge !== 'known') {
      this.#replace((el) => drawUnknown(el, desk));
      return;
    }
    if (!flashcards.isIndexed) {
      this.#say(locale.main.sidebar.reading);
      return;
    }
    const isOn = (): boolean => turn === this.#turn;
    let scope: Scope = typeof deck === 'string' ? { kind: 'deck', deck } : { kind: 'all' };
    if (deck === undefined || show === 'list') {
      const rows = await this.#search.find(desk, query, isOn);
      if (!rows) return;
      scope = { kind: 'search', cards: new Set(rows.map(({ id }) => id)) };
      if (rows.length === 0) this.#say(locale.cardList.none);
      else if (show === 'list') this.#list(desk, rows, Math.min(limit ?? rowsShown, mostRows));
      if (rows.length === 0 || show === 'list') return;
    }
    const { study } = flashcards;
    if (show === 'count') {
      const counts = study.counts({ scope });
      this.#replace((el) => drawLaneCounts(el.createDiv('nf-lanes'), locale, counts));
    } else if (show === 'button') this.#button(desk, scope, limit);
    else await this.#figure(desk, scope, isOn);
  }

  #list(desk: Desk, rows: Awaited<ReturnType<SharedSearch['find']>> & object, limit: number): void {
    const { locale, flashcards } = desk;
    this.#replace((el) => {
      const list = el.createEl('ul', { cls: 'nf-block-list' });
      for (const { id, shown, note, card, schedule, isAside } of rows.slice(0, limit)) {
        const item = list.createEl('li');
        const open = (): void => void desk.openLine(note, card.line, 'beside');
        addButton(item, shown, `card ${id}`, open).setAttrs({ dir: 'auto', 'data-card': id });
        const due = dueWords(locale, schedule, flashcards.study.today, isAside);
        item.createSpan({ cls: 'nf-row-hint', text: due });
      }
      if (rows.length > limit)
        addButton(
          el,
          locale.cardList.found(limit, rows.length),
          'more',
          () => void desk.openCards(this.#block.text),
        );
    });
  }

  /** @param limit cards; null for all */
  #button(desk: Desk, all: Scope, limit: number | null): void {
    const { bases } = desk.locale;
    const { study } = desk.flashcards;
    let scope = all;
    if (limit !== null) {
      const { learning, due, new: newCards } = study.queue({ scope });
      const ids = [...learning, ...due, ...newCards].slice(0, limit).map(({ id }) => id);
      scope = { kind: 'search', cards: new Set(ids) };
    }
    const { learning, due, new: newCards } = study.counts({ scope });
    const count = learning + due + newCards;
    if (count === 0) this.#say(bases.nothing);
    else
      this.#replace((el) =>
        addButton(el, bases.study(count), 'study', () => desk.study({ scope })).addClass('mod-cta'),
      );
  }

  async #figure({ locale, flashcards, slices }: Desk, scope: Scope, isOn: () => boolean): Promise<void> {
    const wanted = {
      deck: scope.kind === 'deck' ? scope.deck : null,
      ...(scope.kind === 'search' && { cards: scope.cards }),
    };
    const isOff = (): boolean => !isOn();
    const { today } = flashcards.study;
    const isWide = this.containerEl.clientWidth >= wideFrom;
    const [weeks, ahead] = isWide ? [53, 30] : [26, 14];
    let figure: Figure | null = null;
    if (this.#block.show === 'forecast') {
      const standing = await readStanding(flashcards, slices, { ...wanted, ahead }, isOff);
      figure = standing && forecastFigure(locale, { standing, today });
    } else {
      const tally = await readTally(flashcards, slices, { ...wanted, back: null }, isOff);
      figure = tally && yearFigure(locale, { tally, today }, weeks);
    }
    const found = figure;
    if (found === null || !isOn()) return;
    const host = { locale, open: this.#open, firstDay: firstDayOfYear(today, weeks) };
    this.#replace((el) => drawFigure(el, found, host));
  }
}
