// FSRS-6 by ts-fsrs: memory only. Days, steps, fuzz and limits are ours, because ts-fsrs counts UTC dates (a review
// 4 h later across UTC midnight gets a 63 % higher stability) and exceeds a small maximum interval.
import { FSRSAlgorithm, S_MIN, default_w } from 'ts-fsrs';
import type { Grade } from '../history/event.ts';

export interface Memory {
  /** Days until the chance of recall has fallen to 0.9. */
  readonly stability: number;
  /** 1–10. */
  readonly difficulty: number;
}

export interface MemoryModel {
  /** The memory after an answer; `memory` is null for the first one. `elapsed`: whole study days, ≥ 0. */
  after(memory: Memory | null, elapsed: number, grade: Grade): Memory;
  /** The chance (0–1) that the answer is known `elapsed` days after the last review. */
  retrievability(stability: number, elapsed: number): number;
  /** Days, not rounded, after which the chance of recall has fallen to the desired retention. */
  interval(stability: number): number;
}

/** The weights that FSRS-6 comes with. */
export const defaultWeights: readonly number[] = default_w;

/** Weights of FSRS-4.5, 5 or 6: 17, 19 or 21 finite numbers. */
export function areWeights(weights: readonly number[]): boolean {
  return [17, 19, 21].includes(weights.length) && weights.every((weight) => Number.isFinite(weight));
}

const longest = 36_500;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/**
 * Engines may disagree in the last bit of pow and exp, so the digits behind are dropped before anything is built on
 * them. Seven or more are kept, six at the lowest stability (0.001).
 */
function roundStability(days: number): number {
  const scale = days < 1 ? 1e8 : days < 100 ? 1e6 : 1e4;
  return Math.round(days * scale) / scale;
}

function roundDifficulty(difficulty: number): number {
  return Math.round(difficulty * 1e6) / 1e6;
}

/** Brings a memory from outside into the range that FSRS knows; null where it is no memory at all. */
export function cleanMemory(stability: number, difficulty: number): Memory | null {
  if (!(stability > 0) || Number.isNaN(difficulty)) return null;
  return {
    stability: roundStability(clamp(stability, S_MIN, longest)),
    difficulty: roundDifficulty(clamp(difficulty, 1, 10)),
  };
}

/** Without the Proxy through which ts-fsrs reads its parameters: a million reviews take 0.55 s instead of 1.2 s. */
class PlainAlgorithm extends FSRSAlgorithm {
  constructor(parameters: ConstructorParameters<typeof FSRSAlgorithm>[0]) {
    super(parameters);
    this.param = { ...this.param };
  }
}

/**
 * @param weights see `areWeights`; others, and null, are replaced by the defaults
 * @param retention desired chance of recall when a card comes up; held between 0.7 and 0.99
 * @param relearningSteps how many there are: FSRS bounds two weights by it
 */
export function memoryModel(
  weights: readonly number[] | null,
  retention: number,
  relearningSteps: number,
): MemoryModel {
  const algorithm = new PlainAlgorithm({
    w: weights !== null && areWeights(weights) ? [...weights] : [...default_w],
    request_retention: clamp(Number.isFinite(retention) ? retention : 0.9, 0.7, 0.99),
    relearning_steps: Array.from({ length: relearningSteps }, () => '1m' as const),
    enable_short_term: true,
    enable_fuzz: false,
  });
  const modifier = algorithm.interval_modifier;
  return {
    after(memory, elapsed, grade) {
      const { stability, difficulty } = algorithm.next_state(
        memory === null ? null : { stability: memory.stability, difficulty: memory.difficulty },
        elapsed,
        grade,
      );
      return { stability: roundStability(stability), difficulty: roundDifficulty(difficulty) };
    },
    retrievability: (stability, elapsed) => algorithm.forgetting_curve(elapsed, stability),
    interval: (stability) => stability * modifier,
  };
}
