// What may happen to a session, and what it then asks of the app.
import type { Grade } from '../../history/event.ts';
import type { Moment, Queue, StudyCard } from '../study-card.ts';

/** Every action says when it happened; a session has no clock of its own. */
export type Action = Moment &
  /** With `parts`, no more than these are shown until the next one. */
  (
    | { readonly kind: 'reveal'; readonly parts?: number }
    /** Shows one more part of an answer that has `parts` of them. */
    | { readonly kind: 'reveal-part'; readonly parts: number }
    | { readonly kind: 'grade'; readonly grade: Grade }
    /** The log has planned the card that was graded: answers the effect `review`. null where it knows no such card. */
    | { readonly kind: 'planned'; readonly card: StudyCard | null }
    | { readonly kind: 'undo' }
    /** Hides the card until the next study day. */
    | { readonly kind: 'bury' }
    /** "Not a card": hides it for good. */
    | { readonly kind: 'suspend' }
    | { readonly kind: 'flag'; readonly flag: number }
    /** To the end of its lane. */
    | { readonly kind: 'skip' }
    /** Forgets all reviews of the card. */
    | { readonly kind: 'reset' }
    /** Its note or its schedule has changed; `was` is its id before, where that changed too. */
    | { readonly kind: 'changed'; readonly card: StudyCard; readonly was?: string }
    /** It is no longer in the vault, or its note lost the tag. */
    | { readonly kind: 'gone'; readonly id: string }
    /** Puts a card on screen now: one that came back by an undo from before the session. */
    | { readonly kind: 'show'; readonly card: StudyCard }
    /** What is left to study, asked for by `refresh` or by the person ("the rest"). */
    | { readonly kind: 'queue'; readonly queue: Queue }
    | { readonly kind: 'tick' }
    | { readonly kind: 'close' }
  );

/** A change of a card's marks, as the log knows them. */
export type Mark =
  | { readonly field: 'suspended'; readonly value: true }
  /** Study day until (and including) which the card is hidden. */
  | { readonly field: 'buried'; readonly value: number }
  | { readonly field: 'flag'; readonly value: number }
  | { readonly field: 'reset'; readonly value: true };

export type Effect =
  /** Append a review, then answer with `planned`. `ticket` names the review within this session, for undo. */
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
  /** Append a change of a mark. */
  | { readonly kind: 'mark'; readonly ticket: number; readonly card: StudyCard; readonly mark: Mark }
  /** Append an undo of what had this ticket. */
  | { readonly kind: 'undo'; readonly ticket: number }
  /** Nothing of this session is left to undo: undo the last event of the log, then answer with `show`. */
  | { readonly kind: 'undo-earlier' }
  /** A new study day has begun: answer with `queue`. */
  | { readonly kind: 'refresh'; readonly day: number }
  /** The card on screen, or the one to come back, is not there any more; say so. */
  | { readonly kind: 'gone'; readonly card: StudyCard };
