// Which cover follows one that a changed note no longer has: a card that was edited has another id until it is known.
import type { Cover } from './covers.ts';

type Ids = readonly Pick<Cover, 'id'>[];

/**
 * For each cover that is gone: its id, the id at its place in the note, and whether that is the same card, changed.
 * Both lists are in the order of the note; if there is nothing left, nothing follows.
 */
export function replaced(before: Ids, after: Ids): [id: string, next: string, isSame: boolean][] {
  const has = (all: Ids, id: string): boolean => all.some((one) => one.id === id);
  return before.flatMap(({ id }, at) => {
    const next = (after[at] ?? after.at(-1))?.id;
    return next === undefined || has(after, id)
      ? []
      : [[id, next, before.length === after.length && !has(before, next)]];
  });
}
