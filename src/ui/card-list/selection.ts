// Which rows of a list are selected, and which of them the keyboard stands on. Follows what file managers do.

export interface Picking {
  /** From where the last picking began up to here. */
  readonly extend?: boolean;
  /** Add it or take it away, and leave the others as they are. */
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

  /** Index of the row that the keyboard stands on; -1 for none. */
  get active(): number {
    return this.#active;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Other rows: what is not among them any more is not selected any more, so that nothing unseen is acted on. */
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

  /** Moves the keyboard to a row, within bounds. `keep` leaves what is selected as it is. */
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
