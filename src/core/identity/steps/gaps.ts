// Links what is between two linked cards: a card edited beyond likeness, in a note that kept its order.
import { compareContent } from '../likeness.ts';
import type { Content } from '../likeness.ts';
import { groupBy } from '../matching.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { anchorOf, cardsOf, pathNow } from '../comparison.ts';

/** Cards in one gap that are all compared with each other. */
const mostInGap = 6;
/** Required lead over the second-best pair in the gap. */
const margin = 0.15;

/**
 * In its place, a card needs little to be recognized: its question, or half of its answer, or some of both.
 * Under another heading with similar words (`Training data`, `Training time`) is a different card.
 */
function isKnown({ question, answer }: Content, single: boolean): boolean {
  return (
    (question >= 0.85 && (single || answer >= 0.15)) || answer >= 0.5 || (question >= 0.4 && answer >= 0.25)
  );
}

/** Links pairs with the same source within the gaps of notes. */
export function linkGaps<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
): void {
  const { matching, oldNotes, newNotes } = comparison;
  const free = matching.freeOld(olds).filter(({ position }) => position >= 0);
  const gapOfOld = (from: CardFingerprint<Old>): string | null => {
    const path = pathNow(comparison, from);
    const cards = cardsOf(oldNotes, from.note);
    const ends = ([-1, 1] as const).map((step) => anchorOf(cards, from.position, step, matching.newOf, path));
    if (ends.includes(undefined)) return null;
    // The end of a note has no position, and is blank in the key.
    const places = ends.map((end) => end && matching.newOf(end)?.position);
    return [path, from.source, from.note, ...places].join('\n');
  };
  const gapOfNew = (to: CardFingerprint<New>, from: string): string | null => {
    const cards = cardsOf(newNotes, to.note);
    const ends = ([-1, 1] as const).map((step) => anchorOf(cards, to.position, step, matching.oldOf, from));
    if (ends.includes(undefined)) return null;
    return [to.note, to.source, from, ...ends.map((end) => end?.position)].join('\n');
  };
  const newGaps = new Map<string, CardFingerprint<New>[]>();
  for (const [one] of groupBy(free, (from) => `${pathNow(comparison, from)}\n${from.note}`).values()) {
    const cards = matching.freeNew(cardsOf(newNotes, pathNow(comparison, one)));
    for (const [gap, inGap] of groupBy(cards, (to) => gapOfNew(to, one.note))) newGaps.set(gap, inGap);
  }
  const gaps = groupBy(free, gapOfOld);
  for (const [gap, left] of gaps) {
    const right = newGaps.get(gap) ?? [];
    if (left.length <= mostInGap && right.length <= mostInGap) linkGap(comparison, left, right);
  }
}

/** Whether no other card in either note asks the same question. */
function isAlone<Old, New>(
  comparison: Comparison<Old, New>,
  from: CardFingerprint<Old>,
  to: CardFingerprint<New>,
): boolean {
  const once = (
    cards: readonly CardFingerprint<unknown>[],
    { question }: CardFingerprint<unknown>,
  ): boolean => cards.filter((card) => card.question === question).length === 1;
  return (
    once(cardsOf(comparison.oldNotes, from.note), from) && once(cardsOf(comparison.newNotes, to.note), to)
  );
}

function linkGap<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  news: readonly CardFingerprint<New>[],
): void {
  const { matching } = comparison;
  const pairs = olds
    .flatMap((from) => news.map((to) => ({ from, to, content: compareContent(from, to) })))
    .map((pair) => ({ ...pair, score: (pair.content.question + pair.content.answer) / 2 }))
    .sort((a, b) => b.score - a.score);
  for (const pair of pairs) {
    const rivals = pairs.filter(
      (other) =>
        other !== pair &&
        (other.from === pair.from || other.to === pair.to) &&
        matching.newOf(other.from) === null &&
        matching.oldOf(other.to) === null,
    );
    const clear = rivals.every(({ score }) => score <= pair.score - margin);
    if (clear && isKnown(pair.content, isAlone(comparison, pair.from, pair.to)))
      matching.link(pair.from, pair.to, 'place', pair.score);
  }
}
