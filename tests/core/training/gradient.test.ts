// Derivatives against differences.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '../../../src/core/history/event.ts';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import { Walk } from '../../../src/core/training/gradient.ts';
import type { TrainingCard } from '../../../src/core/training/training-card.ts';
import { runs } from '../../random.ts';

const anyCard: fc.Arbitrary<TrainingCard> = fc
  .array(fc.tuple(fc.constantFrom<Grade>(1, 2, 3, 3, 4), fc.constantFrom(0, 1, 2, 3, 7, 20, 60)), {
    minLength: 2,
    maxLength: 12,
  })
  .map((answers) => ({
    grades: answers.map(([grade]) => grade),
    gaps: answers.map(([, gap], index) => (index === 0 ? 0 : gap)),
    times: answers.map((_, index) => index),
  }));

const anyParameters = fc
  .array(fc.double({ min: 0.85, max: 1.15, noNaN: true }), { minLength: 21, maxLength: 21 })
  .map((factors) => Float64Array.from(defaultParameters, (weight, index) => weight * (factors[index] ?? 1)));

function lossAt(card: TrainingCard, w: Float64Array, gradient = new Float64Array(21)): number {
  const walk = new Walk(w);
  walk.forward(card);
  return walk.backward(card, new Float64Array(card.grades.length).fill(1), gradient);
}

test('the derivative of the loss by each parameter is the slope of the loss', () => {
  fc.assert(
    fc.property(anyCard, anyParameters, (card, w) => {
      const gradient = new Float64Array(21);
      lossAt(card, w, gradient);
      for (let index = 0; index < 21; index += 1) {
        const step = 1e-6 * Math.max(1, Math.abs(w[index] ?? 0));
        const moved = (by: number): number =>
          lossAt(
            card,
            Float64Array.from(w, (weight, at) => (at === index ? weight + by : weight)),
          );
        const [below, here, above] = [moved(-step), moved(0), moved(step)];
        const [left, right] = [(here - below) / step, (above - here) / step];
        // Where a bound is met within the step, the slope is that of one side.
        const nearest = [left, right, (left + right) / 2].reduce((a, b) =>
          Math.abs(a - (gradient[index] ?? 0)) < Math.abs(b - (gradient[index] ?? 0)) ? a : b,
        );
        expect(Math.abs(nearest - (gradient[index] ?? 0))).toBeLessThanOrEqual(
          1e-4 * (1 + Math.abs(nearest)),
        );
      }
    }),
    { numRuns: runs(2000) },
  );
});
