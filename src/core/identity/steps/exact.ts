// The steps that ask for equal texts or an equal place, and for no likeness.
import { compareHeadings } from '../likeness.ts';
import type { Group, Step } from '../matching.ts';
import { groupBy } from '../matching.ts';
import type { Print } from '../fingerprint/print.ts';
import type { Scene } from '../scene.ts';
import { inSameNote, neighbours, pathNow, traffic } from '../scene.ts';

/** What has to be equal. Null leaves a card out. */
export type KeyOf = (print: Print<unknown>) => string | null;

export const divider = '\u0000';

/** Question and answer of a card of before or after: as texts, or as hashes where the texts are not at hand. */
export const textKey: KeyOf = (print) => {
  const { question, answer, position } = print;
  if (answer !== null) return `${question}${divider}${answer}`;
  return position < 0 ? null : print.hash();
};
/** Question and answer, as hashes: for histories of which only the log knows. */
export const hashKey: KeyOf = (print) => print.hash();
/** The same, and the source too. */
export const withSource =
  (keyOf: KeyOf): KeyOf =>
  (print) => {
    const key = keyOf(print);
    return key === null ? null : `${print.source}${divider}${key}`;
  };
/** The answer alone, where it is long enough to be nobody else's. */
export const answerKey =
  (least: number): KeyOf =>
  (print) => {
    if (print.position < 0 || print.answerLength < least) return null;
    return print.answer ?? print.answerHash();
  };

/** Cards as short as this are written twice by chance. */
export const shortCard = 24;
/** Cards as long as this are no phrases of a template. */
const longCard = 60;
/** Equal cards of one note above which only their order counts. */
const mostPairs = 2500;

function length(print: Print<unknown>): number {
  return print.question.length + print.answerLength;
}

/** Equal cards of one note: heading path first, then neighbours, then order. */
function pairEquals<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  news: readonly Print<New>[],
  step: Step,
): void {
  const { matching } = scene;
  if (olds.length * news.length > mostPairs) {
    const headings = ({ headings, chip }: Print<unknown>): string => [...headings, chip].join(divider);
    const places = groupBy(news, headings);
    for (const [place, left] of groupBy(olds, headings)) zip(scene, left, places.get(place) ?? [], step);
    zip(scene, matching.freeOld(olds), matching.freeNew(news), step);
    return;
  }
  olds
    .flatMap((from, i) =>
      news.map((to, j) => ({
        from,
        to,
        // Of a lost card only the ordinal is known.
        apart: from.position < 0 ? Math.abs(from.ordinal - to.ordinal) : Math.abs(i - j),
        fit: 2 * compareHeadings(from.headings, to.headings) + neighbours(scene, from, to),
      })),
    )
    .sort((a, b) => b.fit - a.fit || a.apart - b.apart)
    .forEach(({ from, to }) => matching.link(from, to, step, 1));
}

function zip<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  news: readonly Print<New>[],
  step: Step,
): void {
  olds.forEach((from, at) => {
    const to = news[at];
    if (to !== undefined) scene.matching.link(from, to, step, 1);
  });
}

/** Equal cards within a note, wherever the note is now. Single ones first, so that they anchor the others. */
export function linkWithinNotes<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  keyOf: KeyOf,
  step: Step,
  onlySingle = false,
): void {
  const free = scene.matching.freeOld(olds);
  if (free.length === 0) return;
  const targets = new Set(free.map((from) => pathNow(scene, from)));
  const news = scene.matching.freeNew(scene.news.filter(({ note }) => targets.has(note)));
  const place = (path: string, print: Print<unknown>): string | null => {
    const key = keyOf(print);
    return key === null ? null : `${path}${divider}${key}`;
  };
  const newGroups = groupBy(news, (to) => place(to.note, to));
  const several: [Group<Print<Old>>, Group<Print<New>>][] = [];
  for (const [key, left] of groupBy(free, (from) => place(pathNow(scene, from), from))) {
    const right = newGroups.get(key);
    if (right === undefined) continue;
    const [from] = left;
    const [to] = right;
    if (left.length === 1 && right.length === 1) scene.matching.link(from, to, step, 1);
    else if (!onlySingle) several.push([left, right]);
  }
  for (const [left, right] of several) pairEquals(scene, left, right, step);
}

/**
 * Equal cards anywhere. One that is short, or that the batch holds several times, has to come along with another
 * card of its note or stand between the same neighbours: else it is a phrase that many notes share.
 */
export function linkAnywhere<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  keyOf: KeyOf,
  step: Step,
  allows: (from: Print<Old>, to: Print<New>) => boolean = () => true,
): void {
  const { matching } = scene;
  const free = matching.freeOld(olds);
  if (free.length === 0) return;
  const wanted = groupBy(free, keyOf);
  const allOlds = groupBy(scene.olds, keyOf);
  const allNews = groupBy(scene.news, keyOf);
  const shared: [Print<Old>[], Print<New>[]][] = [];
  for (const [key, left] of wanted) {
    const all = allNews.get(key) ?? [];
    const right = matching.freeNew(all);
    const [from] = left;
    const [to] = right;
    if (to === undefined) continue;
    const single = all.length === 1 && (allOlds.get(key)?.length ?? 0) <= 1 && left.length === 1;
    // Of several, all others are where they were: the one that is gone here is the one that came there.
    const lastPair = left.length === 1 && right.length === 1 && length(from) >= longCard;
    if ((single && length(from) >= shortCard) || lastPair) {
      if (allows(from, to)) matching.link(from, to, step, 1);
    } else shared.push([left, right]);
  }
  const came = traffic(matching);
  for (const [left, right] of shared) {
    if (left.length * right.length > mostPairs) continue;
    left
      .flatMap((from) =>
        right.map((to) => ({
          from,
          to,
          fit:
            Math.min(1, came(from.note, to.note)) +
            neighbours(scene, from, to) +
            Number(inSameNote(scene, from, to)),
        })),
      )
      .filter(({ from, to, fit }) => fit > 0 && allows(from, to))
      .sort((a, b) => b.fit - a.fit)
      .forEach(({ from, to }) => matching.link(from, to, step, 1));
  }
}

/**
 * Of equal cards anywhere, too long for a phrase, which one takes a history changes nothing for a person, but that one
 * does: lost histories in the order given, cards in that of their paths.
 */
export function linkEquals<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  keyOf: KeyOf,
  step: Step,
): void {
  const wanted = groupBy(
    scene.matching.freeOld(olds).filter((from) => length(from) >= longCard),
    keyOf,
  );
  if (wanted.size === 0) return;
  const news = groupBy(scene.matching.freeNew(scene.news), (to) => {
    const key = keyOf(to);
    return key !== null && wanted.has(key) ? key : null;
  });
  for (const [key, left] of wanted) zip(scene, left, news.get(key) ?? [], step);
}

/** Where a card stands. A title and a property stand at their note, whatever its name. */
function placeKey(print: Print<unknown>, path: string): string {
  const { source, headings, question, chip } = print;
  const own = source === 'title' ? [] : source === 'property' ? [chip] : [...headings, chip, question];
  return [path, source, ...own].join(divider);
}

/** Cards that alone have their place, on both sides, if `fits`. */
export function linkPlaces<Old, New>(
  scene: Scene<Old, New>,
  olds: readonly Print<Old>[],
  fits: (from: Print<Old>, to: Print<New>) => boolean,
): void {
  const { matching } = scene;
  const free = matching.freeOld(olds);
  if (free.length === 0) return;
  const targets = new Set(free.map((from) => pathNow(scene, from)));
  const oldGroups = groupBy(scene.olds, (from) => {
    const path = pathNow(scene, from);
    return targets.has(path) ? placeKey(from, path) : null;
  });
  const newGroups = groupBy(scene.news, (to) => (targets.has(to.note) ? placeKey(to, to.note) : null));
  for (const from of free) {
    const key = placeKey(from, pathNow(scene, from));
    const [to, ...others] = newGroups.get(key) ?? [];
    if (to === undefined || others.length > 0 || (oldGroups.get(key)?.length ?? 0) > 1) continue;
    if (matching.oldOf(to) === null && fits(from, to)) matching.link(from, to, 'place', 1);
  }
}
