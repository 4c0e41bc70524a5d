// Which old card is which new one, as far as it is known. Links are one to one.
import type { Print } from './fingerprint/print.ts';

/** The step that made a link, from the surest to the least sure. */
export type Step = 'block-id' | 'exact' | 'moved' | 'place' | 'answer' | 'similar';

/** One link; `score` is 1 where the step asks for no likeness. */
export interface Match<Old, New> {
  readonly from: Print<Old>;
  readonly to: Print<New>;
  readonly step: Step;
  readonly score: number;
}

export interface Matching<Old, New> {
  readonly matches: readonly Match<Old, New>[];
  /** False, and nothing happens, if either side is taken. */
  link(from: Print<Old>, to: Print<New>, step: Step, score: number): boolean;
  readonly newOf: (from: Print<Old>) => Print<New> | null;
  readonly oldOf: (to: Print<New>) => Print<Old> | null;
  freeOld<P extends Print<Old>>(prints: readonly P[]): P[];
  freeNew<P extends Print<New>>(prints: readonly P[]): P[];
}

export function startMatching<Old, New>(): Matching<Old, New> {
  const matches: Match<Old, New>[] = [];
  const byOld = new Map<Print<Old>, Print<New>>();
  const byNew = new Map<Print<New>, Print<Old>>();
  return {
    matches,
    link(from, to, step, score) {
      if (byOld.has(from) || byNew.has(to)) return false;
      byOld.set(from, to);
      byNew.set(to, from);
      matches.push({ from, to, step, score });
      return true;
    },
    newOf: (from) => byOld.get(from) ?? null,
    oldOf: (to) => byNew.get(to) ?? null,
    freeOld: (prints) => prints.filter((print) => !byOld.has(print)),
    freeNew: (prints) => prints.filter((print) => !byNew.has(print)),
  };
}

/** Values with one key: there is at least one. */
export type Group<T> = [T, ...T[]];

/** Values by key, in the order they came; a null key leaves a value out. */
export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string | null): Map<string, Group<T>> {
  const groups = new Map<string, Group<T>>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
