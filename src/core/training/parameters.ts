// The 21 parameters of FSRS-6 during training: their bounds, and their likely distance from the defaults.
import { defaultParameters } from '../schedule/fsrs.ts';
import { at } from './number-at.ts';

/** Days. Shortest stability, longest stability, longest stability of a first answer. */
export const shortest = 0.001;
export const longest = 36_500;
export const longestFirst = 100;

/** How parameters vary between users (standard deviations over some ten thousand collections, from fsrs-rs). */
const spread = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
  0.32, 0.14, 0.27,
];

/** Minimum and maximum of each parameter, from fsrs-rs; those of 17 and 18 also depend on the relearning steps. */
const bounds: readonly (readonly [number, number])[] = [
  [shortest, longestFirst],
  [shortest, longestFirst],
  [shortest, longestFirst],
  [shortest, longestFirst],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/**
 * Clamps parameters to their bounds, in place. With several relearning steps, 17 and 18 are kept low enough that a lapse
 * and its steps never leave a card more stable than before.
 */
export function clipParameters(w: Float64Array, relearningSteps: number): void {
  let ceiling = 2;
  if (relearningSteps > 1) {
    const afterLapse = Math.log(at(w, 11)) + Math.log(2 ** at(w, 13) - 1) + at(w, 14) * 0.3;
    ceiling = Math.min(2, Math.sqrt(Math.max(0.01, -afterLapse / relearningSteps)));
  }
  bounds.forEach(([low, high], index) => {
    const most = index === 17 || index === 18 ? ceiling : high;
    w[index] = Math.min(Math.max(at(w, index), low), most);
  });
}

/**
 * Adds to `gradient` the pull toward `start`: share × Σ ((w − start) / spread)². Returns its value.
 * @param share fraction of all answers in the batch, 0–1
 */
export function pullBack(
  w: Float64Array,
  start: readonly number[],
  share: number,
  gradient: Float64Array,
): number {
  let value = 0;
  spread.forEach((deviation, index) => {
    const off = (at(w, index) - at(start, index)) / deviation;
    value += off * off * share;
    gradient[index] = at(gradient, index) + (2 * off * share) / deviation;
  });
  return value;
}

/** 21 parameters: older or missing ones are replaced by the defaults. */
export function fullParameters(parameters: readonly number[] | null): readonly number[] {
  return parameters !== null && parameters.length === defaultParameters.length
    ? parameters
    : defaultParameters;
}
