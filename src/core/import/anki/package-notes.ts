// The notes of an Anki collection: one a deck, with its cards in the forms a person would write. Writes no file.
import type { CardOptions } from '../../card/options.ts';
import type { Shares } from '../../picture/box.ts';
import type { Message } from '../../text/message.ts';

/** A picture with boxes: Anki's image occlusion. Its cards come with the boxes, and no text of the note makes them. */
export interface PackageOcclusion {
  /** Name of the picture among the media; the note embeds it once. */
  readonly picture: string;
  readonly hidesAll: boolean;
  /** Each with the boxes that it asks; boxes of one card are a group. */
  readonly cards: readonly { readonly card: number | null; readonly boxes: readonly Shares[] }[];
}

export interface PackageNote {
  /** Path from the vault's root. */
  readonly path: string;
  readonly text: string;
  /** Anki's id of each card that the note gives, in the order of `extractCards`; null for one that Anki lacks. */
  readonly cards: readonly (number | null)[];
  readonly occlusions: readonly PackageOcclusion[];
}

/** A card, or a part of one, that does not come along. */
export interface PackageLeft {
  /** Its deck's full name in Anki. */
  readonly deck: string;
  /** Anki's id; null for what concerns more than one card. */
  readonly card: number | null;
  /** Whether the card itself is left out; otherwise it comes without something. */
  readonly isCard: boolean;
  /** Its first words. */
  readonly text: string;
  readonly reason: Message;
}

export interface PackageNotes {
  readonly notes: readonly PackageNote[];
  /** Names of the media that the notes use. */
  readonly media: ReadonlySet<string>;
  /** What does not come along, and why; in the order of the collection. */
  readonly left: readonly PackageLeft[];
}

export interface PackageNotesOptions {
  /** For the notes, from the vault's root; empty for the root itself. */
  readonly folder: string;
  /** For the media, from the vault's root. */
  readonly mediaFolder: string;
  /** A watched tag, without `#`. */
  readonly tag: string;
  readonly cardOptions: CardOptions;
  /** Paths in the vault, in lower case, which no new note may have: it gets the next number. */
  readonly existing?: ReadonlySet<string>;
}

export interface PackageProgress {
  /** Cards written so far. */
  readonly done: number;
  readonly of: number;
}
