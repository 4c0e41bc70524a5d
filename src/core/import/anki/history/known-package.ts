// What the log already has of an Anki collection.
import type { HistoryEvent } from '../../../history/event.ts';
import { sequenceOf } from '../../../history/order.ts';
import { boxField, type KnownPackage } from './card-state.ts';

/** @param events of the collection's device, undone ones included */
export function knownOf(events: Iterable<HistoryEvent>): KnownPackage {
  const ids = new Set<string>();
  const said = new Map<string, { readonly sequence: number; readonly v: unknown }>();
  for (const event of events) {
    ids.add(event.i);
    if (event.k !== 'x' && event.k !== 'o') continue;
    const key = `${event.c} ${event.k === 'x' ? event.w : boxField}`;
    const sequence = sequenceOf(event.i);
    if ((said.get(key)?.sequence ?? -1) < sequence)
      said.set(key, { sequence, v: event.k === 'x' ? event.v : true });
  }
  return {
    has: (i) => ids.has(i),
    said: (card, field) => said.get(`${card} ${field}`)?.v,
  };
}
