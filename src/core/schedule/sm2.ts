// From a schedule of SM-2 (an interval and an ease) to a memory of FSRS-6.
import { cleanMemory, defaultWeights, type Memory } from './fsrs.ts';

/**
 * The memory that explains an interval and an ease, or null where they are no numbers of a schedule.
 *
 * The conversion is that of fsrs-rs 5 (`memory_state_from_sm2`, which Anki uses for cards without a full history):
 * stability is the interval, stretched to a recall of 0.9 where SM-2 kept another retention,
 *
 *   S = interval · (0.9^(1/−w20) − 1) / (retention^(1/−w20) − 1)
 *
 * and the difficulty is the one at which a good answer after that interval makes FSRS multiply it by the ease:
 *
 *   D = 11 − (ease − 1) / (e^w8 · S^−w9 · (e^((1 − retention) · w10) − 1)), held between 1 and 10.
 *
 * @param interval days, > 0
 * @param ease factor by which a good answer stretches the interval, e.g. 2.5
 * @param retention chance of recall that the schedule kept, 0–1
 */
export function memoryFromSm2(
  interval: number,
  ease: number,
  retention = 0.9,
  weights: readonly number[] = defaultWeights,
): Memory | null {
  const [w8 = 0, w9 = 0, w10 = 0] = weights.slice(8, 11);
  const decay = -(weights[20] ?? 0.5);
  const stretch = (0.9 ** (1 / decay) - 1) / (retention ** (1 / decay) - 1);
  const stability = Math.max(interval, 0.001) * stretch;
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10);
  const difficulty = 11 - (ease - 1) / growth;
  return interval > 0 && Number.isFinite(difficulty) ? cleanMemory(stability, difficulty) : null;
}
