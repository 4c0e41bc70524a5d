// Waiting for several things at once, and taking them one after the other.

/** So many are begun before the first has ended: on phones every file is waited for, and takes no time of ours. */
const atOnce = 8;

/** What `begin` gives for each item, in their order. */
export async function* inTurn<Item, Result>(
  items: readonly Item[],
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    for (; begun.length < atOnce && next < items.length; next += 1) {
      const promise = begin(items[next] as Item);
      // Told when its turn comes.
      promise.catch(() => undefined);
      begun.push(promise);
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield await first;
  }
}
