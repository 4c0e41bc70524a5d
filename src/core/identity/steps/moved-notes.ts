// Finds the current path of a note whose old path is gone.
import { groupBy } from '../matching.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { traffic } from '../comparison.ts';

/** Minimum share of a note's cards found at its new path. */
const leastShare = 0.3;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Maps each path of `gone` to the path that took most of its cards, counted by equal question and answer, or
 * answer alone: the answer alone finds titles, whose question is the file's name. `marksOf` returns these texts, most
 * certain first. A card that is in many notes counts little.
 */
export function findMovedNotes<Old, New>(
  gone: ReadonlyMap<string, readonly CardFingerprint<Old>[]>,
  comparison: Comparison<Old, New>,
  marksOf: (fingerprint: CardFingerprint<unknown>) => readonly string[],
  allows: (from: string, to: string) => boolean,
): Map<string, string> {
  const moved = new Map<string, string>();
  const open = [...gone].sort(([a], [b]) => (a < b ? -1 : 1));
  if (open.length === 0) return moved;
  const { news, oldNotes, matching } = comparison;
  const isNew = (path: string): boolean => !oldNotes.has(path);
  const places = new Map<string, Set<string>>();
  for (const to of matching.freeNew(news)) {
    for (const mark of marksOf(to)) places.set(mark, (places.get(mark) ?? new Set()).add(to.note));
  }
  const names = groupBy(new Set(news.filter(({ note }) => isNew(note)).map(({ note }) => note)), (path) =>
    nameOf(path),
  );
  for (const [path, fingerprints] of open) {
    const votes = new Map<string, number>();
    const vote = (to: string, weight: number): void => {
      if (allows(path, to)) votes.set(to, (votes.get(to) ?? 0) + weight);
    };
    for (const from of fingerprints) {
      const found = marksOf(from)
        .map((mark) => places.get(mark))
        .find((notes) => notes !== undefined);
      if (found === undefined) continue;
      for (const to of found) vote(to, 1 / found.size);
    }
    const [sameName, ...others] = names.get(nameOf(path)) ?? [];
    // Moved to another folder and rewritten: the name is worth a card, unless it is one like README.md.
    if (sameName !== undefined && others.length === 0) vote(sameName, 0.5 + leastShare * fingerprints.length);
    const [best, second] = [...votes].sort(([a, x], [b, y]) => y - x || Number(isNew(b)) - Number(isNew(a)));
    if (best === undefined || best[1] < leastShare * fingerprints.length || best[1] < 0.5) continue;
    if (second !== undefined && second[1] > 0.9 * best[1] && isNew(second[0]) === isNew(best[0])) continue;
    moved.set(path, best[0]);
  }
  return moved;
}

/** The moves of a comparison; other missing paths go where the links of most of their cards lead. */
export function followLinks<Old, New>(
  comparison: Comparison<Old, New>,
  gone: ReadonlyMap<string, readonly CardFingerprint<Old>[]>,
): Map<string, string> {
  const moved = new Map(comparison.movedTo);
  const came = traffic(comparison.matching);
  for (const [path, fingerprints] of gone) {
    if (moved.has(path)) continue;
    const targets = new Set(
      fingerprints.map((from) => comparison.matching.newOf(from)?.note).filter((to) => to !== undefined),
    );
    const best = [...targets].find((to) => came(path, to) > 0.5 * fingerprints.length);
    if (best !== undefined) moved.set(path, best);
  }
  return moved;
}
