// The table of all cards: columns if there is room, two-line rows if not. The keyboard cursor is on one row
// (aria-activedescendant), since rows come and go while scrolling.
import { Component, Platform, setIcon } from 'obsidian';
import { type Column, type Sort } from '../../app/browse/card-order.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import { elementOf } from '../parts/event-element.ts';
import { VirtualList } from '../parts/virtual-list.ts';
import { cellText, hintText } from './cells.ts';
import type { Selection } from './selection.ts';
import type { Locale } from '../locale.ts';

export interface CardGridHost {
  readonly locale: Locale;
  readonly el: HTMLElement;
  /** Unique on the page; row ids begin with it. */
  readonly id: string;
  /** Whether there is room for columns. */
  readonly isWide: boolean;
  readonly columns: readonly Column[];
  readonly sort: Sort | null;
  /** Null while the state of the cards is unknown. */
  readonly today: () => number | null;
  readonly selection: Selection;
  sortBy(column: Column): void;
  /** The selection or the row with the keyboard cursor has changed. */
  selected(): void;
  /** A key that does not move the cursor. */
  pressed(event: KeyboardEvent): void;
  opened(): void;
  showMenu(at: { readonly x: number; readonly y: number }): void;
}

/** px; thumbs need the taller ones. */
const heights = { wide: 34, narrow: 56 } as const;

/** Of the width, beside the others. */
const shares: Readonly<Partial<Record<Column, number>>> = { question: 4, note: 2, deck: 2, state: 1.2 };

const numeric: ReadonlySet<Column> = new Set(['stability', 'difficulty', 'lapses']);

export class CardGrid extends Component {
  readonly #host: CardGridHost;
  readonly #scrollEl: HTMLElement;
  readonly #list: VirtualList<CardRow>;
  readonly #height: number;
  #count = 0;

  constructor(host: CardGridHost) {
    super();
    this.#host = host;
    this.#height = host.isWide ? heights.wide : heights.narrow;
    this.#scrollEl = host.el.createDiv({
      cls: host.isWide ? 'nf-grid' : 'nf-grid nf-grid-narrow',
      attr: {
        role: 'grid',
        tabindex: 0,
        'aria-label': host.locale.cardList.title,
        'aria-multiselectable': 'true',
        'data-key': 'grid',
      },
    });
    if (host.isWide) this.#drawHead();
    this.#scrollEl.setCssProps({ '--nf-columns': host.columns.map((one) => this.#track(one)).join(' ') });
    const rowsEl = this.#scrollEl.createDiv();
    rowsEl.setCssProps({ '--nf-row-height': `${String(this.#height)}px` });
    this.#list = this.addChild(
      new VirtualList<CardRow>({
        scrollEl: this.#scrollEl,
        listEl: rowsEl,
        height: this.#height,
        isFixed: true,
        role: 'rows',
        key: ({ id }) => id,
        draw: (row, el) => (host.isWide ? this.#drawCells(row, el) : this.#drawLines(row, el)),
        mark: (row, el, index) => this.#mark(row, el, index),
      }),
    );
  }

  override onload(): void {
    this.registerDomEvent(this.#scrollEl, 'keydown', (event) => this.#pressed(event));
    this.registerDomEvent(this.#scrollEl, 'click', (event) => this.#clicked(event));
    this.registerDomEvent(this.#scrollEl, 'dblclick', (event) => {
      if (this.#indexOf(event) !== null) this.#host.opened();
    });
    this.registerDomEvent(this.#scrollEl, 'contextmenu', (event) => this.#asked(event));
    this.register(() => this.#scrollEl.remove());
  }

  setRows(rows: readonly CardRow[]): void {
    this.#count = rows.length;
    this.#scrollEl.setAttr('aria-rowcount', rows.length + 1);
    this.#list.setRows(rows);
    this.#tellActive();
  }

  focus(): void {
    this.#scrollEl.focus({ preventScroll: true });
  }

  /** Redraws the selection. */
  showSelection(): void {
    this.#list.mark();
    this.#tellActive();
  }

  #drawHead(): void {
    const { sort } = this.#host;
    const head = this.#scrollEl
      .createDiv({ cls: 'nf-grid-head', attr: { role: 'rowgroup' } })
      .createDiv({ cls: 'nf-grid-row', attr: { role: 'row', 'aria-rowindex': 1 } });
    for (const column of this.#host.columns) {
      const isSorted = sort?.column === column;
      const way = sort?.descending === true ? 'descending' : 'ascending';
      const cell = head.createDiv({
        cls: `nf-cell nf-cell-${column}`,
        attr: { role: 'columnheader', ...(isSorted && { 'aria-sort': way }) },
      });
      cell.toggleClass('nf-cell-number', numeric.has(column));
      const button = cell.createEl('button', {
        cls: 'nf-grid-sort',
        attr: { type: 'button', 'data-key': `sort ${column}` },
      });
      button.createSpan({ text: this.#host.locale.cardList.columns[column] });
      if (isSorted)
        setIcon(button.createSpan('nf-grid-way'), sort.descending ? 'chevron-down' : 'chevron-up');
      button.addEventListener('click', () => this.#host.sortBy(column));
    }
  }

  /** At least as wide as its head. */
  #track(column: Column): string {
    const { locale, sort } = this.#host;
    const name = [...locale.cardList.columns[column]];
    const wide = name.filter((sign) => sign > '\u2e80').length;
    const arrow = sort?.column === column ? 20 : 0;
    return `minmax(calc(${String(name.length + wide)}ch + ${String(8 + arrow)}px), ${String(shares[column] ?? 1)}fr)`;
  }

  #drawCells(row: CardRow, el: HTMLElement): void {
    el.addClass('nf-grid-row');
    for (const column of this.#host.columns) {
      const cell = el.createDiv({
        cls: `nf-cell nf-cell-${column}`,
        text: cellText(this.#host.locale, row, column, this.#host.today()),
        attr: { role: 'gridcell', dir: 'auto' },
      });
      cell.toggleClass('nf-cell-number', numeric.has(column));
    }
    el.toggleClass('nf-is-suspended', row.schedule.suspended);
  }

  #drawLines(row: CardRow, el: HTMLElement): void {
    const cell = el.createDiv({ cls: 'nf-grid-lines', attr: { role: 'gridcell' } });
    setIcon(cell.createSpan({ cls: 'nf-grid-check', attr: { 'aria-hidden': 'true' } }), 'check');
    const text = cell.createDiv('nf-grid-text');
    text.createDiv({ cls: 'nf-row-text', text: row.shown, attr: { dir: 'auto' } });
    text.createDiv({
      cls: 'nf-row-hint',
      text: hintText(this.#host.locale, row, this.#host.today()),
      attr: { dir: 'auto' },
    });
    el.toggleClass('nf-is-suspended', row.schedule.suspended);
  }

  #mark(row: CardRow, el: HTMLElement, index: number): void {
    const { selection, id } = this.#host;
    el.setAttrs({
      id: `${id}-${String(index)}`,
      'data-card': row.id,
      'aria-selected': String(selection.has(row.id)),
    });
    el.toggleClass('nf-is-active', index === selection.active);
  }

  #tellActive(): void {
    const { active } = this.#host.selection;
    this.#scrollEl.setAttr('aria-activedescendant', active < 0 ? null : `${this.#host.id}-${String(active)}`);
  }

  #indexOf(event: UIEvent): number | null {
    const row = elementOf(event)?.closest<HTMLElement>('.nf-row');
    return row ? Number(row.dataset['index']) : null;
  }

  #clicked(event: MouseEvent): void {
    const index = this.#indexOf(event);
    if (index === null) return;
    const isMod = Platform.isMacOS ? event.metaKey : event.ctrlKey;
    const isCheck = Boolean(elementOf(event)?.closest('.nf-grid-check'));
    this.#host.selection.pick(index, { extend: event.shiftKey, toggle: isMod || isCheck });
    this.#host.selected();
  }

  /** A right click, a long press, or the menu key. */
  #asked(event: MouseEvent): void {
    const { selection } = this.#host;
    const clicked = this.#indexOf(event);
    // The menu key is pressed on the whole grid and refers to the row with the keyboard cursor.
    const isKey = clicked === null && event.target === this.#scrollEl && event.button !== 2;
    const index = isKey ? selection.active : clicked;
    const row = this.#scrollEl.find(`.nf-row[data-index="${String(index)}"]`);
    if (index === null || !row) return;
    event.preventDefault();
    if (row.getAttr('aria-selected') === 'true') selection.move(index, { keep: true });
    else selection.pick(index);
    this.#host.selected();
    const { left, bottom } = row.getBoundingClientRect();
    this.#host.showMenu(isKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY });
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.target !== this.#scrollEl) return;
    const to = this.#target(event.key);
    if (to === null) {
      this.#host.pressed(event);
      return;
    }
    if (event.altKey) return;
    event.preventDefault();
    const { selection } = this.#host;
    selection.move(to, { extend: event.shiftKey, keep: event.ctrlKey || event.metaKey });
    this.#list.reveal(selection.active);
    this.#host.selected();
  }

  /** Index of the row that a key moves to; null for any other key. */
  #target(key: string): number | null {
    const { active } = this.#host.selection;
    const page = Math.max(1, Math.floor(this.#scrollEl.clientHeight / this.#height) - 1);
    switch (key) {
      case 'ArrowDown':
        return active + 1;
      case 'ArrowUp':
        return Math.max(0, active) - 1;
      case 'PageDown':
        return active + page;
      case 'PageUp':
        return active - page;
      case 'Home':
        return 0;
      case 'End':
        return this.#count - 1;
      default:
        return null;
    }
  }
}
