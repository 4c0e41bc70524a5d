// An Anki collection as plain data, whatever the schema of its file: what the package reader returns, the importer
// reads, and the exporter hands to the package writer. Names are Anki's. Dates stay as Anki stores them.
import type { Message } from '../../text/message.ts';

export interface AnkiDeck {
  readonly id: number;
  /** Full name, levels separated by `::`. */
  readonly name: string;
  /** A filtered deck borrows its cards: each names its home deck. */
  readonly filtered: boolean;
}

export interface AnkiTemplate {
  readonly name: string;
  readonly ordinal: number;
  /** Templates of the two sides, Anki's `qfmt` and `afmt`. */
  readonly front: string;
  readonly back: string;
}

export interface AnkiNoteType {
  readonly id: number;
  readonly name: string;
  /** `occlusion` is Anki's own image occlusion; its cards are numbered like those of a cloze. */
  readonly kind: 'standard' | 'cloze' | 'occlusion';
  /** Names in order; may be empty in a damaged collection. */
  readonly fields: readonly string[];
  readonly templates: readonly AnkiTemplate[];
  readonly css: string;
}

export interface AnkiNote {
  readonly id: number;
  /** Stable across exports; Anki updates the note with the same one. */
  readonly guid: string;
  readonly noteTypeId: number;
  /** Seconds since 1970. */
  readonly modifiedAt: number;
  readonly tags: readonly string[];
  /** HTML, in the order of the note type's fields. */
  readonly fields: readonly string[];
}

/** What Anki's FSRS stores with a card. */
export interface AnkiMemory {
  /** Days. */
  readonly stability: number;
  /** 1–10. */
  readonly difficulty: number;
}

export interface AnkiCard {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  /** Index of the template, or, for a cloze, its number less one. */
  readonly ordinal: number;
  /** Seconds since 1970. */
  readonly modifiedAt: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** −3 and −2 buried, −1 suspended, 0 new, 1 and 3 learning, 2 review, 4 preview. */
  readonly queue: number;
  /** New: its position. Learning: seconds since 1970. Review: days since the collection's creation. */
  readonly due: number;
  /** Days, or negative seconds. */
  readonly interval: number;
  /** Permille, 2500 at first; 0 for a new card. */
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  /** Its home deck and due date while in a filtered deck, else 0. */
  readonly homeDeckId: number;
  readonly homeDue: number;
  /** 0 none, 1–7. */
  readonly flag: number;
  readonly memory: AnkiMemory | null;
}

/** A row of the review log. */
export interface AnkiReview {
  /** ms since 1970 when it was answered, unique. */
  readonly id: number;
  readonly cardId: number;
  /** 1 again – 4 easy; 0 where the schedule was set by hand. */
  readonly ease: number;
  /** Days, or negative seconds. */
  readonly interval: number;
  readonly lastInterval: number;
  /** SM-2: permille. FSRS: difficulty from 100 to 1100. */
  readonly factor: number;
  /** ms it took. */
  readonly time: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 manual, 5 rescheduled. */
  readonly type: number;
}

export interface AnkiCollection {
  /** Seconds since 1970 at the start of the day it was created on; day 0 of due dates. */
  readonly createdAt: number;
  /** The hour at which Anki's day begins. */
  readonly rollover: number;
  /** Minutes west of UTC where it was last used, as Anki stores it; null if not stored. */
  readonly minutesWest: number | null;
  /** Whether FSRS was on. */
  readonly fsrs: boolean;
  readonly decks: readonly AnkiDeck[];
  readonly noteTypes: readonly AnkiNoteType[];
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  /** Oldest first. */
  readonly reviews: readonly AnkiReview[];
}

/** A file read in pieces: a package of hundreds of megabytes is never in memory at once. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `from`; rejects if the file ends before. */
  readonly read: (from: number, length: number) => Promise<Uint8Array>;
}

export interface AnkiMedia {
  /** As fields name it, NFC, without folders. */
  readonly name: string;
  /** Bytes once unpacked, as far as the package says; null if it does not. */
  readonly size: number | null;
  readonly read: () => Promise<Uint8Array>;
}

export interface AnkiPackage {
  readonly collection: AnkiCollection;
  readonly media: readonly AnkiMedia[];
  /** What could not be read. */
  readonly damaged: readonly Message[];
}

/** Why a package can't be read at all. */
export interface UnreadPackage {
  readonly problem: Message;
}

/** Long work tells how far it is and lets the host draw. */
export interface PackageWatch {
  /** Called every few hundred rows or kilobytes; resolves to whether to continue. */
  readonly pause: () => Promise<boolean>;
  /** @param share from 0 to 1 */
  readonly progress: (share: number) => void;
}

/** A file for the package writer, read when its turn comes. */
export type NewMedia = Pick<AnkiMedia, 'name' | 'read'>;

/** Receives a package piece by piece. */
export type PackageSink = (piece: Uint8Array) => Promise<void>;
