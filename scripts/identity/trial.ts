// One batch with its truth: a vault before and after edits.
import type { Card } from '../../src/core/card/card.ts';
import type { Tools } from './edits-of-text.ts';
import type { CardCache, MarkedNote, MarkedVault } from './marked-vault.ts';
import { markCards, renderNote } from './marked-vault.ts';
import type { MixName } from './mixes.ts';
import { editVault } from './mixes.ts';
import type { Follow, Score } from './score.ts';

export interface Trial {
  readonly before: readonly Card[];
  readonly after: readonly Card[];
  readonly pathsAfter: readonly string[];
  /** What each old card is now; null for none. */
  readonly truth: ReadonlyMap<Card, Card | null>;
  /** Old cards of notes that were edited; the others prove nothing. */
  readonly touched: ReadonlySet<Card>;
}

const sameNote = (a: MarkedNote, b: MarkedNote | undefined): boolean =>
  b !== undefined && a.path === b.path && renderNote(a) === renderNote(b);

/** Edits a vault; half of the batches hold the changed notes only, the others all. */
export function makeTrial(vault: MarkedVault, mix: MixName, tools: Tools, cache: CardCache): Trial {
  const edited = editVault(vault, mix, tools);
  const byMark = (notes: MarkedVault): Map<string, MarkedNote> =>
    new Map(notes.map((note) => [note.mark, note]));
  const [old, now] = [byMark(vault), byMark(edited)];
  const changed = new Set(
    [...vault, ...edited]
      .filter(({ mark }) => {
        const [a, b] = [old.get(mark), now.get(mark)];
        return a === undefined || !sameNote(a, b);
      })
      .flatMap(({ mark }) => [old.get(mark)?.path, now.get(mark)?.path]),
  );
  const whole = tools.random.chance(0.5);
  const seen = (notes: MarkedVault): MarkedVault => notes.filter(({ path }) => whole || changed.has(path));
  const before = markCards(seen(vault), cache);
  const after = markCards(seen(edited), cache);
  const newOf = new Map(after.map(({ mark, card }) => [mark, card]));
  return {
    before: before.map(({ card }) => card),
    after: after.map(({ card }) => card),
    pathsAfter: seen(edited).map(({ path }) => path),
    truth: new Map(before.map(({ mark, card }) => [card, newOf.get(mark) ?? null])),
    touched: new Set(before.filter(({ card }) => changed.has(card.note)).map(({ card }) => card)),
  };
}

/** A link that is not the truth. */
export interface Wrong {
  readonly from: Card;
  readonly to: Card | null;
  readonly truth: Card | null;
}

export function judge(
  { before, after, pathsAfter, truth, touched }: Trial,
  follow: Follow,
): { score: Score; wrongs: Wrong[] } {
  const links = follow(before, after, pathsAfter);
  let [made, right, survivors] = [0, 0, 0];
  const wrongs: Wrong[] = [];
  for (const from of touched) {
    const to = links.get(from) ?? null;
    const expected = truth.get(from) ?? null;
    if (expected !== null) survivors++;
    if (to !== null) made++;
    if (to !== null && to === expected) right++;
    if (to !== expected) wrongs.push({ from, to, truth: expected });
  }
  return { score: { made, right, survivors }, wrongs };
}
