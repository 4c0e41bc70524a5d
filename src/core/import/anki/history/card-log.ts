// The events of one Anki card: what happened to it, from its rows of the review log, and how it was when the collection
// was last used. Follows what Anki's FSRS makes of the same rows, so that a replay reaches the same memory.
//
// A row becomes what it was: an answer a review; “forget”, and learning again after reviews, a reset; “set due date” a
// due day. A rescheduling by FSRS asked nobody, and an answer in a filtered deck that did not reschedule changed nothing.
import { answerLimit } from '../../../history/admit.ts';
import type { FieldEvent, Grade, ImportedMemory, ReviewEvent } from '../../../history/event.ts';
import { memoryFromSm2 } from '../../../schedule/sm2.ts';
import type { AnkiCard, AnkiReview } from '../collection.ts';
import { dayAt, type PackageDevice, places, type Stamp, stampAt } from './package-device.ts';

export const firstEase = 2500;

/** Anki's numbers for what a row of its review log is. */
const kind = { learning: 0, filtered: 3, manual: 4 } as const;

export type PackageEvent = Omit<ReviewEvent, 'b'> | Omit<FieldEvent, 'b'>;

export interface CardLog {
  readonly events: PackageEvent[];
  readonly reviews: number;
  /** Whether a replay of the events knows a schedule. */
  readonly isKnown: boolean;
  /** ms since 1970; null if there are no rows. */
  readonly lastAt: number | null;
}

/** Whether a row is an answer that Anki's FSRS counts. */
export function isAnswer({ ease, type, factor }: AnkiReview): boolean {
  return ease >= 1 && ease <= 4 && type !== kind.manual && !(type === kind.filtered && factor === 0);
}

const isForgotten = ({ type, ease, factor }: AnkiReview): boolean =>
  type === kind.manual && ease === 0 && factor === 0;

function field(stamp: Stamp, c: string, w: string, v: unknown): PackageEvent {
  return { ...stamp, k: 'x', c, w, v };
}

/**
 * The memory after the first row of a log whose beginning is missing, as Anki converts it: by SM-2, or, if FSRS wrote
 * it, with the difficulty in its factor (100 to 1100).
 */
function memoryAfter(device: PackageDevice, c: string, row: AnkiReview): ImportedMemory | null {
  const interval = Math.max(1, row.interval);
  const ease = (row.factor > 0 ? row.factor : firstEase) / 1000;
  const memory = memoryFromSm2(interval, ease);
  if (memory === null) return null;
  const y = dayAt(device, row.id);
  return {
    key: `${c} ${row.id}`,
    s: memory.stability,
    d: ease <= 1.1 ? Math.min(Math.max((ease - 0.1) * 9 + 1, 1), 10) : memory.difficulty,
    y,
    due: y + Math.min(interval, 36_500),
    reps: 1,
    lapses: row.ease === 1 ? 1 : 0,
  };
}

/** @param rows of the card, oldest first, at valid times */
export function cardLog(
  device: PackageDevice,
  c: string,
  card: Pick<AnkiCard, 'type'>,
  rows: readonly AnkiReview[],
): CardLog {
  const events: PackageEvent[] = [];
  let reviews = 0;
  let isKnown = false;
  /** Whether the answers since it was last new began with learning and have left it. */
  let hasLeftLearning = false;
  for (const row of rows) {
    const { id } = row;
    if (isForgotten(row)) {
      if (isKnown) events.push(field(stampAt(device, id, places.reset), c, 'reset', true));
      [isKnown, hasLeftLearning] = [false, false];
    } else if (isAnswer(row)) {
      const isLearning = row.type === kind.learning;
      if (isLearning && hasLeftLearning) {
        events.push(field(stampAt(device, id, places.newAgain), c, 'reset', true));
        [isKnown, hasLeftLearning] = [false, false];
      }
      const d = Math.min(Math.max(Math.round(row.time) || 0, 0), answerLimit);
      const [g, y] = [row.ease as Grade, dayAt(device, id)];
      events.push({ ...stampAt(device, id, places.review), k: 'r', c, g, d, z: device.zone, y });
      reviews += 1;
      // What came before the first row is not known: Anki starts from what that answer led to.
      const memory = isKnown || isLearning ? null : memoryAfter(device, c, row);
      if (memory !== null)
        events.push(
          field(stampAt(device, id, places.reset), c, 'reset', true),
          field(stampAt(device, id, places.memory), c, 'memory', memory),
        );
      isKnown = true;
      hasLeftLearning ||= !isLearning;
    } else if (row.type === kind.manual && row.ease === 0 && row.interval > 0 && isKnown) {
      const day = dayAt(device, id) + Math.min(row.interval, 36_500);
      events.push(field(stampAt(device, id, places.dueByHand), c, 'due', day));
    }
  }
  const lastAt = rows.at(-1)?.id ?? null;
  // Versions of Anki that wrote no row for it made it new.
  if (card.type === 0 && isKnown && lastAt !== null) {
    events.push(field(stampAt(device, lastAt, places.newAtLast), c, 'reset', true));
    isKnown = false;
  }
  return { events, reviews, isKnown, lastAt };
}
