// Decides whether optimized parameters are worth using: trained on the first four fifths of the answers, tested on the
// last fifth, which they have not seen.
import { measureFit, type Fit } from './fit.ts';
import { trainParameters } from './train.ts';
import { before, testsOf, type TrainingCard } from './training-card.ts';
import { fullParameters } from './parameters.ts';
import { at } from './number-at.ts';

/** Minimum number of answers on a later day than the previous one; with fewer, parameters would fit noise. */
export const fewestAnswers = 400;

const heldOutShare = 0.2;

export type Refusal = 'few' | 'alike' | 'outliers';

export interface OptimizedParameters {
  readonly kind: 'learned';
  /** Trained on all answers. */
  readonly parameters: readonly number[];
  /** On the held-out answers: the parameters in use, and those trained on the answers before them. */
  readonly now: Fit;
  readonly own: Fit;
  readonly isBetter: boolean;
}

export interface NotOptimized {
  readonly kind: 'refused';
  readonly why: Refusal;
  readonly answers: number;
}

export interface TrainingOptions {
  /** The parameters in use; null for the defaults. */
  readonly parameters: readonly number[] | null;
  readonly relearningSteps: number;
  /** Random numbers in [0, 1). */
  readonly draw: () => number;
}

/** Yields the share done (0–1). Changes nothing: the caller asks the user and saves. */
export function* optimizeParameters(
  cards: readonly TrainingCard[],
  { parameters, relearningSteps, draw }: TrainingOptions,
): Generator<number, OptimizedParameters | NotOptimized> {
  const answers = cards.reduce((sum, card) => sum + testsOf(card), 0);
  const refuse = (why: Refusal): NotOptimized => ({ kind: 'refused', why, answers });
  if (answers < fewestAnswers) return refuse('few');
  if (areAlike(cards)) return refuse('alike');
  const moment = heldOutFrom(cards);
  const earlier = cards.map((card) => before(card, moment)).filter((card) => testsOf(card) > 0);
  if (areAlike(earlier)) return refuse('alike');
  const tried = yield* scaled(trainParameters(earlier, relearningSteps, draw), 0, 0.45);
  if (tried === null) return refuse('outliers');
  const inUse = fullParameters(parameters);
  const now = yield* scaled(measureFit(cards, inUse, moment), 0.45, 0.47);
  const own = yield* scaled(measureFit(cards, tried, moment), 0.47, 0.5);
  if (!(own.logLoss < now.logLoss)) return { kind: 'learned', parameters: tried, now, own, isBetter: false };
  const all = yield* scaled(trainParameters(cards, relearningSteps, draw), 0.5, 0.96);
  if (all === null) return refuse('outliers');
  // The parameters from all answers must also fit them better than those in use.
  const ofAll = yield* scaled(measureFit(cards, all), 0.96, 0.98);
  const ofUse = yield* scaled(measureFit(cards, inUse), 0.98, 1);
  const isBetter = ofAll.logLoss < ofUse.logLoss;
  return { kind: 'learned', parameters: all, now, own, isBetter };
}

/** Whether all answers are correct, or none: such answers carry no information about forgetting. */
function areAlike(cards: readonly TrainingCard[]): boolean {
  let known = 0;
  let forgotten = 0;
  for (const { grades, gaps } of cards)
    gaps.forEach((gap, index) => {
      if (gap === 0) return;
      if (at(grades, index) > 1) known += 1;
      else forgotten += 1;
    });
  return known === 0 || forgotten === 0;
}

/** ms since 1970: the moment before the last fifth of the answers. */
function heldOutFrom(cards: readonly TrainingCard[]): number {
  const times = cards
    .flatMap(({ gaps, times: all }) => all.filter((_, index) => at(gaps, index) > 0))
    .sort((a, b) => a - b);
  return at(times, Math.floor(times.length * (1 - heldOutShare)));
}

function* scaled<T>(work: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}
