// Trains the parameters of FSRS-6 on a history, as fsrs-rs does: first stabilities first, then gradient descent (Adam,
// cosine annealing, parameters clamped to bounds and pulled back to their initial values). Works in slices: the generator
// yields after each batch, so that the caller can keep the UI responsive.
import { defaultParameters } from '../schedule/fsrs.ts';
import { fitFirstStability, smoothFirstStability } from './first-stability.ts';
import { Walk } from './gradient.ts';
import { withoutOutliers } from './outliers.ts';
import { testsOf, type TrainingCard } from './training-card.ts';
import { clipParameters, pullBack } from './parameters.ts';
import { at } from './number-at.ts';

const rounds = 5;
/** Answers per step. */
const batchSize = 512;
const fastest = 0.04;
/** Adam's default constants (Kingma and Ba 2015). */
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

interface Sample {
  readonly card: TrainingCard;
  /** For each answer; 0 if it doesn't test memory. */
  readonly weights: Float64Array;
  readonly tests: number;
}

/**
 * Yields the share done (0–1). Returns 21 parameters, or null if too little is left after removing outliers.
 * @param draw numbers in [0, 1) to shuffle the cards
 */
export function* trainParameters(
  cards: readonly TrainingCard[],
  relearningSteps: number,
  draw: () => number,
): Generator<number, readonly number[] | null> {
  const common = withoutOutliers(cards);
  const samples = weigh(common);
  const total = samples.reduce((sum, { tests }) => sum + tests, 0);
  yield 0;
  const found = yield* fitFirstStability(common);
  const first = smoothFirstStability(found);
  if (first === null || total < 64) return null;
  const start = [...first, ...defaultParameters.slice(4)];
  const w = Float64Array.from(start);
  const walk = new Walk(w);
  const adam = new Adam(w.length);
  const steps = (Math.floor(total / batchSize) + 1) * rounds;
  let best = { loss: Infinity, parameters: [...w] };
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const batch of batches(shuffle(samples, draw))) {
      const gradient = new Float64Array(w.length);
      const tests = lossOf(walk, batch, gradient).tests;
      pullBack(w, start, tests / total, gradient);
      adam.step(w, gradient, (fastest * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps))) / 2);
      clipParameters(w, relearningSteps);
      walk.refresh();
      step += 1;
      yield Math.min(step / steps, 1);
    }
    const unused = new Float64Array(w.length);
    let loss = pullBack(w, start, 1, unused);
    for (const batch of batches(samples)) {
      loss += lossOf(walk, batch, unused).loss;
      yield Math.min(step / steps, 1);
    }
    if (loss < best.loss) best = { loss, parameters: [...w] };
  }
  const learned = new Map(
    [...found].map(
      ([grade, { count }]) => [grade, { count, stability: at(best.parameters, grade - 1) }] as const,
    ),
  );
  const smooth = smoothFirstStability(learned) ?? first;
  const parameters = [...smooth, ...best.parameters.slice(4)];
  return parameters.every(Number.isFinite) ? parameters : null;
}

/** The latest answer weighs four times as much as the first, since habits and notes change. */
function weigh(cards: readonly TrainingCard[]): Sample[] {
  const samples = cards.map((card): Sample => ({
    card,
    weights: new Float64Array(card.grades.length),
    tests: testsOf(card),
  }));
  const isTest = (gaps: readonly number[], index: number): boolean => at(gaps, index) > 0;
  const times = Float64Array.from(
    cards.flatMap(({ gaps, times: all }) => all.filter((_, index) => isTest(gaps, index))),
  ).sort();
  for (const { card, weights } of samples)
    card.times.forEach((time, index) => {
      const share = rankOf(times, time) / Math.max(1, times.length - 1);
      if (isTest(card.gaps, index)) weights[index] = 0.25 + 0.75 * share ** 3;
    });
  return samples;
}

/** How many of the sorted values are lower. */
function rankOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whole cards, about `batchSize` answers together. fsrs-rs replays the card for each of its answers; replaying it once
 * and summing gives the same result in a tenth of the time.
 */
function* batches(samples: readonly Sample[]): Generator<readonly Sample[]> {
  let batch: Sample[] = [];
  let tests = 0;
  for (const sample of samples) {
    batch.push(sample);
    tests += sample.tests;
    if (tests < batchSize) continue;
    yield batch;
    batch = [];
    tests = 0;
  }
  if (batch.length > 0) yield batch;
}

function lossOf(
  walk: Walk,
  samples: readonly Sample[],
  gradient: Float64Array,
): { readonly loss: number; readonly tests: number } {
  let loss = 0;
  let tests = 0;
  for (const sample of samples) {
    walk.forward(sample.card);
    loss += walk.backward(sample.card, sample.weights, gradient);
    tests += sample.tests;
  }
  return { loss, tests };
}

/** Fisher–Yates shuffle. */
function shuffle<T>(list: readonly T[], draw: () => number): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    const [one, two] = [shuffled[last], shuffled[other]];
    if (one === undefined || two === undefined) continue;
    shuffled[last] = two;
    shuffled[other] = one;
  }
  return shuffled;
}

class Adam {
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  #steps = 0;

  constructor(size: number) {
    this.#mean = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  step(w: Float64Array, gradient: Float64Array, speed: number): void {
    this.#steps += 1;
    gradient.forEach((slope, index) => {
      // One answer that no parameters explain must not ruin all of them.
      const by = Number.isFinite(slope) ? slope : 0;
      const mean = beta1 * at(this.#mean, index) + (1 - beta1) * by;
      const square = beta2 * at(this.#square, index) + (1 - beta2) * by * by;
      this.#mean[index] = mean;
      this.#square[index] = square;
      const size = Math.sqrt(square / (1 - beta2 ** this.#steps)) + epsilon;
      w[index] = at(w, index) - (speed * (mean / (1 - beta1 ** this.#steps))) / size;
    });
  }
}
