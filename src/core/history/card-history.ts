// Builds the history of one card from its events.
import type {
  CardEvent,
  CardHistory,
  FieldEvent,
  HistoryEvent,
  ImportedMemory,
  ReviewEvent,
} from './event.ts';
import { decodeSnapshot } from './card-snapshot.ts';

export interface Replayed {
  readonly card: CardHistory;
  /** The event that holds the snapshot: later moves change the snapshot's path. */
  readonly seen: CardEvent | null;
}

/**
 * `events`: those of all the card's ids, in order, without undone ones. The snapshot's path is as written.
 * `isFirst`: whether an imported memory is the first with its name.
 */
export function replayCard(
  id: string,
  events: readonly HistoryEvent[],
  isFirst: (event: FieldEvent) => boolean,
): Replayed {
  let reviews: ReviewEvent[] = [];
  let seen: CardEvent | null = null;
  let introducedBefore: number | null = null;
  let memory: ImportedMemory | null = null;
  let suspended = false;
  let ask = false;
  let buriedUntil: number | null = null;
  let flag = 0;
  let dueOn: number | null = null;
  let position = 0;
  const seenAt = events.at(-1)?.t ?? 0;
  for (const event of events) {
    if (event.k === 'r') {
      reviews.push(event);
      dueOn = null;
    } else if (event.k === 'c') seen = event;
    else if (event.k === 'x') {
      const value = event.v;
      if (event.w === 'suspended') suspended = value === true;
      else if (event.w === 'ask') ask = value === true;
      else if (event.w === 'buried') buriedUntil = typeof value === 'number' ? value : null;
      else if (event.w === 'flag') flag = Number(value);
      else if (event.w === 'position') position = Number(value);
      else if (event.w === 'due') dueOn = Number(event.v);
      else if (event.w === 'memory' && isFirst(event)) memory = value as ImportedMemory;
      else if (event.w === 'reset') {
        // The day it was new is spent: a reset does not return its slot in the limit.
        if (memory === null) introducedBefore = reviews[0]?.y ?? introducedBefore;
        // Suspension, flag and position are a person's decisions about the card, not something learned.
        reviews = [];
        memory = null;
        buriedUntil = null;
        dueOn = null;
      }
    }
  }
  const snapshot = seen && decodeSnapshot(seen);
  return {
    card: {
      id,
      reviews,
      ...(introducedBefore !== null && { introducedBefore }),
      memory,
      snapshot,
      suspended,
      ask,
      buriedUntil,
      ...(dueOn !== null && { dueOn }),
      flag,
      ...(position !== 0 && { position }),
      seenAt,
    },
    seen,
  };
}
