// What an Anki card was when the collection was last used, as fields of its history: suspended, flag, position, buried,
// due, and, if the log does not lead there, its memory.
import { admit } from '../../../history/admit.ts';
import type { ImportedMemory } from '../../../history/event.ts';
import { memoryFromSm2 } from '../../../schedule/sm2.ts';
import { type CardLog, firstEase, type PackageEvent } from './card-log.ts';
import type { AnkiCard } from '../collection.ts';
import {
  dayAt,
  isTime,
  type PackageDevice,
  places,
  type Stamp,
  stampAt,
  stampOfState,
} from './package-device.ts';

/** Anki's numbers. */
const type = { new: 0, learning: 1, review: 2, relearning: 3 } as const;
const queue = { userBuried: -3, buried: -2, suspended: -1 } as const;

/** Learning cards are due at a time, in seconds; other cards on one of the collection's days. */
const firstSecond = 1_000_000_000;
const mostReps = 1_000_000;

/** Stands for a field: whether the log was ever told of a box. */
export const boxField = 'box';

/** Stands for a field: what the log was last told that a card looks like, as JSON. */
export const lookField = 'look';

/** What the log already has of the device. */
export interface KnownPackage {
  has(i: string): boolean;
  /** The value that the device's last event with this field gave the card; undefined if there is none. */
  said(card: string, field: string): unknown;
}

/** Each has its own place among the statements about a card. */
const fieldNumbers = { suspended: 0, flag: 1, position: 2, buried: 3, due: 4, memory: 5 } as const;
type FieldName = keyof typeof fieldNumbers;
export const statementsPerCard = 8;
/** The number of the one that says what the card looks like. */
export const lookStatement = 7;

interface Statement {
  readonly w: FieldName;
  readonly v: unknown;
  /** Where it is written first; as of the collection's last use if missing, and if it changed since. */
  readonly first?: Stamp;
  /** Whether it need not be written as long as nobody said otherwise. */
  readonly isUsual?: boolean;
}

function dueDay(device: PackageDevice, { due, homeDue, homeDeckId, type: kind }: AnkiCard): number {
  const own = homeDeckId !== 0 && homeDue !== 0 && kind === type.review ? homeDue : due;
  return own >= firstSecond ? dayAt(device, own * 1000) : device.firstDay + Math.trunc(own);
}

/** FSRS's if Anki stored it, else converted from interval and ease. */
function memoryOf(device: PackageDevice, c: string, card: AnkiCard): ImportedMemory | null {
  const interval = Math.max(1, card.interval);
  const own = card.memory && { stability: card.memory.stability, difficulty: card.memory.difficulty };
  const memory = own ?? memoryFromSm2(interval, (card.factor > 0 ? card.factor : firstEase) / 1000);
  if (memory === null || !(memory.stability > 0)) return null;
  const due = dueDay(device, card);
  const count = (n: number): number => Math.min(Math.max(Math.trunc(n) || 0, 0), mostReps);
  return {
    key: c,
    s: Math.min(Math.max(memory.stability, 0.001), 36_500),
    d: Math.min(Math.max(memory.difficulty, 1), 10),
    y: due - interval,
    due,
    reps: Math.max(1, count(card.reps)),
    lapses: count(card.lapses),
  };
}

function statements(device: PackageDevice, c: string, card: AnkiCard, log: CardLog): Statement[] {
  const { id, queue: place, flag, type: kind } = card;
  const atCard = (where: number): { readonly first?: Stamp } =>
    isTime(id) && id <= device.usedAt ? { first: stampAt(device, id, where) } : {};
  const isSuspended = place === queue.suspended;
  const color = Math.max(0, Math.trunc(flag)) % 8;
  const isBuried = place === queue.buried || place === queue.userBuried;
  const list: Statement[] = [
    { w: 'suspended', v: isSuspended, isUsual: !isSuspended, ...atCard(places.suspended) },
    { w: 'flag', v: color, isUsual: color === 0, ...atCard(places.flag + color) },
    {
      w: 'buried',
      v: isBuried ? dayAt(device, card.modifiedAt * 1000) : null,
      isUsual: !isBuried,
    },
  ];
  if (kind === type.new) {
    const position = card.homeDeckId !== 0 && card.homeDue !== 0 ? card.homeDue : card.due;
    list.push({ w: 'position', v: Math.trunc(position), isUsual: position === 0 });
    return list;
  }
  if (log.isKnown && log.lastAt !== null) {
    const day = dueDay(device, card);
    list.push({ w: 'due', v: day, first: stampAt(device, log.lastAt, places.due) });
  } else if (!log.isKnown && kind !== type.learning) {
    const memory = memoryOf(device, c, card);
    if (memory !== null) list.push({ w: 'memory', v: memory });
  }
  return list;
}

/** A card's place in the collection, by id. */
export interface CardRank {
  readonly rank: number;
  readonly of: number;
}

/** The statements about a card that the log lacks. */
export function cardState(
  device: PackageDevice,
  c: string,
  card: AnkiCard,
  log: CardLog,
  rank: CardRank,
  known: KnownPackage,
): PackageEvent[] {
  return statements(device, c, card, log).flatMap(({ w, v, first, isUsual }) => {
    const isFirst = first !== undefined && !known.has(first.i);
    const said = known.said(c, w);
    const isNew = w === 'due' && isFirst ? true : said === undefined ? isUsual !== true : !areEqual(said, v);
    // The first memory counts, whatever comes later.
    if (!isNew || (w === 'memory' && said !== undefined)) return [];
    const stamp =
      isFirst && (w === 'due' || said === undefined)
        ? first
        : freeStamp(device, rank, fieldNumbers[w], known);
    const event: PackageEvent = { ...stamp, k: 'x', c, w, v };
    // A damaged collection may have dates of any century.
    return 'k' in admit(event) ? [event] : [];
  });
}

/** The first that is free: the collection may have changed within the second, or another part of it was imported. */
export function freeStamp(
  device: PackageDevice,
  { rank, of }: CardRank,
  statement: number,
  known: KnownPackage,
): Stamp {
  let nth = rank * statementsPerCard + statement;
  while (known.has(stampOfState(device, nth).i)) nth += of * statementsPerCard;
  return stampOfState(device, nth);
}

function areEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
