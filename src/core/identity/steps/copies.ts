// Detects copied notes: the original keeps its histories, even of cards it has lost since.
import { groupBy } from '../matching.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';

/** Shares of the old note's cards, or of what both notes contain. */
const named = { elsewhere: 0.3, covered: 0.5 };
const unnamed = { elsewhere: 0.5, covered: 0.9 };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');

/** Whether a path looks like what editors and file managers name a copy: `Note 1`, `Note (2)`, `Note copy`. */
export function isCopyName(path: string, original: string): boolean {
  const [name, base] = [nameOf(path), nameOf(original)];
  if (/^copy of /i.test(name)) return name.slice('copy of '.length) === base;
  return name.startsWith(base) && /^[ _-]*(?:\(?\d+\)?|\(?copy\)?[ _-]*\d*)$/i.test(name.slice(base.length));
}

/** What a new note and an old one have in common. */
interface Shared {
  held: number;
  /** How much of that is in each other new note. */
  readonly at: Map<string, number>;
}

/**
 * New notes with content that an old note had and that still exists elsewhere, as old path by new path. A note that
 * took a section from another is not a copy: the other no longer has what it holds.
 */
export function findCopies<Old, New>(
  comparison: Comparison<Old, New>,
  isPresent: (path: string) => boolean,
  keyOf: (fingerprint: CardFingerprint<unknown>) => string | null,
): Map<string, string> {
  const { matching, oldNotes, newNotes } = comparison;
  const copies = new Map<string, string>();
  const added = [...newNotes].filter(([path]) => !oldNotes.has(path));
  if (added.length === 0 || comparison.olds.length === 0) return copies;
  const oldKeys = groupBy(comparison.olds, keyOf);
  const newKeys = groupBy(comparison.news, keyOf);
  for (const [path, cards] of added) {
    const common = new Map<string, Shared>();
    for (const [key] of groupBy(cards, keyOf)) {
      for (const old of oldKeys.get(key) ?? []) {
        // What another old card became never belonged to this note.
        const others = (newKeys.get(key) ?? [])
          .filter((card) => (matching.oldOf(card)?.note ?? old.note) === old.note)
          .map(({ note }) => note);
        const shared = common.get(old.note) ?? { held: 0, at: new Map<string, number>() };
        const now = matching.newOf(old)?.note;
        shared.held++;
        for (const note of new Set(now === undefined ? others : [...others, now])) {
          if (note !== path) shared.at.set(note, (shared.at.get(note) ?? 0) + 1);
        }
        common.set(old.note, shared);
      }
    }
    const found = [...common]
      .filter(([original, { held, at }]) => {
        // A single other note has to contain it: phrases appear all over.
        const elsewhere = Math.max(0, ...at.values());
        const covered = held / (oldNotes.get(original)?.length ?? held);
        const present = isPresent(original);
        if (isCopyName(path, original)) {
          return elsewhere >= named.elsewhere * held || (present && covered >= named.covered);
        }
        return (
          present && (elsewhere >= unnamed.elsewhere * held || (covered >= unnamed.covered && elsewhere > 0))
        );
      })
      .sort(([a, x], [b, y]) => y.held - x.held || (a < b ? -1 : 1))[0];
    if (found !== undefined) copies.set(path, found[0]);
  }
  return copies;
}
