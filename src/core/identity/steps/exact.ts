// The steps that ask for equal texts or an equal place, and for no likeness.
import { compareHeadings } from '../likeness.ts';
import type { Group, Step } from '../matching.ts';
import { groupBy } from '../matching.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { inSameNote, neighbours, pathNow, traffic } from '../comparison.ts';

/** What has to be equal. Null leaves a card out. */
export type KeyOf = (fingerprint: CardFingerprint<unknown>) => string | null;

export const divider = '\u0000';

/** Question and answer of a card of before or after: as texts, or as hashes where the texts are not at hand. */
export const textKey: KeyOf = (fingerprint) => {
  const { question, answer, position } = fingerprint;
  if (answer !== null) return `${question}${divider}${answer}`;
  return position < 0 ? null : fingerprint.hash();
};
/** Question and answer, as hashes: for histories of which only the log knows. */
export const hashKey: KeyOf = (fingerprint) => fingerprint.hash();
/** The same, and the source too. */
export const withSource =
  (keyOf: KeyOf): KeyOf =>
  (fingerprint) => {
    const key = keyOf(fingerprint);
    return key === null ? null : `${fingerprint.source}${divider}${key}`;
  };
/** The answer alone, where it is long enough to be nobody else's. */
export const answerKey =
  (least: number): KeyOf =>
  (fingerprint) => {
    if (fingerprint.position < 0 || fingerprint.answerLength < least) return null;
    return fingerprint.answer ?? fingerprint.answerHash();
  };

/** Cards as short as this are written twice by chance. */
export const shortCard = 24;
/** Cards as long as this are no phrases of a template. */
const longCard = 60;
/** Equal cards of one note above which only their order counts. */
const mostPairs = 2500;

function length(fingerprint: CardFingerprint<unknown>): number {
  return fingerprint.question.length + fingerprint.answerLength;
}

/** Equal cards of one note: heading path first, then neighbours, then order. */
function pairEquals<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  news: readonly CardFingerprint<New>[],
  step: Step,
): void {
  const { matching } = comparison;
  if (olds.length * news.length > mostPairs) {
    const headings = ({ headings, chip }: CardFingerprint<unknown>): string =>
      [...headings, chip].join(divider);
    const places = groupBy(news, headings);
    for (const [place, left] of groupBy(olds, headings)) zip(comparison, left, places.get(place) ?? [], step);
    zip(comparison, matching.freeOld(olds), matching.freeNew(news), step);
    return;
  }
  olds
    .flatMap((from, i) =>
      news.map((to, j) => ({
        from,
        to,
        // Of a lost card only the ordinal is known.
        apart: from.position < 0 ? Math.abs(from.ordinal - to.ordinal) : Math.abs(i - j),
        fit: 2 * compareHeadings(from.headings, to.headings) + neighbours(comparison, from, to),
      })),
    )
    .sort((a, b) => b.fit - a.fit || a.apart - b.apart)
    .forEach(({ from, to }) => matching.link(from, to, step, 1));
}

function zip<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  news: readonly CardFingerprint<New>[],
  step: Step,
): void {
  olds.forEach((from, at) => {
    const to = news[at];
    if (to !== undefined) comparison.matching.link(from, to, step, 1);
  });
}

/** Equal cards within a note, wherever the note is now. Single ones first, so that they anchor the others. */
export function linkWithinNotes<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  keyOf: KeyOf,
  step: Step,
  onlySingle = false,
): void {
  const free = comparison.matching.freeOld(olds);
  if (free.length === 0) return;
  const targets = new Set(free.map((from) => pathNow(comparison, from)));
  const news = comparison.matching.freeNew(comparison.news.filter(({ note }) => targets.has(note)));
  const place = (path: string, fingerprint: CardFingerprint<unknown>): string | null => {
    const key = keyOf(fingerprint);
    return key === null ? null : `${path}${divider}${key}`;
  };
  const newGroups = groupBy(news, (to) => place(to.note, to));
  const several: [Group<CardFingerprint<Old>>, Group<CardFingerprint<New>>][] = [];
  for (const [key, left] of groupBy(free, (from) => place(pathNow(comparison, from), from))) {
    const right = newGroups.get(key);
    if (right === undefined) continue;
    const [from] = left;
    const [to] = right;
    if (left.length === 1 && right.length === 1) comparison.matching.link(from, to, step, 1);
    else if (!onlySingle) several.push([left, right]);
  }
  for (const [left, right] of several) pairEquals(comparison, left, right, step);
}

/**
 * Equal cards anywhere. One that is short, or that the batch holds several times, has to come along with another
 * card of its note or stand between the same neighbours: else it is a phrase that many notes share.
 */
export function linkAnywhere<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  keyOf: KeyOf,
  step: Step,
  allows: (from: CardFingerprint<Old>, to: CardFingerprint<New>) => boolean = () => true,
): void {
  const { matching } = comparison;
  const free = matching.freeOld(olds);
  if (free.length === 0) return;
  const wanted = groupBy(free, keyOf);
  const allOlds = groupBy(comparison.olds, keyOf);
  const allNews = groupBy(comparison.news, keyOf);
  const shared: [CardFingerprint<Old>[], CardFingerprint<New>[]][] = [];
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
            neighbours(comparison, from, to) +
            Number(inSameNote(comparison, from, to)),
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
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  keyOf: KeyOf,
  step: Step,
): void {
  const wanted = groupBy(
    comparison.matching.freeOld(olds).filter((from) => length(from) >= longCard),
    keyOf,
  );
  if (wanted.size === 0) return;
  const news = groupBy(comparison.matching.freeNew(comparison.news), (to) => {
    const key = keyOf(to);
    return key !== null && wanted.has(key) ? key : null;
  });
  for (const [key, left] of wanted) zip(comparison, left, news.get(key) ?? [], step);
}

/** Where a card stands. A title and a property stand at their note, whatever its name. */
function placeKey(fingerprint: CardFingerprint<unknown>, path: string): string {
  const { source, headings, question, chip } = fingerprint;
  const own = source === 'title' ? [] : source === 'property' ? [chip] : [...headings, chip, question];
  return [path, source, ...own].join(divider);
}

/** Cards that alone have their place, on both sides, if `fits`. */
export function linkPlaces<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  fits: (from: CardFingerprint<Old>, to: CardFingerprint<New>) => boolean,
): void {
  const { matching } = comparison;
  const free = matching.freeOld(olds);
  if (free.length === 0) return;
  const targets = new Set(free.map((from) => pathNow(comparison, from)));
  const oldGroups = groupBy(comparison.olds, (from) => {
    const path = pathNow(comparison, from);
    return targets.has(path) ? placeKey(from, path) : null;
  });
  const newGroups = groupBy(comparison.news, (to) => (targets.has(to.note) ? placeKey(to, to.note) : null));
  for (const from of free) {
    const key = placeKey(from, pathNow(comparison, from));
    const [to, ...others] = newGroups.get(key) ?? [];
    if (to === undefined || others.length > 0 || (oldGroups.get(key)?.length ?? 0) > 1) continue;
    if (matching.oldOf(to) === null && fits(from, to)) matching.link(from, to, 'place', 1);
  }
}
