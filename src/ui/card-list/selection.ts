// Which rows of a list are selected, and which one has the keyboard cursor. Works as in file managers.

export interface Picking {
  /** From the anchor of the last pick to this row. */
  readonly extend?: boolean;
  /** Adds or removes it and leaves the others as they are. */
  readonly toggle?: boolean;
}

export class Selection {
  #rows: readonly { readonly id: string }[] = [];
  #ids = new Set<string>();
  #active = -1;
  #anchor = -1;

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** The same in the order of the list. */
  inOrder(): readonly string[] {
    if (this.#ids.size < 2) return [...this.#ids];
    return this.#rows.flatMap(({ id }) => (this.#ids.has(id) ? [id] : []));
  }

  /** Index of the row with the keyboard cursor; -1 for none. */
  get active(): number {
    return this.#active;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Replaces the rows. Deselects those that are gone, so that no action affects a card out of view. */
  setRows(rows: readonly { readonly id: string }[]): void {
    const activeId = this.#rows[this.#active]?.id;
    const before = this.#active;
    this.#rows = rows;
    if (this.#ids.size > 0) this.#ids = new Set(rows.flatMap(({ id }) => (this.#ids.has(id) ? [id] : [])));
    const found = activeId === undefined ? -1 : rows.findIndex(({ id }) => id === activeId);
    this.#active = found >= 0 ? found : Math.min(before, rows.length - 1);
    this.#anchor = this.#active;
  }

  pick(index: number, { extend = false, toggle = false }: Picking = {}): void {
    const row = this.#rows[index];
    if (!row) return;
    this.#active = index;
    if (extend && this.#anchor >= 0) {
      if (!toggle) this.#ids.clear();
      const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)];
      for (const { id } of this.#rows.slice(from, to + 1)) this.#ids.add(id);
      return;
    }
    this.#anchor = index;
    if (!toggle) this.#ids = new Set([row.id]);
    else if (!this.#ids.delete(row.id)) this.#ids.add(row.id);
  }

  /** Moves the keyboard cursor to a row, within bounds. `keep` leaves the selection as it is. */
  move(to: number, { extend = false, keep = false }: { extend?: boolean; keep?: boolean } = {}): void {
    if (this.#rows.length === 0) return;
    const index = Math.max(0, Math.min(to, this.#rows.length - 1));
    if (keep) this.#active = index;
    else this.pick(index, { extend });
  }

  all(): void {
    this.#ids = new Set(this.#rows.map(({ id }) => id));
    if (this.#active < 0) this.#active = Math.min(0, this.#rows.length - 1);
  }

  none(): void {
    this.#ids = new Set();
    this.#anchor = this.#active;
  }
}
