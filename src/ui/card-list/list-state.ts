// The state of a card list that the layout saves.
import * as v from 'valibot';
import { columns, type Sort } from '../../app/browse/card-order.ts';

export interface ListState {
  /** As typed. */
  readonly query: string;
  /** Null for the order of the vault. */
  readonly sort: Sort | null;
}

const schema = v.object({
  query: v.fallback(v.string(), ''),
  sort: v.fallback(
    v.nullable(
      v.object({
        column: v.picklist(columns),
        descending: v.fallback(v.boolean(), false),
      }),
    ),
    null,
  ),
});

/** Drops whatever is not understood. */
export function readListState(state: unknown): ListState {
  const read = v.safeParse(schema, state);
  return read.success ? read.output : { query: '', sort: null };
}
