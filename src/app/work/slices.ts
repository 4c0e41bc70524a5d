// Long work in short slices, so that the host can draw and answer keys in between.
import type { After, Clock } from '../ports.ts';

export interface SliceHost {
  readonly clock: Clock;
  readonly after: After;
}

/** ms of work between two breaths: half of a frame. */
const slice = 8;

/**
 * Runs a generator to its end; null when it was called off.
 * @param isOff asked after each slice
 * @param progress is told what the generator yielded last, once a slice
 */
export async function inSlices<T>(work: Generator<number, T>, host: SliceHost): Promise<T>;
export async function inSlices<T>(
  work: Generator<number, T>,
  host: SliceHost,
  isOff: () => boolean,
  progress?: (value: number) => void,
): Promise<T | null>;
export async function inSlices<T>(
  work: Generator<number, T>,
  { clock, after }: SliceHost,
  isOff: () => boolean = () => false,
  progress: (value: number) => void = () => undefined,
): Promise<T | null> {
  let since = clock.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (clock.now() - since < slice) continue;
    progress(value);
    await new Promise<void>((resolve) => after(0, resolve));
    if (isOff()) return null;
    since = clock.now();
  }
}

/** Called after each step of some work: waits for the host once a slice of it is done. Gives whether it did. */
export function makeYieldToHost({ clock, after }: SliceHost): () => Promise<boolean> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < slice) return false;
    await new Promise<void>((resolve) => after(0, resolve));
    since = clock.now();
    return true;
  };
}
