// An Anki collection's review log as lines of our log: every answer, and how each card was when the collection was last
// used. The lines are the same whoever writes them; see package-device.ts. A later state of the collection adds what is
// new and changes what changed.
import { encodeBox } from '../../../history/boxes.ts';
import { encodeSnapshot } from '../../../history/card-snapshot.ts';
import type { BoxEvent, CardEvent, CardSnapshot, HistoryEvent } from '../../../history/event.ts';
import type { PictureBox } from '../../../picture/box.ts';
import { cardLog, isAnswer, type PackageEvent } from './card-log.ts';
import {
  boxField,
  cardState,
  freeStamp,
  type KnownPackage,
  lookField,
  lookStatement,
  statementsPerCard,
} from './card-state.ts';
import type { AnkiCollection, AnkiReview } from '../collection.ts';
import { isTime, packageCardId, packageDevice, type PackageDevice, stampOfState } from './package-device.ts';

/** Rows of the review log that give no event, by reason. */
export interface RowsLeft {
  /** Of cards that the collection no longer has. */
  readonly gone: number;
  /** Of cards that do not come along. */
  readonly left: number;
  /** From a clock that was off by years: before 2000, or in the future. */
  readonly wrongTime: number;
  /** Answers in a filtered deck that did not reschedule. */
  readonly previews: number;
}

export interface PackageHistory {
  readonly device: PackageDevice;
  /** The batch that all events are in. */
  readonly batch: string;
  /** Reviews of the collection's cards that come along, and those of them that the log lacks. */
  readonly reviews: number;
  readonly newReviews: number;
  readonly left: RowsLeft;
}

export interface PackageHistoryOptions {
  /** What each card of the collection looks like in its note, by Anki's id; the others do not come along. */
  readonly looks: ReadonlyMap<number, CardSnapshot>;
  /** Of occlusions; those that the log was told of once stay as they are there. */
  readonly boxes?: readonly PictureBox[];
  /** ms since 1970. */
  readonly now: number;
  readonly known: KnownPackage;
  /** What the log says that the card with a history's id looks like. */
  readonly look: (id: string) => CardSnapshot | null;
  /** Takes the events that the log lacks, card by card; their lines are their JSON. */
  readonly take: (event: HistoryEvent) => void;
}

export const knownNothing: KnownPackage = { has: () => false, said: () => undefined };

const dayMs = 86_400_000;

/** The device and the batch of the collection's events. */
export function batchOf(collection: AnkiCollection, now: number): { device: PackageDevice; batch: string } {
  const device = packageDevice(collection, now + dayMs);
  return { device, batch: device.name };
}

/** In steps; yields how many cards are done. */
export function* packageHistory(
  collection: AnkiCollection,
  { looks, boxes = [], now, known, look, take }: PackageHistoryOptions,
): Generator<number, PackageHistory, undefined> {
  const { device, batch } = batchOf(collection, now);
  const left = { gone: 0, left: 0, wrongTime: 0, previews: 0 };
  const rows = rowsByCard(collection, looks, now + dayMs, left);
  const cards = [...collection.cards].sort((a, b) => a.id - b.id);
  yield 0;
  let reviews = 0;
  let newReviews = 0;
  const write = (event: PackageEvent | Omit<CardEvent, 'b'> | Omit<BoxEvent, 'b'>): void => {
    take({ ...event, b: batch });
  };
  for (const [nth, box] of boxes.entries()) {
    const stamp = stampOfState(device, cards.length * statementsPerCard + nth);
    if (known.said(box.id, boxField) === undefined) write({ ...stamp, ...encodeBox(box) });
  }
  for (const [rank, card] of cards.entries()) {
    const snapshot = looks.get(card.id);
    if (snapshot === undefined) continue;
    const id = packageCardId(device.name, card.id);
    const fields = encodeSnapshot(snapshot);
    // Another package of the collection may have another card at this place: each look is said, at the first free one.
    if (!isSame(look(id), snapshot) && known.said(id, lookField) !== JSON.stringify(fields))
      write({
        ...freeStamp(device, { rank, of: cards.length }, lookStatement, known),
        k: 'c',
        c: id,
        ...fields,
      });
    const log = cardLog(device, id, card, rows.get(card.id) ?? []);
    reviews += log.reviews;
    for (const event of log.events) {
      if (known.has(event.i)) continue;
      if (event.k === 'r') newReviews += 1;
      write(event);
    }
    for (const event of cardState(device, id, card, log, { rank, of: cards.length }, known)) write(event);
    yield rank + 1;
  }
  return { device, batch, reviews, newReviews, left };
}

function rowsByCard(
  { cards, reviews }: AnkiCollection,
  looks: ReadonlyMap<number, CardSnapshot>,
  until: number,
  left: { -readonly [K in keyof RowsLeft]: number },
): ReadonlyMap<number, AnkiReview[]> {
  const ids = new Set(cards.map(({ id }) => id));
  const rows = new Map<number, AnkiReview[]>();
  let last = -Infinity;
  let isSorted = true;
  for (const row of reviews) {
    isSorted &&= row.id > last;
    last = row.id;
  }
  const sorted = isSorted
    ? reviews
    : distinct([...reviews].sort((a, b) => a.id - b.id || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
  for (const row of sorted) {
    if (!ids.has(row.cardId)) left.gone += 1;
    else if (!looks.has(row.cardId)) left.left += 1;
    else if (!isTime(row.id) || row.id > until) left.wrongTime += 1;
    else {
      if (row.ease >= 1 && row.ease <= 4 && !isAnswer(row)) left.previews += 1;
      const known = rows.get(row.cardId);
      if (known) known.push(row);
      else rows.set(row.cardId, [row]);
    }
  }
  return rows;
}

function distinct(rows: readonly AnkiReview[]): readonly AnkiReview[] {
  return rows.filter(({ id }, at) => id !== rows[at - 1]?.id);
}

function isSame(one: CardSnapshot | null, other: CardSnapshot): boolean {
  return one !== null && JSON.stringify(encodeSnapshot(one)) === JSON.stringify(encodeSnapshot(other));
}
