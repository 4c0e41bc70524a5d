// The order of notes in which each comes after the notes that it links to.
import type { LinksOf } from './scope.ts';

/**
 * Sorts notes so that what a note links to comes before it; where nothing decides, by path. Where notes link in a
 * circle, the one with the lowest path comes first, as if its links into the circle were not there.
 * Links to notes that are not in the list do not count.
 */
export function prerequisitesFirst(notes: readonly string[], linksOf: LinksOf): readonly string[] {
  const byPath = [...notes].sort();
  const place = new Map(byPath.map((note, index) => [note, index]));
  const waitsFor = byPath.map((note, index) => {
    const targets = linksOf(note).map((target) => place.get(target) ?? index);
    return new Set(targets.filter((target) => target !== index));
  });
  const wanted: number[][] = byPath.map(() => []);
  waitsFor.forEach((targets, note) => {
    for (const target of targets) wanted[target]?.push(note);
  });

  const order: string[] = [];
  const placed = new Set<number>();
  const ready = new Lowest();
  waitsFor.forEach((targets, note) => {
    if (targets.size === 0) ready.add(note);
  });
  let lowestLeft = 0;
  while (order.length < byPath.length) {
    let note = ready.take();
    if (note === null) {
      while (placed.has(lowestLeft)) lowestLeft += 1;
      note = lowestOfCircle(lowestLeft, waitsFor);
    }
    placed.add(note);
    order.push(byPath[note] ?? '');
    for (const follower of wanted[note] ?? []) {
      const targets = waitsFor[follower];
      if (targets?.delete(note) && targets.size === 0 && !placed.has(follower)) ready.add(follower);
    }
  }
  return order;
}

/** From a note that waits, along what it waits for, to a circle; the lowest of that circle. */
function lowestOfCircle(start: number, waitsFor: readonly ReadonlySet<number>[]): number {
  const path: number[] = [];
  const seenAt = new Map<number, number>();
  for (let note: number = start; ;) {
    const seen = seenAt.get(note);
    if (seen !== undefined) return path.slice(seen).reduce((low, other) => Math.min(low, other));
    seenAt.set(note, path.length);
    path.push(note);
    const [next = note] = waitsFor[note] ?? [];
    note = next;
  }
}

/** A binary heap that gives back the lowest number first. */
class Lowest {
  readonly #heap: number[] = [];

  add(value: number): void {
    const heap = this.#heap;
    let at = heap.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] ?? value;
      if (above <= value) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = value;
  }

  take(): number | null {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if ((heap[child + 1] ?? Infinity) < (heap[child] ?? Infinity)) child += 1;
      const below = heap[child] ?? Infinity;
      if (below >= last) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
