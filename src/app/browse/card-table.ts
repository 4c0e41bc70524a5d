// All cards as rows that can be sorted and searched. Sorting is done once for an order, so that a search walks the
// rows and no more.
import { matcher } from '../../core/query/matcher.ts';
import { everything, type Query } from '../../core/query/query.ts';
import { sortRows, type Sort } from './card-order.ts';
import { CardRow, type KnownTexts } from './card-row.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { Study } from '../study/study.ts';

export interface CardTableHost {
  readonly notes: () => ReadonlyMap<string, readonly TrackedCard[]>;
  readonly study: () => Pick<Study, 'known' | 'schedule' | 'today' | 'isAside'>;
  readonly known: KnownTexts;
}

/** Rows between two chances to stop; searching them takes a millisecond or less. */
const rowsAtOnce = 2000;

export class CardTable {
  readonly #host: CardTableHost;
  /** In the order of the vault. */
  #rows: readonly CardRow[] = [];
  #isPrepared = false;
  #sorted: { readonly by: Sort; readonly rows: readonly CardRow[] } | null = null;

  constructor(host: CardTableHost) {
    this.#host = host;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Takes over the cards and schedules as they are now; gives whether any is another. */
  refresh(): boolean {
    const study = this.#host.study();
    // Most rows stay in their places; a map of 100,000 takes longer than all else here.
    let before: ReadonlyMap<string, CardRow> | null = null;
    const rows: CardRow[] = [];
    let isOther = false;
    for (const cards of this.#host.notes().values()) {
      for (const tracked of cards) {
        const logged = study.known(tracked.id);
        let kept = this.#rows[rows.length];
        if (kept?.id !== tracked.id) {
          before ??= new Map(this.#rows.map((row) => [row.id, row]));
          kept = before.get(tracked.id);
        }
        const isKept = kept?.tracked === tracked && kept.logged === logged;
        const row = kept && isKept ? kept : new CardRow(tracked, logged, this.#host);
        if (row !== this.#rows[rows.length]) isOther = true;
        rows.push(row);
      }
    }
    if (!isOther && rows.length === this.#rows.length) return false;
    this.#rows = rows;
    this.#sorted = null;
    this.#isPrepared = false;
    return true;
  }

  /**
   * The cards that a query finds; what it needs has been read. Pauses now and then, so that the caller may draw or give
   * up.
   * @param sort null for the order of the vault
   */
  *find(query: Query, sort: Sort | null): Generator<undefined, readonly CardRow[], undefined> {
    const rows = sort ? this.#sort(sort) : this.#rows;
    if (query === everything) return rows;
    const test = matcher(query, this.#host.study().today);
    const found: CardRow[] = [];
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      for (const row of rows.slice(at, at + rowsAtOnce)) if (test(row)) found.push(row);
      yield;
    }
    return found;
  }

  /** Works out the texts in which words are looked for; pauses as `find` does. */
  *prepare(): Generator<undefined, void, undefined> {
    const rows = this.#rows;
    if (this.#isPrepared) return;
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      for (const row of rows.slice(at, at + rowsAtOnce)) row.prepare();
      yield;
    }
    this.#isPrepared = rows === this.#rows;
  }

  #sort(sort: Sort): readonly CardRow[] {
    const { by, rows } = this.#sorted ?? {};
    if (rows && by?.column === sort.column && by.descending === sort.descending) return rows;
    const sorted = sortRows(this.#rows, sort);
    this.#sorted = { by: sort, rows: sorted };
    return sorted;
  }
}
