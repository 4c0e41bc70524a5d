// A review in a modal over the notes.
import { Modal } from 'obsidian';
import type { Review } from '../../app/study/review.ts';
import type { Desk } from '../shell/desk.ts';
import { keepFocus } from '../parts/focus-trap.ts';
import { ReviewScreen } from './review-screen.ts';

export class ReviewModal extends Modal {
  readonly #desk: Desk;
  readonly #review: Review;
  readonly #paused: (review: Review) => void;
  #screen: ReviewScreen | null = null;
  #isAside = false;

  /** `paused` resumes a review that was left to look at a note. */
  constructor(desk: Desk, review: Review, paused: (review: Review) => void) {
    super(desk.app);
    this.#desk = desk;
    this.#review = review;
    this.#paused = paused;
  }

  override onOpen(): void {
    this.modalEl.addClass('nf-review-modal');
    this.#screen = new ReviewScreen(this.#desk, this.#review, this.contentEl, {
      close: () => this.close(),
      stepAside: () => {
        this.#isAside = true;
        // The element focused before is behind the note that opens.
        this.shouldRestoreSelection = false;
        this.close();
      },
    });
    this.#screen.registerDomEvent(this.modalEl, 'keydown', (event) => keepFocus(this.modalEl, event));
    this.#screen.load();
    this.#screen.focus();
  }

  override onClose(): void {
    this.#screen?.unload();
    this.#screen = null;
    this.contentEl.empty();
    if (this.#isAside) this.#paused(this.#review);
    else this.#desk.flashcards.endReview(this.#review);
  }
}
