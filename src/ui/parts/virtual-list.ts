// A list of any length that draws only the rows in view.
import { Component } from 'obsidian';
import { fixedLayout, measuredLayout, type RowLayout } from './row-layout.ts';

export interface VirtualListOptions<Row> {
  /** Scrolls; the list may be below other content in it. */
  readonly scrollEl: HTMLElement;
  readonly listEl: HTMLElement;
  /** Expected height, px. */
  readonly height: number;
  readonly key: (row: Row) => string;
  readonly draw: (row: Row, el: HTMLElement) => void;
  /** Every row has exactly this height, so none is measured. */
  readonly isFixed?: boolean;
  /** `rows`: the list is the body of a grid whose first row is its header. */
  readonly role?: 'list' | 'rows';
  /** Draws what may change while the row stays the same. */
  readonly mark?: (row: Row, el: HTMLElement, index: number) => void;
}

interface Drawn<Row> {
  readonly el: HTMLElement;
  row: Row;
  index: number;
}

export class VirtualList<Row> extends Component {
  readonly #options: VirtualListOptions<Row>;
  readonly #drawn = new Map<string, Drawn<Row>>();
  readonly #layout: RowLayout;
  #rows: readonly Row[] = [];

  constructor(options: VirtualListOptions<Row>) {
    super();
    this.#options = options;
    options.listEl.addClass('nf-virtual');
    options.listEl.setAttr('role', options.role === 'rows' ? 'rowgroup' : 'list');
    this.#layout = options.isFixed === true ? fixedLayout(options) : measuredLayout(options);
  }

  override onload(): void {
    this.register(
      this.#layout.watch(() => {
        this.#draw();
      }),
    );
  }

  setRows(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#layout.setRows(rows.length, (index) => this.#keyAt(index));
    this.#draw();
  }

  /** Redraws the marks of the rows on screen. */
  mark(): void {
    for (const { row, el, index } of this.#drawn.values()) this.#options.mark?.(row, el, index);
  }

  /** Scrolls until a row is in view; only if all heights are equal and whatever is above the list sticks to the top. */
  reveal(index: number): void {
    const { scrollEl, listEl, height } = this.#options;
    const top = index * height;
    const bottom = top + height - (scrollEl.clientHeight - listEl.offsetTop);
    if (top < scrollEl.scrollTop) scrollEl.scrollTop = top;
    else if (bottom > scrollEl.scrollTop) scrollEl.scrollTop = bottom;
    else return;
    this.#placeRows();
  }

  #keyAt(index: number): string {
    const row = this.#rows[index];
    return row === undefined ? String(index) : this.#options.key(row);
  }

  /** Places the rows again once all of them are measured. */
  #draw(): void {
    this.#placeRows();
    if (this.#options.isFixed !== true)
      this.#placeRows(this.#layout.measure([...this.#drawn.values()].map(({ el }) => el)));
  }

  /** `shift`: px to scroll by once the list has its new height. */
  #placeRows(shift = 0): void {
    const { scrollEl, listEl, draw, mark, role, isFixed } = this.#options;
    const isGrid = role === 'rows';
    // What is read after a change has the browser lay out the page at once.
    const early = isFixed === true ? this.#layout.rows() : null;
    listEl.setCssProps({ '--nf-height': `${String(this.#layout.total)}px` });
    if (shift !== 0) scrollEl.scrollTop += shift;
    const seen = new Set<string>();
    for (const { index, top } of early ?? this.#layout.rows()) {
      const row = this.#rows[index];
      if (row === undefined) continue;
      const name = this.#options.key(row);
      seen.add(name);
      let drawn = this.#drawn.get(name);
      if (!drawn) {
        drawn = {
          el: listEl.createDiv({ cls: 'nf-row', attr: { role: isGrid ? 'row' : 'listitem' } }),
          row,
          index,
        };
        this.#drawn.set(name, drawn);
        draw(row, drawn.el);
      } else if (drawn.row !== row) {
        drawn.row = row;
        drawn.el.empty();
        draw(row, drawn.el);
      }
      drawn.index = index;
      drawn.el.setAttrs({
        'data-index': index,
        ...(isGrid
          ? { 'aria-rowindex': index + 2 }
          : { 'aria-setsize': this.#rows.length, 'aria-posinset': index + 1 }),
      });
      drawn.el.setCssProps({ '--nf-top': `${String(top)}px` });
      mark?.(row, drawn.el, index);
    }
    for (const [name, { el }] of this.#drawn) {
      if (seen.has(name)) continue;
      this.#layout.forget(el);
      el.remove();
      this.#drawn.delete(name);
    }
  }
}
