// The list of all cards: find some, select them, and act on them together.
import { Component, Menu, type MenuPositionDef, Platform } from 'obsidian';
import { columns, type Column } from '../../app/browse/card-order.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import { CardSearch } from '../../app/browse/card-search.ts';
import { everything, type Query } from '../../core/query/query.ts';
import type { Desk } from '../shell/desk.ts';
import type { Knowledge } from '../../app/history/missing-logs.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { noteFacts } from '../parts/note-facts.ts';
import { openMenu } from '../parts/open-menu.ts';
import { makePause } from '../../app/work/slices.ts';
import { drawn, Redraw, replaceFocused } from '../parts/redraw.ts';
import { SizeWatch } from '../parts/size-watch.ts';
import { ActionBar } from './action-bar.ts';
import { cardActions, type CardAction, titleOf } from './card-actions.ts';
import { CardPane } from './card-pane.ts';
import { CardGrid } from './card-grid.ts';
import type { ListState } from './list-state.ts';
import { QueryField } from './query-field.ts';
import { addSavedSearches, keepChoice } from './saved-searches.ts';
import { Selection } from './selection.ts';

/** px; below it there is no room for columns. */
const wideFrom = 640;
/** px; from it on there is room for all columns. */
const allFrom = 900;
const fewColumns: readonly Column[] = ['question', 'note', 'source', 'state', 'due', 'lapses'];
/** px; below it the preview is under the list, as the style sheet says. */
const besideFrom = 1000;
/** ms between a card change and the redraw. */
const drawAfter = 150;

export class CardList extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #id = `nf-cards-${String(Math.trunc(performance.now() * 1000))}`;
  readonly #search: CardSearch;
  readonly #selection = new Selection();
  readonly #field: QueryField;
  readonly #bar: ActionBar;
  readonly #bodyEl: HTMLElement;
  readonly #pane: CardPane;
  readonly #unknownEl: HTMLElement;
  #knowledge: Knowledge;
  readonly #emptyEl: HTMLElement;
  readonly #changed: (state: ListState) => void;
  #state: ListState;
  #query: Query = everything;
  #grid: CardGrid;
  #isWide: boolean;
  #drawnColumns = '';
  #rows: readonly CardRow[] = [];
  /** Counts searches: one that a newer search has overtaken stops. */
  #asked = 0;
  readonly #redraw = new Redraw(drawAfter, () => {
    // A hidden list is drawn when it comes to the front.
    if (this.#el.clientWidth === 0) this.#isStale = true;
    else void this.#find();
  });
  #isStale = false;

  /** @param changed called when the search or the order changes */
  constructor(desk: Desk, el: HTMLElement, state: ListState, changed: (state: ListState) => void) {
    super();
    this.#desk = desk;
    this.#el = el;
    this.#state = state;
    this.#changed = changed;
    this.#knowledge = desk.flashcards.knowledge;
    this.#search = new CardSearch(desk.flashcards, noteFacts(desk.app));
    const head = el.createDiv('nf-cards-head');
    const problemEl = el.createDiv({ cls: 'nf-cards-problem', attr: { role: 'status' } });
    problemEl.hide();
    this.#field = new QueryField(
      {
        locale: desk.locale,
        id: this.#id,
        asked: (text, query) => this.#ask(text, query),
        left: () => this.#enterGrid(),
      },
      head,
      problemEl,
    );
    addSavedSearches(desk, head, this.#field);
    this.#bar = new ActionBar(desk.locale, el, {
      columns: (event) => this.#showColumns(event),
      sort: (event) => this.#showSort(event),
      all: () => this.#select(() => this.#selection.all()),
      preview: () => this.#pane.toggle(),
      none: () => this.#select(() => this.#selection.none()),
      run: (action) => this.#run(action),
      more: (event) => this.#showMenu({ x: event.clientX, y: event.clientY }),
      undo: () => {
        desk.undo();
        this.#grid.focus();
      },
    });
    this.#unknownEl = el.createDiv();
    drawUnknown(this.#unknownEl, desk);
    const main = el.createDiv('nf-cards-main');
    this.#bodyEl = main.createDiv('nf-cards-body');
    this.#emptyEl = this.#bodyEl.createDiv({ cls: 'nf-hint nf-cards-empty' });
    this.#pane = this.addChild(
      new CardPane(desk, main, (isSaved) => {
        if (isSaved) this.#bar.say(desk.locale.main.editor.saved, false);
        this.#grid.focus();
      }),
    );
    this.#isWide = this.#hasRoom();
    this.#grid = this.#newGrid();
  }

  override onload(): void {
    this.#field.set(this.#state.query);
    this.register(this.#desk.flashcards.onChange(() => this.#refreshSoon()));
    const observer = new SizeWatch(this.#el, () => this.#resized());
    observer.observe(this.#bodyEl);
    this.register(() => {
      observer.close();
      this.#redraw.close();
      this.#field.close();
      this.#asked += 1;
    });
  }

  setState(state: ListState): void {
    this.#state = state;
    this.#redrawGrid();
    this.#field.set(state.query);
  }

  focus(): void {
    this.#field.focus();
  }

  #hasRoom(): boolean {
    return !Platform.isPhone && this.#bodyEl.clientWidth >= wideFrom;
  }

  #newGrid(): CardGrid {
    this.#drawnColumns = this.#columns.join();
    return this.addChild(
      new CardGrid({
        locale: this.#desk.locale,
        el: this.#bodyEl,
        id: this.#id,
        isWide: this.#isWide,
        columns: this.#columns,
        sort: this.#state.sort,
        today: () => (this.#knowledge === 'reading' ? null : this.#desk.flashcards.study.today),
        selection: this.#selection,
        sortBy: (column) => this.#sortBy(column),
        selected: () => this.#selected(),
        pressed: (event) => this.#pressed(event),
        opened: () => this.#run(this.#actions().find(({ name }) => name === 'open')),
        showMenu: (at) => this.#showMenu(at),
      }),
    );
  }

  get #columns(): readonly Column[] {
    const chosen = this.#desk.flashcards.settings.general.columns;
    const shown = columns.filter((column) => chosen.includes(column));
    if (shown.length > 0) return shown;
    return this.#bodyEl.clientWidth >= allFrom ? columns : fewColumns;
  }

  /** Redraws the table when its shape or its header has changed. */
  #redrawGrid(): void {
    replaceFocused(this.#el, () => {
      this.removeChild(this.#grid);
      this.#isWide = this.#hasRoom();
      this.#grid = this.#newGrid();
      this.#grid.setRows(this.#rows);
    });
  }

  #ask(query: string, read: Query): void {
    this.#query = read;
    if (query !== this.#state.query) this.#keep({ ...this.#state, query });
    void this.#find();
  }

  #keep(state: ListState): void {
    this.#state = state;
    this.#changed(state);
  }

  async #find(): Promise<void> {
    const { cardList: cardListWords } = this.#desk.locale;
    const asked = (this.#asked += 1);
    const goOn = makePause(this.#desk.slices, () => asked === this.#asked);
    const { sort } = this.#state;
    let drawing: Promise<void> | null = null;
    const first = (some: readonly CardRow[]): void => {
      this.#grid.setRows(some);
      drawing = drawn(this.#el);
    };
    // Else the browser draws the first rows only after all are listed.
    const pause = async (): Promise<boolean> => {
      await drawing;
      drawing = null;
      return goOn();
    };
    const rows = await this.#search.find(this.#query, { sort, withAnswers: false, first }, pause);
    if (!rows || asked !== this.#asked) return;
    this.#rows = rows;
    this.#selection.setRows(rows);
    this.#grid.setRows(rows);
    this.#emptyEl.toggle(rows.length === 0);
    this.#emptyEl.setText(this.#search.table.size === 0 ? cardListWords.noCards : cardListWords.none);
    this.#selected();
    await this.#search.prepare(pause);
  }

  /** Whether the history is known rarely changes, but affects every row. */
  #showKnowledge(): void {
    const { knowledge } = this.#desk.flashcards;
    if (knowledge === this.#knowledge) return;
    this.#knowledge = knowledge;
    this.#unknownEl.empty();
    drawUnknown(this.#unknownEl, this.#desk);
    this.#redrawGrid();
  }

  #refreshSoon(): void {
    this.#showKnowledge();
    if (this.#el.clientWidth > 0) this.#followShape();
    this.#search.changed();
    this.#redraw.soon();
  }

  #resized(): void {
    if (this.#el.clientWidth === 0) return;
    this.#followShape();
    if (!this.#isStale) return;
    this.#isStale = false;
    void this.#find();
  }

  /** Rows or columns, and which: by room and settings. */
  #followShape(): void {
    if (this.#isWide !== this.#hasRoom() || this.#drawnColumns !== this.#columns.join()) this.#redrawGrid();
  }

  /** Ascending, then descending, then as in the vault. */
  #sortBy(column: Column | null): void {
    const { sort } = this.#state;
    const isSame = column !== null && sort?.column === column;
    const descending = isSame && !sort.descending;
    const isOff = column === null || (isSame && sort.descending);
    this.#keep({ ...this.#state, sort: isOff ? null : { column, descending } });
    this.#redrawGrid();
    void this.#find();
  }

  /** Beside the list, where there is always room for it, the first card is shown before one is chosen. */
  #showPane(): void {
    const isBeside = this.#el.clientWidth >= besideFrom;
    this.#pane.show((this.#rows[this.#selection.active] ?? (isBeside ? this.#rows[0] : null))?.id ?? null);
  }

  #select(change: () => void): void {
    change();
    this.#selected();
  }

  #selected(): void {
    const { ids } = this.#selection;
    this.#grid.showSelection();
    this.#showPane();
    this.#bar.show({
      found: this.#rows.length,
      of: this.#search.table.size,
      selected: ids.size,
      isWide: this.#isWide,
      actions: ids.size > 0 ? this.#actions() : [],
    });
  }

  /** Acts on the selection, or else on the row with the keyboard cursor. */
  #actions(): readonly CardAction[] {
    const active = this.#rows[this.#selection.active]?.id;
    const ids = this.#selection.inOrder();
    const [first = active] = ids;
    if (first === undefined) return [];
    const one = active !== undefined && (ids.length === 0 || this.#selection.has(active)) ? active : first;
    return cardActions(
      this.#desk,
      ids.length > 0 ? ids : [first],
      one,
      (said) => this.#bar.say(said),
      (id) => this.#pane.edit(id),
    );
  }

  #run(action: CardAction | undefined, at?: MenuPositionDef): void {
    if (!action) return;
    try {
      const said = action.run(at);
      if (said !== null) this.#bar.say(said);
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
    }
  }

  #enterGrid(): void {
    if (this.#selection.active < 0) this.#selection.move(0);
    this.#grid.focus();
    this.#selected();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.altKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isMod && key === 'a') this.#selection.all();
    else if ((isMod && key === 'z') || (!isMod && key === 'u')) this.#desk.undo();
    else if (isMod) return;
    else if (key === 'Escape' && this.#selection.ids.size > 0) this.#selection.none();
    else if (key === ' ') this.#selection.pick(this.#selection.active, { toggle: true });
    else if (key === '/') this.#field.focus();
    else if (key === 'v') this.#pane.toggle();
    else {
      const action = this.#actions().find((one) => one.key === key);
      if (!action) return;
      if (!event.repeat) this.#run(action);
    }
    event.preventDefault();
    this.#selected();
  }

  #showMenu(at: { readonly x: number; readonly y: number }): void {
    const menu = new Menu();
    for (const action of this.#actions()) {
      const title = titleOf(this.#desk.locale, action.name);
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setIcon(action.icon)
          .onClick(() => this.#run(action, at)),
      );
    }
    menu.showAtPosition(at, this.#el.doc);
  }

  #showColumns(event: MouseEvent): void {
    const menu = new Menu();
    const shown = this.#columns;
    for (const column of columns) {
      const isShown = shown.includes(column);
      const after = isShown ? shown.filter((one) => one !== column) : [...shown, column];
      menu.addItem((item) =>
        item
          .setTitle(this.#desk.locale.cardList.columns[column])
          .setChecked(isShown)
          .setDisabled(after.length === 0)
          .onClick(() => keepChoice(this.#desk, { columns: after })),
      );
    }
    openMenu(menu, event);
  }

  #showSort(event: MouseEvent): void {
    const { cardList: cardListWords } = this.#desk.locale;
    const menu = new Menu();
    const now = this.#state.sort?.column ?? null;
    for (const column of [null, ...columns]) {
      const title = column === null ? cardListWords.vaultOrder : cardListWords.columns[column];
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setChecked(column === now)
          .onClick(() => this.#sortBy(column)),
      );
    }
    openMenu(menu, event);
  }
}
