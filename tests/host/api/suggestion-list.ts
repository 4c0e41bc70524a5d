// A list to choose from, by keys or pointer; under a prompt or under a field.

interface Owner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export class SuggestionList<T> {
  private values: readonly T[] = [];
  private rows: HTMLElement[] = [];
  private selected = 0;

  constructor(
    private readonly owner: Owner<T>,
    readonly el: HTMLElement,
  ) {
    el.setAttr('role', 'listbox');
    el.on('click', '.suggestion-item', (event, row) => {
      this.selected = this.rows.indexOf(row);
      this.choose(event);
    });
    el.on('mousemove', '.suggestion-item', (_event, row) => this.select(this.rows.indexOf(row)));
    // The field must not lose the focus before the click arrives.
    el.addEventListener('mousedown', (event) => event.preventDefault());
  }

  show(values: readonly T[], emptyText = ''): void {
    this.values = values;
    this.el.empty();
    this.rows = values.map((value) => {
      const row = this.el.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
      this.owner.renderSuggestion(value, row);
      return row;
    });
    if (values.length === 0 && emptyText !== '')
      this.el.createDiv({ cls: 'suggestion-empty', text: emptyText });
    this.select(0);
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  private select(index: number): void {
    this.selected = index;
    for (const [i, row] of this.rows.entries()) {
      row.toggleClass('is-selected', i === index);
      row.setAttr('aria-selected', i === index);
    }
  }

  move(by: number): void {
    if (this.values.length === 0) return;
    this.select((this.selected + by + this.values.length) % this.values.length);
    this.rows[this.selected]?.scrollIntoView({ block: 'nearest' });
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.selected];
    if (value !== undefined) this.owner.selectSuggestion(value, event);
  }
}
