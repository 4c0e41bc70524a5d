import { describe, expect, test } from '@jest/globals';
import type { Grade } from '../../../src/core/history/event.ts';
import {
  optimizeParameters,
  type OptimizedParameters,
  type NotOptimized,
} from '../../../src/core/training/optimize-parameters.ts';
import type { TrainingCard } from '../../../src/core/training/training-card.ts';
import { draw, finish, madeUpCards } from './cards.ts';

function learn(
  cards: readonly TrainingCard[],
  parameters: readonly number[] | null = null,
): OptimizedParameters | NotOptimized {
  return finish(optimizeParameters(cards, { parameters, relearningSteps: 1, draw: draw() }));
}

/** The same cards, every answer of a later day another. */
function withGrade(cards: readonly TrainingCard[], grade: Grade): TrainingCard[] {
  return cards.map((card) => ({
    ...card,
    grades: card.grades.map((given, at) => (card.gaps[at] ? grade : given)),
  }));
}

describe('optimized parameters', () => {
  test('predict held-out answers better than the defaults for a person who differs from them', () => {
    const found = learn(madeUpCards(6000));
    expect(found).toMatchObject({ kind: 'learned', isBetter: true });
    if (found.kind === 'learned') expect(found.own.logLoss).toBeLessThan(found.now.logLoss);
  });

  test('hold 21 finite numbers, and are the same on every device', () => {
    const cards = madeUpCards(3000);
    const found = learn(cards);
    expect(found).toEqual(learn(cards));
    if (found.kind === 'learned') expect(found.parameters.filter(Number.isFinite)).toHaveLength(21);
  });

  test('are no better once parameters as good are in use', () => {
    const cards = madeUpCards(6000);
    const first = learn(cards);
    const again = learn(cards, first.kind === 'learned' ? first.parameters : null);
    expect(again).toMatchObject({ kind: 'learned', isBetter: false });
  });

  test('are refused for fewer than 400 answers on later days', () => {
    expect(learn(madeUpCards(300))).toMatchObject({ kind: 'refused', why: 'few' });
  });

  test.each([
    ['known', 3],
    ['forgotten', 1],
  ] as const)('are refused if every answer is %s', (_, grade) => {
    expect(learn(withGrade(madeUpCards(2000), grade))).toMatchObject({ kind: 'refused', why: 'alike' });
  });

  test('are refused if nothing is left once outliers are removed', () => {
    // No two cards wait as long as each other for their first answer on a later day.
    const cards = Array.from({ length: 500 }, (_, nth): TrainingCard => ({
      grades: [3, nth % 4 === 0 ? 1 : 3],
      gaps: [0, nth + 1],
      times: [nth, nth + 1000],
    }));
    expect(learn(cards)).toMatchObject({ kind: 'refused', why: 'outliers' });
  });
});
