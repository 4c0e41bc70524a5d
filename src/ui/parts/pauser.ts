// Long work in slices, so that the screen can draw and the person can type on.

/** ms of work between two breaths. */
const slice = 12;

/** Gives what to call now and then: it resolves to whether to go on, after a breath where a slice of time is used up. */
export function pauser(goOn: () => boolean): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return goOn();
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    since = performance.now();
    return goOn();
  };
}
