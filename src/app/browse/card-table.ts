// All cards as sortable, searchable rows. Each order is sorted only once, so a search just walks the rows.
import { matcher } from '../../core/query/matcher.ts';
import { everything, type Query } from '../../core/query/query.ts';
import { sortRows, type Sort } from './card-order.ts';
import { CardRow, type CardRowHost } from './card-row.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { Study } from '../study/study.ts';

export interface CardTableHost extends Omit<CardRowHost, 'due'> {
  readonly notes: () => Iterable<readonly [path: string, cards: readonly TrackedCard[]]>;
  readonly study: () => Pick<
    Study,
    'known' | 'schedule' | 'today' | 'isAside' | 'due' | 'dayOf' | 'deckName'
  >;
}

/** Rows between two chances to stop; searching them takes a millisecond, with a regular expression some eight. */
const rowsAtOnce = 500;
/** Characters of a parsed query that take no longer than preparing a row; a longer one gets fewer rows at once. */
const shortQuery = 200;

export class CardTable {
  readonly #host: CardTableHost;
  readonly #rowHost: CardRowHost;
  /** For one search; null until it asks. */
  #due: ReadonlySet<string> | null = null;
  /** In vault order. */
  #rows: readonly CardRow[] = [];
  #isPrepared = false;
  #sorted: { readonly by: Sort; readonly rows: readonly CardRow[] } | null = null;

  constructor(host: CardTableHost) {
    this.#host = host;
    this.#rowHost = { ...host, due: () => (this.#due ??= host.study().due()) };
  }

  get size(): number {
    return this.#rows.length;
  }

  /**
   * Takes over the current cards and schedules; pauses like `find`, and changes nothing if it is left there.
   * @param first receives the first rows if there were none before: listing 100,000 takes longer than a frame
   */
  *refresh(first: (rows: readonly CardRow[]) => void): Generator<undefined, void, undefined> {
    const study = this.#host.study();
    // Most rows keep their places; a map of 100,000 takes longer than everything else here.
    let before: ReadonlyMap<string, CardRow> | null = null;
    const rows: CardRow[] = [];
    let isOther = false;
    let pauseAt = rowsAtOnce;
    for (const [, cards] of this.#host.notes()) {
      if (rows.length >= pauseAt) {
        if (pauseAt === rowsAtOnce && this.#rows.length === 0) first([...rows]);
        pauseAt += rowsAtOnce;
        yield;
      }
      for (const tracked of cards) {
        const logged = study.known(tracked.id);
        let kept = this.#rows[rows.length];
        if (kept?.id !== tracked.id) {
          before ??= new Map(this.#rows.map((row) => [row.id, row]));
          kept = before.get(tracked.id);
        }
        const isKept = kept?.tracked === tracked && kept.logged === logged;
        const row = kept && isKept ? kept : new CardRow(tracked, logged, this.#rowHost);
        if (row !== this.#rows[rows.length]) isOther = true;
        rows.push(row);
      }
    }
    if (!isOther && rows.length === this.#rows.length) return;
    this.#rows = rows;
    this.#sorted = null;
    this.#isPrepared = false;
  }

  /**
   * The cards that match a query; everything it needs must already be read. Pauses periodically so that the caller can
   * draw or give up.
   * @param sort null for vault order
   */
  *find(query: Query, sort: Sort | null): Generator<undefined, readonly CardRow[], undefined> {
    const rows = sort ? yield* this.#sort(sort) : this.#rows;
    if (query === everything) return rows;
    this.#due = null;
    const test = matcher(query, this.#host.study().today);
    const found: CardRow[] = [];
    const count = Math.ceil(rowsAtOnce / Math.ceil(JSON.stringify(query).length / shortQuery));
    for (let at = 0; at < rows.length; at += count) {
      for (const row of rows.slice(at, at + count)) if (test(row)) found.push(row);
      yield;
    }
    return found;
  }

  /** Precomputes the texts for word searches; pauses like `find`. */
  *prepare(): Generator<undefined, void, undefined> {
    const rows = this.#rows;
    if (this.#isPrepared) return;
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      for (const row of rows.slice(at, at + rowsAtOnce)) row.prepare();
      yield;
    }
    this.#isPrepared = rows === this.#rows;
  }

  *#sort(sort: Sort): Generator<undefined, readonly CardRow[], undefined> {
    const { by, rows } = this.#sorted ?? {};
    if (rows && by?.column === sort.column && by.descending === sort.descending) return rows;
    const all = this.#rows;
    const sorted = yield* sortRows(all, sort);
    if (all === this.#rows) this.#sorted = { by: sort, rows: sorted };
    return sorted;
  }
}
