// From the events of one card to its history.
import type {
  CardEvent,
  CardHistory,
  FieldEvent,
  HistoryEvent,
  ImportedMemory,
  ReviewEvent,
} from './event.ts';
import { decodeLook } from './look.ts';

export interface Replayed {
  readonly card: CardHistory;
  /** The event that holds the look: moves after it change the look's path. */
  readonly seen: CardEvent | null;
}

/**
 * `events`: those of all ids of the card, in order, without the undone. The look's path is as written.
 * `isFirst`: whether an imported memory is the first of its name.
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
  const seenAt = events.at(-1)?.t ?? 0;
  for (const event of events) {
    if (event.k === 'r') reviews.push(event);
    else if (event.k === 'c') seen = event;
    else if (event.k === 'x') {
      const value = event.v;
      if (event.w === 'suspended') suspended = value === true;
      else if (event.w === 'ask') ask = value === true;
      else if (event.w === 'buried') buriedUntil = typeof value === 'number' ? value : null;
      else if (event.w === 'flag') flag = Number(value);
      else if (event.w === 'memory' && isFirst(event)) memory = value as ImportedMemory;
      else if (event.w === 'reset') {
        // The day on which it was new is spent: a reset does not give its place in the limit back.
        if (memory === null) introducedBefore = reviews[0]?.y ?? introducedBefore;
        // Suspension and flag are what a person decided about the card, not what was learned.
        reviews = [];
        memory = null;
        buriedUntil = null;
      }
    }
  }
  const look = seen && decodeLook(seen);
  return {
    card: {
      id,
      reviews,
      ...(introducedBefore !== null && { introducedBefore }),
      memory,
      look,
      suspended,
      ask,
      buriedUntil,
      flag,
      seenAt,
    },
    seen,
  };
}
