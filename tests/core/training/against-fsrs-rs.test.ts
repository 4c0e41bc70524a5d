// Training against fsrs-rs on the same answers.
import { expect, test } from '@jest/globals';
import { defaultParameters, memoryModel } from '../../../src/core/schedule/fsrs.ts';
import { measureFit } from '../../../src/core/training/fit.ts';
import { Walk } from '../../../src/core/training/gradient.ts';
import { trainParameters } from '../../../src/core/training/train.ts';
import { before, type TrainingCard } from '../../../src/core/training/training-card.ts';
import {
  BindingMemoryState,
  computeParameters,
  FSRSBinding,
  FSRSBindingItem,
  FSRSBindingReview,
  type RustMemory,
} from '../schedule/fsrs-rs.ts';
import { draw, finish, madeUpCards } from './cards.ts';

const ours = memoryModel(null, 0.9);

/** The answers as fsrs-rs reads them: for each the whole life of its card up to it, in the order of the answers. */
function toItems(cards: readonly TrainingCard[]) {
  const items = cards.flatMap(({ grades, gaps, times }) =>
    gaps.flatMap((gap, index) =>
      gap > 0 ? [{ at: times[index] ?? 0, grades, gaps, count: index + 1 }] : [],
    ),
  );
  items.sort((a, b) => a.at - b.at);
  return items.map(
    ({ grades, gaps, count }) =>
      new FSRSBindingItem(
        grades.slice(0, count).map((grade, index) => new FSRSBindingReview(grade, gaps[index] ?? 0)),
      ),
  );
}

function momentOf(cards: readonly TrainingCard[], share: number): number {
  const times = cards.flatMap(({ times: all }) => all).sort((a, b) => a - b);
  return times[Math.floor(times.length * share)] ?? 0;
}

test.each([
  [1500, 3],
  [10_000, 1],
])(
  'from %i answers, learns parameters that predict the next fifth as well as those of fsrs-rs, within 0.002',
  async (reviews, seed) => {
    const cards = madeUpCards(reviews, seed);
    const moment = momentOf(cards, 0.8);
    const earlier = cards
      .map((card) => before(card, moment))
      .filter(({ gaps }) => gaps.some((gap) => gap > 0));
    const theirs = await computeParameters(toItems(earlier), {
      enableShortTerm: true,
      numRelearningSteps: 1,
    });
    const own = finish(trainParameters(earlier, 1, draw())) ?? [];
    const us = finish(measureFit(cards, own, moment));
    const them = finish(measureFit(cards, theirs, moment));
    expect(us.answers).toBe(them.answers);
    // Where they are not as close, both stand in the message.
    expect(Math.abs(us.logLoss - them.logLoss) <= 0.002 ? null : { us, them }).toBeNull();
  },
);

test('predicts every answer of a card as the memory of fsrs-rs does', () => {
  const [card] = madeUpCards(2000).sort((a, b) => b.gaps.length - a.gaps.length);
  if (!card) throw new Error('no card was made up');
  const theirs = new FSRSBinding([...defaultParameters]);
  const walk = new Walk(Float64Array.from(defaultParameters));
  walk.forward(card);
  let memory: RustMemory | null = null;
  card.grades.forEach((grade, index) => {
    const gap = card.gaps[index] ?? 0;
    if (memory !== null)
      expect(walk.recall(index)).toBeCloseTo(ours.retrievability(memory.stability, gap), 4);
    const { again, hard, good, easy } = theirs.nextStates(memory, 0.9, gap);
    const after = [again, hard, good, easy][grade - 1]?.memory;
    if (after) memory = new BindingMemoryState(after.stability, after.difficulty);
  });
});
