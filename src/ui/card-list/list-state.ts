// What the layout keeps of a list of cards.
import { columns, type Sort } from '../../app/browse/card-order.ts';

export interface ListState {
  /** As typed. */
  readonly query: string;
  /** Null for the order of the vault. */
  readonly sort: Sort | null;
}

/** Whatever is not understood is left out. */
export function readListState(state: unknown): ListState {
  const { query, sort } = (state ?? {}) as Readonly<Record<string, unknown>>;
  const { column, descending } = (sort ?? {}) as Readonly<Record<string, unknown>>;
  const known = columns.find((one) => one === column);
  return {
    query: typeof query === 'string' ? query : '',
    sort: known ? { column: known, descending: descending === true } : null,
  };
}
