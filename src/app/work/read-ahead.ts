// Starts several async tasks ahead and yields their results in order.

/** How many start before the first finishes: on phones every file read has latency but takes none of our time. */
const atOnce = 8;

/** The results of `begin` for each item, in order. */
export async function* inTurn<Item, Result>(
  items: readonly Item[],
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    for (; begun.length < atOnce && next < items.length; next += 1) {
      const promise = begin(items[next] as Item);
      // The error is reported when its turn comes.
      promise.catch(() => undefined);
      begun.push(promise);
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield await first;
  }
}
