// Everything the steps work with: the cards of both sides, the notes they are in, and the links so far.
import type { Matching } from './matching.ts';
import { groupBy } from './matching.ts';
import type { CardFingerprint } from './fingerprint/card-fingerprint.ts';

export interface Comparison<Old, New> {
  readonly olds: readonly CardFingerprint<Old>[];
  readonly news: readonly CardFingerprint<New>[];
  readonly oldNotes: ReadonlyMap<string, readonly CardFingerprint<Old>[]>;
  readonly newNotes: ReadonlyMap<string, readonly CardFingerprint<New>[]>;
  /** Old paths of notes that now have another path. */
  readonly movedTo: ReadonlyMap<string, string>;
  readonly matching: Matching<Old, New>;
}

export function openComparison<Old, New>(
  olds: readonly CardFingerprint<Old>[],
  news: readonly CardFingerprint<New>[],
  movedTo: ReadonlyMap<string, string>,
  matching: Matching<Old, New>,
): Comparison<Old, New> {
  return {
    olds,
    news,
    oldNotes: groupBy(
      olds.filter(({ position }) => position >= 0),
      (fingerprint) => fingerprint.note,
    ),
    newNotes: groupBy(news, (fingerprint) => fingerprint.note),
    movedTo,
    matching,
  };
}

/** The cards of a note on one side, in order; none if that side does not have the note. */
export function cardsOf<T>(
  notes: ReadonlyMap<string, readonly CardFingerprint<T>[]>,
  path: string,
): readonly CardFingerprint<T>[] {
  return notes.get(path) ?? [];
}

/** The current path of an old card's note. */
export function pathNow(
  comparison: Pick<Comparison<unknown, unknown>, 'movedTo'>,
  from: CardFingerprint<unknown>,
): string {
  return comparison.movedTo.get(from.note) ?? from.note;
}

export function inSameNote<Old, New>(
  comparison: Comparison<Old, New>,
  from: CardFingerprint<Old>,
  to: CardFingerprint<New>,
): boolean {
  return pathNow(comparison, from) === to.note;
}

/** How far to look for a linked neighbor; a gap this wide says nothing. */
const reach = 40;

/** The nearest card one way whose counterpart is in the other note; null at the note's end, undefined if too far. */
export function anchorOf<A, B>(
  cards: readonly CardFingerprint<A>[],
  start: number,
  step: 1 | -1,
  otherOf: (fingerprint: CardFingerprint<A>) => CardFingerprint<B> | null,
  otherNote: string,
): CardFingerprint<A> | null | undefined {
  for (let at = start + step, walked = 0; walked < reach; at += step, walked++) {
    const fingerprint = cards[at];
    if (fingerprint === undefined) return null;
    if (otherOf(fingerprint)?.note === otherNote) return fingerprint;
  }
  return undefined;
}

/**
 * 0, ½ or 1: how many of an old card's two nearest linked neighbors are also the nearest ones of the new card.
 * The ends of a note count as neighbors if both notes are the same note.
 */
export function neighbours<Old, New>(
  comparison: Comparison<Old, New>,
  from: CardFingerprint<Old>,
  to: CardFingerprint<New>,
): number {
  if (from.position < 0) return 0;
  const { matching } = comparison;
  const oldCards = cardsOf(comparison.oldNotes, from.note);
  const newCards = cardsOf(comparison.newNotes, to.note);
  let equal = 0;
  for (const step of [-1, 1] as const) {
    const left = anchorOf(oldCards, from.position, step, matching.newOf, to.note);
    const right = anchorOf(newCards, to.position, step, matching.oldOf, from.note);
    if (left === undefined || right === undefined) continue;
    if (left === null || right === null) {
      if (left === right && inSameNote(comparison, from, to)) equal++;
    } else if (matching.newOf(left) === right) equal++;
  }
  return equal / 2;
}

/** Number of links from one note to another, by old path, then new path. */
export function traffic<Old, New>(matching: Matching<Old, New>): (from: string, to: string) => number {
  const counts = new Map<string, Map<string, number>>();
  for (const { from, to } of matching.matches) {
    const row = counts.get(from.note) ?? new Map<string, number>();
    counts.set(from.note, row.set(to.note, (row.get(to.note) ?? 0) + 1));
  }
  return (from, to) => counts.get(from)?.get(to) ?? 0;
}
