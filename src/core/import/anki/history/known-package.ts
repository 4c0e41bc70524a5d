// What the log already has of an Anki collection.
import type { HistoryEvent } from '../../../history/event.ts';
import { sequenceOf } from '../../../history/order.ts';
import { boxField, type KnownPackage, lookField } from './card-state.ts';

/** @param events of the collection's device, undone ones included */
export function knownOf(events: Iterable<HistoryEvent>): KnownPackage {
  const ids = new Set<string>();
  const said = new Map<string, { readonly sequence: number; readonly v: unknown }>();
  for (const event of events) {
    ids.add(event.i);
    const [field, v] = saidBy(event);
    if (field === null || !('c' in event)) continue;
    const key = `${event.c} ${field}`;
    const sequence = sequenceOf(event.i);
    if ((said.get(key)?.sequence ?? -1) < sequence) said.set(key, { sequence, v });
  }
  return {
    has: (i) => ids.has(i),
    said: (card, field) => said.get(`${card} ${field}`)?.v,
  };
}

function saidBy(event: HistoryEvent): readonly [field: string | null, v?: unknown] {
  if (event.k === 'x') return [event.w, event.v];
  if (event.k === 'o') return [boxField, true];
  if (event.k !== 'c') return [null];
  const { m, qh, ah, x } = event;
  return [lookField, JSON.stringify({ m, qh, ah, x })];
}
