// The part of the review screen that review actions can see.
import type { Review, ReviewAction } from '../../app/study/review.ts';
import type { Outcomes } from '../../core/schedule/schedule.ts';
import type { Desk } from '../shell/desk.ts';
import type { ActionName } from './keys.ts';
import type { CardFace } from './card/card-face.ts';
import type { ReadAloud } from './aloud/read-aloud.ts';
import type { Said } from './toast.ts';

/** What the window or view around the screen can do. */
export interface ReviewShell {
  /** Ends the review. */
  readonly close: () => void;
  /** Makes room to show a note; the review waits. */
  readonly stepAside: () => void;
}

export interface ReviewStage {
  readonly desk: Desk;
  readonly review: Review;
  readonly shell: ReviewShell;
  readonly el: HTMLElement;
  /** The card on screen. */
  readonly face: CardFace | null;
  readonly aloud: ReadAloud;
  /** The outcome shown on each grade button; null in practice, and while there are no grades. */
  readonly offered: Outcomes | null;
  focus(): void;
  /** Switches typing of answers for this review. */
  switchTyping(): void;
  /** Shows a message for a moment, also to screen readers. */
  say(text: string, how?: Said): void;
  /** Sends an action to the session; returns false if it could not be saved, in which case nothing has changed. */
  send(action: ReviewAction): boolean;
  run(name: ActionName): void;
}
