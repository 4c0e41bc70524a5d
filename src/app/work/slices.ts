// Splits long work into short slices, so that the host can draw and handle keys in between.
import type { After, Clock } from '../ports.ts';

export interface SliceHost {
  readonly clock: Clock;
  readonly after: After;
}

/** Gives the host one turn. */
export function hostsTurn(after: After): Promise<void> {
  return new Promise((resolve) => after(0, resolve));
}

/** Time in ms to work before the host gets a turn: half a frame. */
const slice = 8;

/**
 * Runs a generator to its end; returns null if canceled.
 * @param isOff checked after each slice
 * @param progress receives the generator's last yielded value, once per slice
 */
export async function inSlices<T>(work: Generator<unknown, T>, host: SliceHost): Promise<T>;
export async function inSlices<Step, T>(
  work: Generator<Step, T>,
  host: SliceHost,
  isOff: () => boolean,
  progress?: (value: Step) => void,
): Promise<T | null>;
export async function inSlices<Step, T>(
  work: Generator<Step, T>,
  { clock, after }: SliceHost,
  isOff: () => boolean = () => false,
  progress: (value: Step) => void = () => undefined,
): Promise<T | null> {
  let since = clock.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (clock.now() - since < slice) continue;
    progress(value);
    await hostsTurn(after);
    if (isOff()) return null;
    since = clock.now();
  }
}

/** Call after each step of some work: waits for the host once a slice is done. Returns whether it waited. */
export function makeYieldToHost({ clock, after }: SliceHost): () => Promise<boolean> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < slice) return false;
    await hostsTurn(after);
    since = clock.now();
    return true;
  };
}

/** The same for cancelable work: returns whether to continue. */
export function makePause(host: SliceHost, goOn: () => boolean): () => Promise<boolean> {
  const yieldToHost = makeYieldToHost(host);
  return async () => {
    await yieldToHost();
    return goOn();
  };
}
