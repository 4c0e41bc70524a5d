// Cards for the tests of training.
import { madeUpHistories } from '../../../scripts/bench/made-up-histories.ts';
import { seededRandom } from '../../../scripts/identity/random.ts';
import { trainingCards, type TrainingCard } from '../../../src/core/training/training-card.ts';

export function madeUpCards(reviews: number, seed = 1): TrainingCard[] {
  return trainingCards(madeUpHistories({ reviews, firstDay: 20_000, days: 700, seed }));
}

export function draw(seed = 1): () => number {
  const random = seededRandom(seed);
  return () => random.next();
}

/** Runs slices to their end. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
