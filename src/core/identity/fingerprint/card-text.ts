// What the linker knows about a card: its text, what the index keeps of it, or its last snapshot in the log.
import type { CardSnapshot } from '../../history/event.ts';

/** Where a card is and what it asks. */
interface CardPlace {
  /** Path of the note from the vault's root. */
  readonly note: string;
  readonly source: string;
  readonly question: string;
  /** The question its history knows the card by, if a different one is shown. */
  readonly knownQuestion?: string | null;
  /** Plain heading texts above and including the section that the card is in. */
  readonly headings: readonly string[];
  /** 0-based count of the note's earlier cards with the same source, headings and question. */
  readonly ordinal: number;
  /** 1-based line of the question; orders the cards of a note. */
  readonly line: number;
  /** A word beside the question ("summary", "note"). */
  readonly chip?: string | null;
  /** The card's `^block-id` without `^`, only if the user lets block ids decide. */
  readonly blockId?: string | null;
}

/** What identity needs to know about a card; every Card is one. */
export interface CardText extends CardPlace {
  readonly answer: string;
  readonly knownAnswer?: string | null;
}

type Shown = Pick<CardText, 'question' | 'answer' | 'knownQuestion' | 'knownAnswer'>;

export function knownQuestion({ question, knownQuestion: known }: Omit<Shown, 'answer'>): string {
  return known ?? question;
}

export function knownAnswer({ answer, knownAnswer: known }: Omit<Shown, 'question'>): string {
  return known ?? answer;
}

/** What is kept of an answer whose text is not available. */
export interface KeptAnswer {
  readonly questionHash: string;
  readonly answerHash: string;
  readonly sketch: string;
  /** Characters of the normalized answer. */
  readonly length: number;
}

/** A card without its answer text. */
export interface KeptCard extends CardPlace {
  readonly kept: KeptAnswer;
}

export type AnyCard = CardText | KeptCard;

/** A history without a card. */
export interface LostCard {
  readonly id: string;
  readonly snapshot: CardSnapshot;
  /** Whole days since its card was last seen. */
  readonly daysLost: number;
  /** Its text is still in its note: no card of another note may take the history. */
  readonly confined: boolean;
}
