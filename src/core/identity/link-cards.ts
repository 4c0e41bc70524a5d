// Links old cards to new ones, a batch at a time, so that the cards of edited notes keep their histories.
// Nothing here depends on settings, caches or time, and the input order never changes the result.
import { drain } from '../history/drain.ts';
import type { AnyCard, LostCard } from './fingerprint/card-text.ts';
import { findCopies } from './steps/copies.ts';
import { answerKey, linkAnywhere, linkPlaces, linkWithinNotes, textKey, withSource } from './steps/exact.ts';
import { linkGaps } from './steps/gaps.ts';
import { compareContent } from './likeness.ts';
import type { Match, Step } from './matching.ts';
import { groupBy, startMatching } from './matching.ts';
import { findMovedNotes, followLinks } from './steps/moved-notes.ts';
import { linkLost, linkLostExactly, recentlyLost } from './steps/orphans.ts';
import type { CardFingerprint } from './fingerprint/card-fingerprint.ts';
import { fingerprintCards, fingerprintLost } from './fingerprint/card-fingerprint.ts';
import type { Comparison } from './comparison.ts';
import { inSameNote, neighbours, openComparison } from './comparison.ts';
import { linkSimilar, sureThreshold, threshold } from './steps/similar.ts';
import { pairUnchanged } from './steps/unchanged.ts';

/**
 * Notes that changed, were renamed, added or removed, as they were and as they are. Either all cards have their
 * texts or none has: a text is not compared with what is kept of another.
 */
export interface Batch<Card extends AnyCard, Lost extends LostCard> {
  readonly before: readonly Card[];
  readonly after: readonly Card[];
  /** Histories that had no card before the batch. */
  readonly lost: readonly Lost[];
  /** Histories in `lost` that already have their card: linked before all others, they hint where those may be. */
  readonly settled?: ReadonlyMap<Lost, Card>;
  /** From old path to new, for moves the host saw. */
  readonly moves: ReadonlyMap<string, string>;
  /** Paths of notes that exist now, including those without a card (an untagged note). */
  readonly present: Pick<ReadonlySet<string>, 'has'>;
}

export interface Link<From, To> {
  readonly from: From;
  readonly to: To;
  readonly step: Step;
  /** 1 if the step does not use likeness. */
  readonly score: number;
}

export interface Linking<Card, Lost> {
  readonly links: readonly Link<Card, Card>[];
  /** Histories that have a card again. */
  readonly found: readonly Link<Lost, Card>[];
  /** Old cards without a new one. */
  readonly orphans: readonly Card[];
  /** Pairs that may be one card, for a person to decide; most similar first. */
  readonly doubtful: readonly Link<Card | Lost, Card>[];
}

/** Similar enough to be one card, given that both have the same place. */
const sameText = 0.5;
/** A title or property of a renamed note: its question is the name, so the answer has to match. */
const renamedText = 0.3;
/** Below this, nothing is left of an answer. */
const traceOfText = 0.15;
/** Characters from which an answer alone identifies a card, in its note and anywhere. */
const tellingInNote = 40;
const tellingAnywhere = 60;

export function linkCards<Card extends AnyCard, Lost extends LostCard>(
  batch: Batch<Card, Lost>,
): Linking<Card, Lost> {
  return drain(linkingCards(batch));
}

/** The same in steps, for a whole vault; yields how many are done. */
export function* linkingCards<Card extends AnyCard, Lost extends LostCard>(
  batch: Batch<Card, Lost>,
): Generator<number, Linking<Card, Lost>, undefined> {
  const { settled } = batch;
  if (batch.before.length === 0 && settled === undefined) {
    const pairs = pairUnchanged(batch.lost, batch.after, batch.moves);
    if (pairs) {
      const found = pairs.map(([from, to]) => ({ from, to, step: 'exact' as const, score: 1 }));
      return { links: [], found, orphans: [], doubtful: [] };
    }
  }
  let step = 0;
  yield (step += 1);
  const olds = fingerprintCards(batch.before);
  const news = fingerprintCards(batch.after);
  yield (step += 1);
  const lost = fingerprintLost(batch.lost);
  const matching = startMatching<Card | Lost, Card>();
  const still = openComparison<Card | Lost, Card>(olds, news, batch.moves, matching);
  const isPresent = (path: string): boolean => still.newNotes.has(path) || batch.present.has(path);
  if (settled) {
    const printOf = new Map(news.map((fingerprint) => [fingerprint.origin, fingerprint]));
    for (const from of lost) {
      const card = settled.get(from.origin);
      const to = card && printOf.get(card);
      if (to) matching.link(from, to, 'exact', 1);
    }
  }
  linkBlockIds(still, olds);
  linkWithinNotes(still, olds, withSource(textKey), 'exact');
  yield (step += 1);
  linkPlaces(still, olds, (from, to) => compareContent(from, to).answer >= sameText);
  const inPlace = (from: CardFingerprint<unknown>, to: CardFingerprint<unknown>): boolean =>
    from.note === to.note;
  linkSimilar(still, olds, inPlace, sureThreshold);

  yield (step += 1);
  const copies = findCopies(still, isPresent, withSource(textKey));
  const mayMove = (from: CardFingerprint<unknown>, to: CardFingerprint<unknown>): boolean =>
    copies.get(to.note) !== from.note &&
    (!isOfNote(from) || !isOfNote(to) || (!isPresent(from.note) && !still.oldNotes.has(to.note)));
  const mayBe =
    (now: Comparison<Card | Lost, Card>) => (from: CardFingerprint<Card | Lost>, to: CardFingerprint<Card>) =>
      inSameNote(now, from, to) || mayMove(from, to);
  const gone = groupBy(olds, ({ note }) => (isPresent(note) || batch.moves.has(note) ? null : note));
  const texts = [textKey, answerKey(1)];
  const marksOf = (fingerprint: CardFingerprint<unknown>): string[] =>
    texts.map((keyOf) => keyOf(fingerprint)).filter((key) => key !== null);
  const found = findMovedNotes(gone, still, marksOf, (from, to) => copies.get(to) !== from);
  yield (step += 1);
  const comparison = openComparison<Card | Lost, Card>(
    olds,
    news,
    new Map([...batch.moves, ...found]),
    matching,
  );
  linkWithinNotes(comparison, olds, withSource(textKey), 'moved');
  linkWithinNotes(comparison, olds, textKey, 'moved', true);
  linkPlaces(comparison, olds, (from, to) => compareContent(from, to).answer >= sameText);
  linkAnywhere(comparison, olds, withSource(textKey), 'moved', mayMove);
  linkAnywhere(comparison, olds, textKey, 'moved', mayMove);
  yield (step += 1);
  const lostComparison = linkLostExactly(comparison, lost, isPresent);
  yield (step += 1);

  linkWithinNotes(comparison, olds, answerKey(tellingInNote), 'answer', true);
  linkAnywhere(comparison, olds, answerKey(tellingAnywhere), 'answer', mayMove);
  if (matching.freeOld(olds).length + recentlyLost(matching.freeOld(lost)).length > 0) {
    for (const fingerprint of matching.freeNew(news)) {
      measure(fingerprint);
      yield (step += 1);
    }
  }
  let unsure = linkSimilar(comparison, olds, mayBe(comparison), threshold);
  // In notes that were renamed and heavily edited, some cards are found by now and lead to the others.
  const late = openComparison(olds, news, followLinks(comparison, gone), matching);
  const known = matching.matches.length;
  linkGaps(late, olds);
  if (matching.matches.length > known || late.movedTo.size > comparison.movedTo.size) {
    unsure = linkSimilar(late, olds, mayBe(late), threshold);
    linkGaps(late, olds);
  }
  linkPlaces(late, olds, (from, to) => fitsPlace(late, from, to));
  yield (step += 1);
  const unsureLost = linkLost(lostComparison, lost);
  return report<Card, Lost>(matching.matches, olds, [...unsure, ...unsureLost], new Set(olds));
}

/** Computes what likeness needs from a card, so that the step that needs all of them has little left to do. */
function measure(fingerprint: CardFingerprint<unknown>): void {
  fingerprint.questionGrams();
  fingerprint.answerGrams();
  fingerprint.sketch();
}

/** A title or a summary goes with its note, and to no other note. */
function isOfNote({ source }: CardFingerprint<unknown>): boolean {
  return source === 'title' || source === 'property' || source === 'note';
}

/** Rewritten in place, as opposed to deleted with a namesake added elsewhere in the note. */
function fitsPlace<Old, New>(
  comparison: Comparison<Old, New>,
  from: CardFingerprint<Old>,
  to: CardFingerprint<New>,
): boolean {
  const { answer } = compareContent(from, to);
  if (from.note !== to.note && from.question !== to.question) return answer >= renamedText;
  return isOfNote(from) || answer >= traceOfText || neighbours(comparison, from, to) > 0;
}

/** A block id that appears once on both sides takes precedence over all else. */
function linkBlockIds<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
): void {
  const oldIds = groupBy(olds, ({ blockId }) => blockId);
  if (oldIds.size === 0) return;
  const newIds = groupBy(comparison.news, ({ blockId }) => blockId);
  for (const [id, [from, ...others]] of oldIds) {
    const [to, ...more] = newIds.get(id) ?? [];
    if (to === undefined) continue;
    if (others.length + more.length === 0) comparison.matching.link(from, to, 'block-id', 1);
    else {
      linkWithinNotes(
        comparison,
        [from, ...others],
        (fingerprint) => (fingerprint.blockId === id ? id : null),
        'block-id',
        true,
      );
    }
  }
}

function report<Card extends AnyCard, Lost extends LostCard>(
  matches: readonly Match<Card | Lost, Card>[],
  olds: readonly CardFingerprint<Card>[],
  unsure: readonly { from: CardFingerprint<Card | Lost>; to: CardFingerprint<Card>; score: number }[],
  present: ReadonlySet<CardFingerprint<Card | Lost>>,
): Linking<Card, Lost> {
  const newOf = new Map(matches.map((match) => [match.from, match] as const));
  const taken = new Set(matches.map(({ to }) => to));
  const links: Link<Card, Card>[] = [];
  const orphans: Card[] = [];
  for (const old of olds) {
    const match = newOf.get(old);
    if (match === undefined) orphans.push(old.origin);
    else links.push({ from: old.origin, to: match.to.origin, step: match.step, score: match.score });
  }
  const isLost = (fingerprint: CardFingerprint<Card | Lost>): fingerprint is CardFingerprint<Lost> =>
    !present.has(fingerprint);
  return {
    links,
    found: matches.flatMap(({ from, to, step, score }) =>
      isLost(from) ? [{ from: from.origin, to: to.origin, step, score }] : [],
    ),
    orphans,
    doubtful: unsure
      .filter(({ from, to }) => !newOf.has(from) && !taken.has(to))
      .map(({ from, to, score }) => ({ from: from.origin, to: to.origin, step: 'similar', score })),
  };
}
