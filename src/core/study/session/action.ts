// What can happen to a session, and what it then asks of the app.
import type { Grade } from '../../history/event.ts';
import type { Left } from './session-changes.ts';
import type { Moment, Queue, StudyCard } from '../study-card.ts';

/** Every action carries its time; a session has no clock. */
export type Action = Moment &
  /** With `parts`, only this many are shown until the next one. */
  (
    | { readonly kind: 'reveal'; readonly parts?: number }
    /** Shows one more part of an answer that has `parts`. */
    | { readonly kind: 'reveal-part'; readonly parts: number }
    | { readonly kind: 'grade'; readonly grade: Grade }
    /** The log has scheduled the graded card: answers the effect `review`. null if it doesn't know the card. */
    | { readonly kind: 'planned'; readonly card: StudyCard | null }
    | { readonly kind: 'undo' }
    /** Takes the last undo back. */
    | { readonly kind: 'redo' }
    /** Hides the card until the next study day. */
    | { readonly kind: 'bury' }
    /** "Not a card": hides it for good. */
    | { readonly kind: 'suspend' }
    | { readonly kind: 'flag'; readonly flag: number }
    /** Moves it to the end of its lane. */
    | { readonly kind: 'skip' }
    /** Deletes all reviews of the card. */
    | { readonly kind: 'reset' }
    /** Its note or its schedule has changed; `was` is its previous id, if that changed too. */
    | { readonly kind: 'changed'; readonly card: StudyCard; readonly was?: string }
    /** It is no longer in the vault, or its note lost the tag. */
    | { readonly kind: 'gone'; readonly id: string }
    /** Puts a card on screen now: one restored by an undo from before the session. */
    | { readonly kind: 'show'; readonly card: StudyCard }
    /** What is left to study, requested by `refresh` or by the user ("the rest"). */
    | { readonly kind: 'queue'; readonly queue: Queue }
    | { readonly kind: 'tick' }
    | { readonly kind: 'close' }
  );

/** A change to a card's marks, as the log records them. */
export type Mark =
  | { readonly field: 'suspended'; readonly value: true }
  /** Last study day the card is hidden on. */
  | { readonly field: 'buried'; readonly value: number }
  | { readonly field: 'flag'; readonly value: number }
  | { readonly field: 'reset'; readonly value: true };

export type Effect =
  /** Append a review, then answer with `planned`. `ticket` identifies the review within this session, for undo. */
  | {
      readonly kind: 'review';
      readonly ticket: number;
      readonly card: StudyCard;
      readonly grade: Grade;
      /** ms since 1970, minutes east of UTC, study day. */
      readonly now: number;
      readonly zone: number;
      readonly day: number;
      /** ms from question to grade. */
      readonly took: number;
    }
  /** Append a mark change. */
  | { readonly kind: 'mark'; readonly ticket: number; readonly card: StudyCard; readonly mark: Mark }
  /** Append an undo of the event with this ticket. */
  | { readonly kind: 'undo'; readonly ticket: number }
  /** Take back the undo of the event with this ticket, then answer with `planned`; null unless it was graded. */
  | { readonly kind: 'redo'; readonly ticket: number; readonly card: StudyCard | null }
  /** This session has nothing to redo, or something from before it was undone later: redo what was last undone in the log. */
  | { readonly kind: 'redo-earlier' }
  /** This session has nothing left to undo: undo the last event of the log, then answer with `show`. */
  | { readonly kind: 'undo-earlier' }
  /** A new study day has begun: answer with `queue`. */
  | { readonly kind: 'refresh'; readonly day: number }
  /** The card on screen, or the one to restore, no longer exists; tell the user. */
  | { readonly kind: 'gone'; readonly card: StudyCard }
  /** The card on screen was dealt with elsewhere; tell the user. */
  | { readonly kind: 'left'; readonly card: StudyCard; readonly how: Left };
