// Work that can be done in slices, done at once.

/** Runs a generator to its end. */
export function drain<T>(work: Generator<unknown, T, undefined>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
