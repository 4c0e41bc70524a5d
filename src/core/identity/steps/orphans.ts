// Histories without a card: an equal card reclaims its history at any time, a similar one within half a year.
import type { LostCard } from '../fingerprint/card-text.ts';
import {
  divider,
  hashKey,
  linkAnywhere,
  linkEquals,
  linkPlaces,
  linkWithinNotes,
  shortCard,
  withSource,
} from './exact.ts';
import type { KeyOf } from './exact.ts';
import { compareContent } from '../likeness.ts';
import { groupBy } from '../matching.ts';
import { findMovedNotes, followLinks } from './moved-notes.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { inSameNote, openComparison, pathNow } from '../comparison.ts';
import type { Scored } from './similar.ts';
import { linkSimilar, sureThreshold, threshold } from './similar.ts';

/**
 * Days since the last addition to a history within which a merely similar card may take it; later, it would be a
 * stranger's. In its own note a sure match is no stranger: an edit a year after the last answer is still an edit.
 */
export const similarDays = 180;
/** Similar enough to be one card, given that it has the lost card's place. */
const sameText = 0.5;
/** Below this, nothing is left of an answer. */
const traceOfText = 0.15;

/** Everything a snapshot says about a card and its place in the note. */
const snapshotKey: KeyOf = (fingerprint) => {
  const hash = fingerprint.hash();
  return hash === null
    ? null
    : [fingerprint.source, ...fingerprint.headings, fingerprint.ordinal, hash].join(divider);
};

/** Links by equal hashes; returns the comparison with the lost cards added to the others. */
export function linkLostExactly<Old, New, Lost extends LostCard>(
  comparison: Comparison<Old | Lost, New>,
  lost: readonly CardFingerprint<Lost>[],
  isPresent: (path: string) => boolean,
): Comparison<Old | Lost, New> {
  const { matching, news } = comparison;
  if (lost.length === 0) return comparison;
  const olds = [...comparison.olds, ...lost];
  const still = openComparison(olds, news, comparison.movedTo, matching);
  linkWithinNotes(still, lost, snapshotKey, 'exact', true);
  linkWithinNotes(still, lost, withSource(hashKey), 'exact');
  linkWithinNotes(still, lost, hashKey, 'moved', true);
  // Edited in place, before its old text elsewhere takes the history: that is a copy.
  linkPlaces(still, lost, (from, to) => compareContent(from, to).answer >= sameText);
  linkWithinOwnNotes(still, lost);
  const free = lost.filter(({ origin }) => !origin.confined);
  // A phrase says nothing about where its note went.
  const gone = groupBy(matching.freeOld(free), ({ note, question, answerLength }) =>
    question.length + answerLength < shortCard || isPresent(note) || comparison.movedTo.has(note)
      ? null
      : note,
  );
  const found = findMovedNotes(
    gone,
    comparison,
    (fingerprint) => [fingerprint.hash(), fingerprint.answerHash()].filter((mark) => mark !== null),
    () => true,
  );
  const moved = openComparison(olds, news, new Map([...found, ...comparison.movedTo]), matching);
  linkWithinNotes(moved, free, withSource(hashKey), 'moved');
  linkWithinNotes(moved, lost, hashKey, 'moved', true);
  linkAnywhere(moved, free, withSource(hashKey), 'moved');
  linkAnywhere(moved, free, hashKey, 'moved');
  linkEquals(moved, free, withSource(hashKey), 'moved');
  return moved;
}

/** Links sure matches in a lost card's own note; looks at no other note. */
function linkWithinOwnNotes<Old, New>(
  comparison: Comparison<Old, New>,
  lost: readonly CardFingerprint<Old>[],
): void {
  const paths = new Set(comparison.matching.freeOld(lost).map((from) => pathNow(comparison, from)));
  const news = comparison.news.filter(({ note }) => paths.has(note));
  if (news.length === 0) return;
  const here = openComparison(comparison.olds, news, comparison.movedTo, comparison.matching);
  linkSimilar(here, lost, (from, to) => inSameNote(here, from, to), sureThreshold);
}

/** Those that a similar card may take. */
export function recentlyLost<Lost extends LostCard>(
  lost: readonly CardFingerprint<Lost>[],
): readonly CardFingerprint<Lost>[] {
  return lost.filter(({ origin }) => origin.daysLost <= similarDays);
}

/** Links what is similar or at the old place; returns the doubtful pairs. */
export function linkLost<Old, New, Lost extends LostCard>(
  comparison: Comparison<Old | Lost, New>,
  lost: readonly CardFingerprint<Lost>[],
): Scored<Old | Lost, New>[] {
  if (comparison.matching.freeOld(lost).length === 0) return [];
  const recent = recentlyLost(lost);
  const confined = new Set<CardFingerprint<unknown>>(recent.filter(({ origin }) => origin.confined));
  const unsure = linkSimilar(
    comparison,
    recent,
    (from, to) => !confined.has(from) || from.note === to.note,
    threshold,
  );
  // A note that moved and was edited: where most of its cards' links lead, the others have their places, too.
  const gone = groupBy(
    lost.filter(({ note }) => !comparison.newNotes.has(note)),
    ({ note }) => note,
  );
  const late = openComparison(
    comparison.olds,
    comparison.news,
    followLinks(comparison, gone),
    comparison.matching,
  );
  linkPlaces(
    late,
    recent.filter((from) => !confined.has(from)),
    (from, to) => from.note === to.note || compareContent(from, to).answer >= traceOfText,
  );
  linkPlaces(comparison, recent, (from, to) => from.note === to.note);
  return unsure;
}
