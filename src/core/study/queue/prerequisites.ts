// Orders notes so that each comes after the notes it links to.
import TinyQueue from 'tinyqueue';
import type { LinksOf } from '../scope.ts';

/**
 * Visits notes by path, and puts the notes each links to before it. If links form a cycle, the note with the lowest
 * path comes first, as if its own links into the cycle didn't exist; no link outside a cycle is broken. Links to notes
 * not in the list don't count.
 */
export function prerequisitesFirst(notes: readonly string[], linksOf: LinksOf): readonly string[] {
  return [...prerequisitesInTurn(notes, linksOf)];
}

/** The same, one by one: a caller that needs only a vault's first new cards need not wait for the rest. */
export function* prerequisitesInTurn(notes: readonly string[], linksOf: LinksOf): Generator<string> {
  const byPath = [...notes].sort();
  const place = new Map<string, number>();
  for (const note of byPath) place.set(note, place.size);
  const known: (readonly number[] | undefined)[] = new Array<undefined>(byPath.length);
  const links: Links = (note) => (known[note] ??= placesOf(linksOf(byPath[note] ?? ''), note, place));
  for (const component of components(byPath.length, links)) {
    const order = component.length === 1 ? component : unrolled(component, links);
    for (const note of order) yield byPath[note] ?? '';
  }
}

/** Every index is within the list; the compiler doesn't know that. */
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/** The notes a note links to, in path order. */
type Links = (note: number) => readonly number[];

function placesOf(
  targets: readonly string[],
  own: number,
  place: ReadonlyMap<string, number>,
): readonly number[] {
  const found: number[] = [];
  for (const target of targets) {
    const note = place.get(target) ?? own;
    if (note !== own && !found.includes(note)) found.push(note);
  }
  return found.sort((a, b) => a - b);
}

/**
 * Groups notes that can reach each other; a group comes after those it links to. Tarjan's strongly connected
 * components, with an explicit stack: a chain of 10,000 notes would overflow the call stack.
 */
function* components(count: number, links: Links): Generator<readonly number[]> {
  const nobody = -1;
  const entered = new Int32Array(count).fill(nobody);
  const lowest = new Int32Array(count);
  const nextLink = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  let clock = 0;
  const enter = (note: number) => {
    entered[note] = lowest[note] = clock;
    clock += 1;
    open.push(note);
    isOpen[note] = 1;
    return note;
  };
  const reach = (note: number, low: number) => (lowest[note] = Math.min(at(lowest, note), low));

  for (let root = 0; root < count; root += 1) {
    const walk = entered[root] === nobody ? [enter(root)] : [];
    for (let note = walk.at(-1); note !== undefined; note = walk.at(-1)) {
      const link = at(nextLink, note);
      nextLink[note] = link + 1;
      const target = links(note)[link];
      if (target !== undefined) {
        if (entered[target] === nobody) walk.push(enter(target));
        else if (isOpen[target] === 1) reach(note, at(entered, target));
        continue;
      }
      walk.pop();
      const low = at(lowest, note);
      const from = walk.at(-1);
      if (from !== undefined) reach(from, low);
      if (low !== entered[note]) continue;
      const component = open.splice(open.lastIndexOf(note));
      for (const member of component) isOpen[member] = 0;
      yield component;
    }
  }
}

/** Orders notes that can reach each other: whenever all the remaining ones wait for another, breaks a cycle. */
function* unrolled(component: readonly number[], links: Links): Generator<number> {
  const isLeft = new Array<boolean>(links.length).fill(false);
  for (const note of component) isLeft[note] = true;
  const waitsFor = new Array<number>(links.length).fill(0);
  const wanted: number[][] = [];
  for (const note of component) wanted[note] = [];
  for (const note of component) {
    for (const target of links(note)) {
      if (isLeft[target] !== true) continue;
      waitsFor[note] = at(waitsFor, note) + 1;
      wanted[target]?.push(note);
    }
  }
  const lowestOfCircle = circleFinder(component, links, isLeft);
  const ready = new TinyQueue<number>();
  for (let left = component.length; left > 0; left -= 1) {
    const note = ready.pop() ?? lowestOfCircle();
    isLeft[note] = false;
    yield note;
    for (const follower of wanted[note] ?? []) {
      const count = at(waitsFor, follower) - 1;
      waitsFor[follower] = count;
      if (count === 0 && isLeft[follower] === true) ready.push(follower);
    }
  }
}

/**
 * Finds a cycle among the remaining notes, all of which wait for another, and returns its lowest note: follows the
 * first link of each, from the lowest note, until a note repeats. The path is reused the next time; walking it again
 * took half of the time for 10,000 notes.
 */
function circleFinder(component: readonly number[], links: Links, isLeft: readonly boolean[]): () => number {
  const byPath = [...component].sort((a, b) => a - b);
  const trail: number[] = [];
  const place = new Map<number, number>();
  let lowest = 0;
  return () => {
    const kept = trail.findIndex((note) => isLeft[note] !== true);
    if (kept >= 0) for (const note of trail.splice(kept)) place.delete(note);
    while (isLeft[at(byPath, lowest)] !== true) lowest += 1;
    let note = trail.at(-1) ?? at(byPath, lowest);
    if (trail.length > 0) note = nextOf(note, links, isLeft);
    let known = place.get(note);
    for (; known === undefined; known = place.get(note)) {
      place.set(note, trail.length);
      trail.push(note);
      note = nextOf(note, links, isLeft);
    }
    return trail.slice(known).reduce((low, one) => Math.min(low, one), note);
  };
}

function nextOf(note: number, links: Links, isLeft: readonly boolean[]): number {
  for (const target of links(note)) if (isLeft[target] === true) return target;
  return note;
}
