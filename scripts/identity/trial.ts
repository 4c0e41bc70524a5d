// One batch with its ground truth: a vault before and after edits.
import type { Card } from '../../src/core/card/card.ts';
import type { Notes } from '../cli/link.ts';
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
  /** What each old card is now; null if it is gone. */
  readonly truth: ReadonlyMap<Card, Card | null>;
  /** Old cards of edited notes; the others prove nothing. */
  readonly touched: ReadonlySet<Card>;
  /** Every note in the vault, by path. */
  readonly texts: { readonly before: Notes; readonly after: Notes };
}

const sameNote = (a: MarkedNote, b: MarkedNote | undefined): boolean =>
  b !== undefined && a.path === b.path && renderNote(a) === renderNote(b);

const textsOf = (vault: MarkedVault): Notes =>
  Object.fromEntries(vault.map((note) => [note.path, renderNote(note)]));

/** Edits a vault; unless `isWhole` says which, half of the batches hold only changed notes and half hold all. */
export function makeTrial(
  vault: MarkedVault,
  mix: MixName,
  tools: Tools,
  cache: CardCache,
  isWhole?: boolean,
): Trial {
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
  const whole = isWhole ?? tools.random.chance(0.5);
  const seen = (notes: MarkedVault): MarkedVault => notes.filter(({ path }) => whole || changed.has(path));
  const before = markCards(seen(vault), cache);
  const after = markCards(seen(edited), cache);
  const newOf = new Map(after.map(({ mark, card }) => [mark, card]));
  return {
    before: before.map(({ card }) => card),
    after: after.map(({ card }) => card),
    pathsAfter: seen(edited).map(({ path }) => path),
    truth: new Map(before.map(({ mark, card }) => [card, newOf.get(mark) ?? null])),
    texts: { before: textsOf(vault), after: textsOf(edited) },
    touched: new Set(before.filter(({ card }) => changed.has(card.note)).map(({ card }) => card)),
  };
}

/** A link that differs from the truth. */
export interface Wrong {
  readonly from: Card;
  readonly to: Card | null;
  readonly truth: Card | null;
}

export function judge(trial: Trial, follow: Follow): { score: Score; wrongs: Wrong[] } {
  return judgeLinks(trial, follow(trial.before, trial.after, trial.pathsAfter), trial.touched);
}

/** @param asked the old cards that count */
export function judgeLinks(
  { truth }: Trial,
  links: ReadonlyMap<Card, Card>,
  asked: Iterable<Card>,
): { score: Score; wrongs: Wrong[] } {
  let [made, right, survivors] = [0, 0, 0];
  const wrongs: Wrong[] = [];
  for (const from of asked) {
    const to = links.get(from) ?? null;
    const expected = truth.get(from) ?? null;
    if (expected !== null) survivors++;
    if (to !== null) made++;
    if (to !== null && to === expected) right++;
    if (to !== expected) wrongs.push({ from, to, truth: expected });
  }
  return { score: { made, right, survivors }, wrongs };
}
