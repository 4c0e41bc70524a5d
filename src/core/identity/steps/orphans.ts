// Histories without a card: an equal card takes its history back at any time, a similar one within half a year.
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
import type { Print } from '../fingerprint/print.ts';
import type { Scene } from '../scene.ts';
import { inSameNote, openScene, pathNow } from '../scene.ts';
import type { Scored } from './similar.ts';
import { linkSimilar, sureThreshold, threshold } from './similar.ts';

/**
 * Days since a history was last added to for which a card that is only similar may take it; later it would be a
 * stranger's. In its own note what is surely the same is none: an edit a year after the last answer is an edit.
 */
const similarDays = 180;
/** Alike enough to be one card, given that it has the place of the lost one. */
const sameText = 0.5;
/** Below this, nothing of an answer is left. */
const traceOfText = 0.15;

/** All that a look says of a card and its place in the note. */
const lookKey: KeyOf = (print) => {
  const hash = print.hash();
  return hash === null ? null : [print.source, ...print.headings, print.ordinal, hash].join(divider);
};

/** Links by equal hashes, and gives back the scene in which the lost cards stand beside the living. */
export function linkLostExactly<Old, New, Lost extends LostCard>(
  scene: Scene<Old | Lost, New>,
  lost: readonly Print<Lost>[],
  isPresent: (path: string) => boolean,
): Scene<Old | Lost, New> {
  const { matching, news } = scene;
  if (lost.length === 0) return scene;
  const olds = [...scene.olds, ...lost];
  const still = openScene(olds, news, scene.movedTo, matching);
  linkWithinNotes(still, lost, lookKey, 'exact', true);
  linkWithinNotes(still, lost, withSource(hashKey), 'exact');
  linkWithinNotes(still, lost, hashKey, 'moved', true);
  // Edited where it was, before its old text elsewhere takes the history: that is a copy.
  linkPlaces(still, lost, (from, to) => compareContent(from, to).answer >= sameText);
  linkWithinOwnNotes(still, lost);
  const free = lost.filter(({ origin }) => !origin.confined);
  // A phrase says nothing of where its note went.
  const gone = groupBy(matching.freeOld(free), ({ note, question, answerLength }) =>
    question.length + answerLength < shortCard || isPresent(note) || scene.movedTo.has(note) ? null : note,
  );
  const found = findMovedNotes(
    gone,
    scene,
    (print) => [print.hash(), print.answerHash()].filter((mark) => mark !== null),
    () => true,
  );
  const moved = openScene(olds, news, new Map([...found, ...scene.movedTo]), matching);
  linkWithinNotes(moved, free, withSource(hashKey), 'moved');
  linkWithinNotes(moved, lost, hashKey, 'moved', true);
  linkAnywhere(moved, free, withSource(hashKey), 'moved');
  linkAnywhere(moved, free, hashKey, 'moved');
  linkEquals(moved, free, withSource(hashKey), 'moved');
  return moved;
}

/** Links what is surely alike in the note of a lost card; no other note is looked at. */
function linkWithinOwnNotes<Old, New>(scene: Scene<Old, New>, lost: readonly Print<Old>[]): void {
  const paths = new Set(scene.matching.freeOld(lost).map((from) => pathNow(scene, from)));
  const news = scene.news.filter(({ note }) => paths.has(note));
  if (news.length === 0) return;
  const here = openScene(scene.olds, news, scene.movedTo, scene.matching);
  linkSimilar(here, lost, (from, to) => inSameNote(here, from, to), sureThreshold);
}

/** Those that a similar card may take. */
export function recentlyLost<Lost extends LostCard>(lost: readonly Print<Lost>[]): readonly Print<Lost>[] {
  return lost.filter(({ origin }) => origin.daysLost <= similarDays);
}

/** Links what is similar or stands at the old place; gives back the doubtful pairs. */
export function linkLost<Old, New, Lost extends LostCard>(
  scene: Scene<Old | Lost, New>,
  lost: readonly Print<Lost>[],
): Scored<Old | Lost, New>[] {
  if (scene.matching.freeOld(lost).length === 0) return [];
  const recent = recentlyLost(lost);
  const confined = new Set<Print<unknown>>(recent.filter(({ origin }) => origin.confined));
  const unsure = linkSimilar(
    scene,
    recent,
    (from, to) => !confined.has(from) || from.note === to.note,
    threshold,
  );
  // A note that moved and was edited: where the links of most of its cards lead, the others have their places, too.
  const gone = groupBy(
    lost.filter(({ note }) => !scene.newNotes.has(note)),
    ({ note }) => note,
  );
  const late = openScene(scene.olds, scene.news, followLinks(scene, gone), scene.matching);
  linkPlaces(
    late,
    recent.filter((from) => !confined.has(from)),
    (from, to) => from.note === to.note || compareContent(from, to).answer >= traceOfText,
  );
  linkPlaces(scene, recent, (from, to) => from.note === to.note);
  return unsure;
}
