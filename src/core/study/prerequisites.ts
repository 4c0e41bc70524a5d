// The order of notes in which each comes after the notes that it links to.
import { LowestFirst } from './lowest-first.ts';
import type { LinksOf } from './scope.ts';

/**
 * Goes through notes by path, and puts before each what it links to. Where notes link in a circle, the one with the
 * lowest path comes first, as if its own links into the circle were not there; no link outside of a circle is broken.
 * Links to notes that are not in the list do not count.
 */
export function prerequisitesFirst(notes: readonly string[], linksOf: LinksOf): readonly string[] {
  const byPath = [...notes].sort();
  const place = new Map(byPath.map((note, index) => [note, index]));
  const links = byPath.map((note, index) => {
    const targets = new Set<number>();
    for (const target of linksOf(note)) targets.add(place.get(target) ?? index);
    targets.delete(index);
    return [...targets].sort((a, b) => a - b);
  });
  return components(links)
    .flatMap((component) => (component.length === 1 ? component : unrolled(component, links)))
    .map((note) => byPath[note] ?? '');
}

type Links = readonly (readonly number[])[];

/**
 * Groups notes that reach each other; a group comes after those that it links to. Tarjan's strongly connected
 * components, with a stack of its own: a chain of 10,000 notes would overflow that of the language.
 */
function components(links: Links): readonly (readonly number[])[] {
  const found: number[][] = [];
  const nobody = -1;
  const entered = new Array<number>(links.length).fill(nobody);
  const lowest = new Array<number>(links.length).fill(0);
  const nextLink = new Array<number>(links.length).fill(0);
  const isOpen = new Array<boolean>(links.length).fill(false);
  const open: number[] = [];
  let clock = 0;
  const enter = (note: number) => {
    entered[note] = lowest[note] = clock;
    clock += 1;
    open.push(note);
    isOpen[note] = true;
    return note;
  };
  const reach = (note: number, at: number) => (lowest[note] = Math.min(lowest[note] ?? at, at));

  for (let root = 0; root < links.length; root += 1) {
    const walk = entered[root] === nobody ? [enter(root)] : [];
    for (let note = walk.at(-1); note !== undefined; note = walk.at(-1)) {
      const link = nextLink[note] ?? 0;
      nextLink[note] = link + 1;
      const target = links[note]?.[link];
      if (target !== undefined) {
        if (entered[target] === nobody) walk.push(enter(target));
        else if (isOpen[target] === true) reach(note, entered[target] ?? 0);
        continue;
      }
      walk.pop();
      const low = lowest[note] ?? 0;
      const from = walk.at(-1);
      if (from !== undefined) reach(from, low);
      if (low !== entered[note]) continue;
      const component = open.splice(open.lastIndexOf(note));
      for (const member of component) isOpen[member] = false;
      found.push(component);
    }
  }
  return found;
}

/** Orders notes that reach each other: whenever all that are left wait for another, a circle of them is cut. */
function unrolled(component: readonly number[], links: Links): readonly number[] {
  const isLeft = new Array<boolean>(links.length).fill(false);
  for (const note of component) isLeft[note] = true;
  const inside = new Map<number, readonly number[]>();
  const waitsFor = new Array<number>(links.length).fill(0);
  const wanted = new Map<number, number[]>(component.map((note) => [note, []]));
  for (const note of component) {
    const targets = (links[note] ?? []).filter((target) => isLeft[target] === true);
    inside.set(note, targets);
    waitsFor[note] = targets.length;
    for (const target of targets) wanted.get(target)?.push(note);
  }
  const byPath = [...component].sort((a, b) => a - b);
  let lowestLeft = 0;
  const ready = new LowestFirst();
  const order: number[] = [];
  while (order.length < component.length) {
    while (isLeft[byPath[lowestLeft] ?? 0] === false) lowestLeft += 1;
    const note = ready.take() ?? lowestOfCircle(byPath[lowestLeft] ?? 0, inside, isLeft);
    isLeft[note] = false;
    order.push(note);
    for (const follower of wanted.get(note) ?? []) {
      if (isLeft[follower] === false) continue;
      const count = (waitsFor[follower] ?? 0) - 1;
      waitsFor[follower] = count;
      if (count === 0) ready.add(follower);
    }
  }
  return order;
}

/** From a note that waits, along what it waits for, to a circle; the lowest of that circle. */
function lowestOfCircle(
  start: number,
  links: ReadonlyMap<number, readonly number[]>,
  isLeft: readonly boolean[],
): number {
  const seen: number[] = [];
  const seenAt = new Map<number, number>();
  let note = start;
  for (let at = seenAt.get(note); at === undefined; at = seenAt.get(note)) {
    seenAt.set(note, seen.length);
    seen.push(note);
    note = links.get(note)?.find((target) => isLeft[target] === true) ?? note;
  }
  return seen.slice(seenAt.get(note)).reduce((low, other) => Math.min(low, other));
}
