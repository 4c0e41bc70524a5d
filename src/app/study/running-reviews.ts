// The running reviews, notified of changes to their cards.
import type { Study } from './study.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import { Review, type ReviewHost } from './review.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { TrackedBatch } from '../cards/card-linker.ts';

export class RunningReviews {
  readonly #host: ReviewHost;
  readonly #running = new Set<Review>();

  constructor(host: ReviewHost) {
    this.#host = host;
  }

  start(request: StudyRequest): Review {
    const review = new Review(this.#host, request);
    this.#running.add(review);
    return review;
  }

  end(review: Review): void {
    review.dispatch({ kind: 'close' });
    this.#running.delete(review);
  }

  /** Cards of notes that were read again. */
  notesChanged(before: readonly TrackedCard[], { renamed }: TrackedBatch, study: Study): void {
    for (const review of this.#running) {
      for (const { id: was } of before) {
        const id = renamed.get(was) ?? was;
        const card = study.card(id);
        review.dispatch(card ? { kind: 'changed', card, was } : { kind: 'gone', id: was });
      }
    }
  }

  /** A card's schedule or marks changed. */
  cardChanged(id: string, study: Study): void {
    const card = study.card(id);
    if (card) for (const review of this.#running) review.dispatch({ kind: 'changed', card });
  }
}
