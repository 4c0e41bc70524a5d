// FSRS-6 via ts-fsrs: memory only. Days, steps, fuzz and limits are ours, because ts-fsrs counts UTC dates (a review 4
// h later across UTC midnight gets a 63 % higher stability) and exceeds a small maximum interval.
import {
  CLAMP_PARAMETERS,
  FSRSAlgorithm,
  type FSRSParameters,
  type Grade as FsrsGrade,
  S_MIN,
  W17_W18_Ceiling,
  computeDecayFactor,
  default_w,
} from 'ts-fsrs';
import type { Grade } from '../history/event.ts';

export interface Memory {
  /** Days until the probability of recall falls to 0.9. */
  readonly stability: number;
  /** 1–10. */
  readonly difficulty: number;
}

export interface MemoryModel {
  /**
   * The memory after an answer; `memory` is null for the first one.
   * @param elapsed whole study days, ≥ 0
   * @param chance the retrievability at that time, from a caller that has computed it
   */
  after(memory: Memory | null, elapsed: number, grade: Grade, chance?: number): Memory;
  /** The probability (0–1) of recall `elapsed` days after the last review. */
  retrievability(stability: number, elapsed: number): number;
  /** Days, not rounded, until the probability of recall falls to the desired retention. */
  interval(stability: number): number;
  /** Whether the parameters model same-day reviews; those of FSRS-4.5 don't. */
  readonly isShortTerm: boolean;
}

/** The default parameters of FSRS-6. */
export const defaultParameters: readonly number[] = default_w;

/** Weights of FSRS-4.5, 5 or 6: 17, 19 or 21 finite numbers. */
export function areParameters(parameters: readonly number[]): boolean {
  return (
    [17, 19, 21].includes(parameters.length) && parameters.every((parameter) => Number.isFinite(parameter))
  );
}

const longest = 36_500;
/** The decay of the forgetting curve before FSRS-6. */
const olderDecay = 0.5;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/**
 * Engines may disagree in the last bit of pow and exp, so the trailing digits are dropped before anything builds on
 * them. Seven or more are kept, six at the lowest stability (0.001).
 */
function roundStability(days: number): number {
  const scale = days < 1 ? 1e8 : days < 100 ? 1e6 : 1e4;
  return Math.round(days * scale) / scale;
}

function roundDifficulty(difficulty: number): number {
  return Math.round(difficulty * 1e6) / 1e6;
}

/** Clamps an external memory state to FSRS's range; null if it isn't a valid one. */
export function cleanMemory(stability: number, difficulty: number): Memory | null {
  if (!(stability > 0) || Number.isNaN(difficulty)) return null;
  return {
    stability: roundStability(clamp(stability, S_MIN, longest)),
    difficulty: roundDifficulty(clamp(difficulty, 1, 10)),
  };
}

/**
 * What FSRS-4.5 and 5 did, in the 21 parameters of FSRS-6. ts-fsrs clamps the parameters before it fills them up, raises the
 * 20th, which older sets don't have, and clamps two by the number of relearning steps; fsrs-rs does none of this.
 */
function fillParameters(parameters: readonly number[]): readonly number[] {
  if (parameters.length === 21) return parameters;
  if (parameters.length === 19) return [...parameters, 0, olderDecay];
  const [fifth = 0, sixth = 0, seventh = 0] = parameters.slice(4);
  const difficulty = [fifth + 2 * sixth, Math.log(3 * sixth + 1) / 3, seventh + 0.5];
  return [...parameters.slice(0, 4), ...difficulty, ...parameters.slice(7), 0, 0, 0, olderDecay];
}

/** The given parameters, each clamped to the same range as in fsrs-rs. */
function usedParameters(parameters: readonly number[] | null): number[] {
  const filled = fillParameters(parameters !== null && areParameters(parameters) ? parameters : default_w);
  const inRange = CLAMP_PARAMETERS(W17_W18_Ceiling, false).map(([low = 0, high = low], index) =>
    clamp(filled[index] ?? low, low, high),
  );
  return inRange.every((parameter) => Number.isFinite(parameter)) ? inRange : [...default_w];
}

/**
 * Uses the parameters as in fsrs-rs, and avoids the Proxy through which ts-fsrs reads its parameters: a million reviews
 * take 0.55 s instead of 1.2 s.
 */
class PlainAlgorithm extends FSRSAlgorithm {
  constructor(parameters: number[], options: Partial<FSRSParameters>) {
    super(options);
    this.param = { ...this.param, w: parameters };
    // As in ts-fsrs, which computes decay and factor again for each point of the curve.
    const { decay, factor } = computeDecayFactor(parameters);
    this.forgetting_curve = (elapsed, stability) =>
      Math.round(Math.pow(1 + (factor * elapsed) / stability, decay) * 1e8) / 1e8;
    this.intervalModifier = this.calculate_interval_modifier(this.param.request_retention);
  }

  /** ts-fsrs raises it to 0.1 days. */
  override init_stability(grade: FsrsGrade): number {
    return this.param.w[grade - 1] ?? S_MIN;
  }
}

/**
 * @param parameters see `areParameters`; invalid ones, and null, are replaced by the defaults
 * @param retention desired probability of recall when a card comes due; clamped to 0.7–0.99
 */
export function memoryModel(parameters: readonly number[] | null, retention: number): MemoryModel {
  const used = usedParameters(parameters);
  const algorithm = new PlainAlgorithm(used, {
    request_retention: clamp(Number.isFinite(retention) ? retention : 0.9, 0.7, 0.99),
    enable_short_term: true,
    enable_fuzz: false,
  });
  const modifier = algorithm.interval_modifier;
  const [sameDay = 0, sameDayOffset = 0] = used.slice(17);
  return {
    isShortTerm: sameDay > 0 && sameDayOffset > 0,
    after(memory, elapsed, grade, chance) {
      const { stability, difficulty } = algorithm.next_state(
        memory === null ? null : { stability: memory.stability, difficulty: memory.difficulty },
        elapsed,
        grade,
        chance,
      );
      return { stability: roundStability(stability), difficulty: roundDifficulty(difficulty) };
    },
    retrievability: (stability, elapsed) => algorithm.forgetting_curve(elapsed, stability),
    interval: (stability) => stability * modifier,
  };
}
