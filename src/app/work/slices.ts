// Long work in short slices, so that the host can draw and answer keys in between.
import type { After, Clock } from '../ports.ts';

export interface SliceHost {
  readonly clock: Clock;
  readonly after: After;
}

/** Lets the host have its turn once. */
export function hostsTurn(after: After): Promise<void> {
  return new Promise((resolve) => after(0, resolve));
}

/** ms of work before the host has a turn: half of a frame. */
const slice = 8;

/**
 * Runs a generator to its end; null when it was called off.
 * @param isOff asked after each slice
 * @param progress is told what the generator yielded last, once a slice
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

/** Called after each step of some work: waits for the host once a slice of it is done. Gives whether it did. */
export function makeYieldToHost({ clock, after }: SliceHost): () => Promise<boolean> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < slice) return false;
    await hostsTurn(after);
    since = clock.now();
    return true;
  };
}

/** The same for work that may be called off: gives whether to go on. */
export function makePause(host: SliceHost, goOn: () => boolean): () => Promise<boolean> {
  const yieldToHost = makeYieldToHost(host);
  return async () => {
    await yieldToHost();
    return goOn();
  };
}
