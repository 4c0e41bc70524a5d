/** ms of work at a time: half a frame. */
const slice = 8;

/** Does `work` for each item, and lets the page breathe in between. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => window.setTimeout(resolve));
    start = performance.now();
  }
}
