// Histories without a card: an equal card takes its history back at any time, a similar one within half a year.
import type { LostCard } from '../fingerprint/card-text.ts';
import { hashKey, linkAnywhere, linkPlaces, linkWithinNotes, shortCard, withSource } from './exact.ts';
import { groupBy } from '../matching.ts';
import { findMovedNotes } from './moved-notes.ts';
import type { Print } from '../fingerprint/print.ts';
import type { Scene } from '../scene.ts';
import { openScene } from '../scene.ts';
import type { Scored } from './similar.ts';
import { linkSimilar, threshold } from './similar.ts';

/** Days for which a card that is only similar may take a history; later it would be a stranger's. */
const similarDays = 180;

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
  linkWithinNotes(still, lost, withSource(hashKey), 'exact');
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
  return moved;
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
  const recent = recentlyLost(lost);
  if (recent.length === 0) return [];
  const confined = new Set<Print<unknown>>(recent.filter(({ origin }) => origin.confined));
  const unsure = linkSimilar(
    scene,
    recent,
    (from, to) => !confined.has(from) || from.note === to.note,
    threshold,
  );
  linkPlaces(scene, recent, (from, to) => from.note === to.note);
  return unsure;
}
