// What the actions of a review see of the screen that they act on.
import type { Review, ReviewAction } from '../../app/study/review.ts';
import type { Outcomes } from '../../core/schedule/schedule.ts';
import type { Desk } from '../shell/desk.ts';
import type { ActionName } from './keys.ts';
import type { CardFace } from './card/card-face.ts';
import type { Said } from './toast.ts';

/** What the window or view around the screen can do. */
export interface ReviewShell {
  /** Ends the review. */
  readonly close: () => void;
  /** Makes room so that a note can be seen; the review waits. */
  readonly stepAside: () => void;
}

export interface ReviewStage {
  readonly desk: Desk;
  readonly review: Review;
  readonly shell: ReviewShell;
  readonly el: HTMLElement;
  /** The card on screen. */
  readonly face: CardFace | null;
  /** What the buttons say each grade leads to; null in practice, and while there are none. */
  readonly offered: Outcomes | null;
  focus(): void;
  /** Shows a sentence for a moment, also to screen readers. */
  say(text: string, how?: Said): void;
  /** Sends an action to the session; false where it could not be written down, and then nothing has changed. */
  send(action: ReviewAction): boolean;
  run(name: ActionName): void;
}
