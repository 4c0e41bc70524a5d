// Runs work that can be split into slices in one go.

/** Runs a generator to completion. */
export function drain<T>(work: Generator<unknown, T, undefined>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
