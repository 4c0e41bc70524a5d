// The events that log lines hold. The short keys are the file format (shared design, section 3); keep them.

export type Grade = 1 | 2 | 3 | 4;

interface EventBase {
  /** `device.sequence`, e.g. `k7q2m9ax.1841`. */
  readonly i: string;
  /** ms since 1970 by the device's clock, never adjusted. */
  readonly t: number;
  /** The batch this event belongs to; undoing the batch's name undoes all its events. */
  readonly b?: string;
}

/** A review: card `c` was answered with grade `g`. */
export interface ReviewEvent extends EventBase {
  readonly k: 'r';
  readonly c: string;
  readonly g: Grade;
  /** ms from question to grade. */
  readonly d: number;
  /** Minutes east of UTC, as set on the device. */
  readonly z: number;
  /** Study day, days since 1970-01-01. */
  readonly y: number;
}

/** What card `c` looked like. */
export interface CardEvent extends EventBase {
  readonly k: 'c';
  readonly c: string;
  /** base64url of the UTF-8 JSON of a CardSnapshot. */
  readonly m: string;
  /** Hashes of question and answer. */
  readonly qh?: string;
  readonly ah?: string;
  /** Sketch of the answer. */
  readonly x?: string;
}

/** Card `f` is card `c`. */
export interface AliasEvent extends EventBase {
  readonly k: 'a';
  readonly f: string;
  readonly c: string;
}

/** A file or folder moved from path `f` to path `v` (both base64url of UTF-8). */
export interface MoveEvent extends EventBase {
  readonly k: 'p';
  readonly f: string;
  readonly v: string;
}

/** Undoes the event or batch named `e`. */
export interface UndoEvent extends EventBase {
  readonly k: 'u';
  readonly e: string;
  /** `t` of the undone event: a cloned device may reuse the same `i`. If missing, undoes every event with the name. */
  readonly at?: number;
}

/** An imported memory: treats the card as learned elsewhere. */
export interface ImportedMemory {
  /** Names the imported schedule; a second event with the same name changes nothing. */
  readonly key: string;
  /** Days; FSRS stability. */
  readonly s: number;
  /** 1–10; FSRS difficulty. */
  readonly d: number;
  /** Study days since 1970-01-01: last review, and due. */
  readonly y: number;
  readonly due: number;
  readonly reps?: number;
  readonly lapses?: number;
}

/** Sets field `w` of card `c` to `v`. */
export interface FieldEvent extends EventBase {
  readonly k: 'x';
  readonly c: string;
  /** Known: `suspended` (boolean), `ask` (boolean: ask a card even though it is set aside), `buried` (study day until
   *  which, or null), `flag` (0–7), `position` (whole number, see CardHistory), `due` (the study day to
   *  ask it on, until its next review), `reset` (true), `memory` (ImportedMemory), `apart` (the id of a card that this one
   *  is not: a refused link). Others are kept. */
  readonly w: string;
  readonly v: unknown;
}

/** The box `c` on a picture: the base64url of what it is, or, without `m`, that it is deleted; see boxes.ts. */
export interface BoxEvent extends EventBase {
  readonly k: 'o';
  /** Begins with `box-`; no card's id does. */
  readonly c: string;
  readonly m?: string;
}

/** A kind written by a newer version: skipped and kept. */
export interface UnknownEvent extends EventBase {
  readonly k: 'unknown';
}

/** Any event of a known kind, before the journal adds id, time and batch. */
export type NewEvent = {
  [K in KnownEvent['k']]: Omit<Extract<KnownEvent, { k: K }>, 'i' | 't' | 'b'> & { readonly t?: number };
}[KnownEvent['k']];

export type KnownEvent = Exclude<HistoryEvent, UnknownEvent>;

export type HistoryEvent =
  ReviewEvent | CardEvent | AliasEvent | MoveEvent | UndoEvent | FieldEvent | BoxEvent | UnknownEvent;

/** What a card looked like when it was last recorded; enough to find it again. */
export interface CardSnapshot {
  readonly path: string;
  readonly source: string;
  readonly headings: readonly string[];
  /** At most 160 characters. */
  readonly question: string;
  readonly ordinal: number;
  /** Hashes of the whole question and answer, and the answer's sketch; empty if the log has none. */
  readonly questionHash: string;
  readonly answerHash: string;
  readonly sketch: string;
}

/** The part of a snapshot that says where its card is and which text it has. */
export type SnapshotKey = Pick<CardSnapshot, 'path' | 'source' | 'questionHash' | 'answerHash'>;

/** Everything the log says about one card, after undoing and joining. */
export interface CardHistory {
  /** The canonical id for all ids joined to it. */
  readonly id: string;
  /** In replay order; nothing from before the last reset. */
  readonly reviews: readonly ReviewEvent[];
  /** The study day of its first answer before the last reset, if any. */
  readonly introducedBefore?: number;
  /** The imported memory that the reviews build on. */
  readonly memory: ImportedMemory | null;
  readonly snapshot: CardSnapshot | null;
  readonly suspended: boolean;
  /** Asked at the person's request, though it is set aside. */
  readonly ask: boolean;
  /** The study day until (and including) which it is buried, or null. */
  readonly buriedUntil: number | null;
  /** The study day that a person set it due on since its last review, if any. */
  readonly dueOn?: number;
  /** 0 is none, 1–7 as in Anki. */
  readonly flag: number;
  /** Where it comes among new cards, lowest first; one that nobody moved is at 0. */
  readonly position?: number;
  /** ms since 1970 of its last event, including marks and snapshots: the card is known to have existed then. */
  readonly seenAt: number;
}

/** Maximum ms that count for one answer: anyone who takes longer on one card was away. */
export const longestAnswer = 5 * 60_000;

/** The name of the schedule an imported memory came from; null for any other event. */
export function memoryKey(event: HistoryEvent): string | null {
  if (event.k !== 'x' || event.w !== 'memory') return null;
  return (event.v as Pick<ImportedMemory, 'key'>).key;
}
