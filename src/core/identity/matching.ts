// Which old card is which new one, as far as known. Links are one-to-one.
import type { CardFingerprint } from './fingerprint/card-fingerprint.ts';

/** The step that made a link, from most to least certain. */
export type Step = 'block-id' | 'exact' | 'moved' | 'place' | 'answer' | 'similar';

/** One link; `score` is 1 if the step does not use likeness. */
export interface Match<Old, New> {
  readonly from: CardFingerprint<Old>;
  readonly to: CardFingerprint<New>;
  readonly step: Step;
  readonly score: number;
}

export interface Matching<Old, New> {
  readonly matches: readonly Match<Old, New>[];
  /** Returns false and does nothing if either side is taken. */
  link(from: CardFingerprint<Old>, to: CardFingerprint<New>, step: Step, score: number): boolean;
  readonly newOf: (from: CardFingerprint<Old>) => CardFingerprint<New> | null;
  readonly oldOf: (to: CardFingerprint<New>) => CardFingerprint<Old> | null;
  freeOld<P extends CardFingerprint<Old>>(fingerprints: readonly P[]): P[];
  freeNew<P extends CardFingerprint<New>>(fingerprints: readonly P[]): P[];
}

export function startMatching<Old, New>(): Matching<Old, New> {
  const matches: Match<Old, New>[] = [];
  const byOld = new Map<CardFingerprint<Old>, CardFingerprint<New>>();
  const byNew = new Map<CardFingerprint<New>, CardFingerprint<Old>>();
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
    freeOld: (fingerprints) => fingerprints.filter((fingerprint) => !byOld.has(fingerprint)),
    freeNew: (fingerprints) => fingerprints.filter((fingerprint) => !byNew.has(fingerprint)),
  };
}

/** Values with the same key; never empty. */
export type Group<T> = [T, ...T[]];

/** Values by key, in input order; a null key omits the value. */
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
