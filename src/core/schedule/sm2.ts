// Converts an SM-2 schedule (an interval and an ease) to an FSRS-6 memory.
import { cleanMemory, defaultParameters, type Memory } from './fsrs.ts';

/**
 * The memory that explains an interval and an ease; null if they aren't valid schedule values.
 *
 * The conversion follows fsrs-rs 5 (`memory_state_from_sm2`, which Anki uses for cards without a full history):
 * stability is the interval, stretched to a recall of 0.9 if SM-2 used another retention,
 *
 *   S = interval · (0.9^(1/−w20) − 1) / (retention^(1/−w20) − 1)
 *
 * and the difficulty is the one at which a good answer after that interval makes FSRS multiply it by the ease:
 *
 *   D = 11 − (ease − 1) / (e^w8 · S^−w9 · (e^((1 − retention) · w10) − 1)), clamped to 1–10.
 *
 * @param interval days, > 0
 * @param ease factor by which a good answer multiplies the interval, e.g. 2.5
 * @param retention probability of recall the schedule maintained, 0–1
 */
export function memoryFromSm2(
  interval: number,
  ease: number,
  retention = 0.9,
  parameters: readonly number[] = defaultParameters,
): Memory | null {
  const [w8 = 0, w9 = 0, w10 = 0] = parameters.slice(8, 11);
  const decay = -(parameters[20] ?? 0.5);
  const stretch = (0.9 ** (1 / decay) - 1) / (retention ** (1 / decay) - 1);
  const stability = Math.max(interval, 0.001) * stretch;
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10);
  const difficulty = 11 - (ease - 1) / growth;
  return interval > 0 && Number.isFinite(difficulty) ? cleanMemory(stability, difficulty) : null;
}
