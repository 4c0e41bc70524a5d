// The steps that require equal texts or an equal place, and do not use likeness.
import { compareHeadings } from '../likeness.ts';
import type { Group, Step } from '../matching.ts';
import { groupBy } from '../matching.ts';
import type { CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { inSameNote, neighbours, pathNow, traffic } from '../comparison.ts';

/** What has to be equal. Null skips a card. */
export type KeyOf = (fingerprint: CardFingerprint<unknown>) => string | null;

export const divider = '\u0000';

/** Question and answer of a card from before or after: as texts, or as hashes if the texts are not available. */
export const textKey: KeyOf = (fingerprint) => {
  const { question, answer, position } = fingerprint;
  if (answer !== null) return `${question}${divider}${answer}`;
  return position < 0 ? null : fingerprint.hash();
};
/** Question and answer, as hashes: for histories known only from the log. */
export const hashKey: KeyOf = (fingerprint) => fingerprint.hash();
/** The same, plus the source. */
export const withSource =
  (keyOf: KeyOf): KeyOf =>
  (fingerprint) => {
    const key = keyOf(fingerprint);
    return key === null ? null : `${fingerprint.source}${divider}${key}`;
  };
/** The answer alone, if it is long enough to be unique. */
export const answerKey =
  (least: number): KeyOf =>
  (fingerprint) => {
    if (fingerprint.position < 0 || fingerprint.answerLength < least) return null;
    return fingerprint.answer ?? fingerprint.answerHash();
  };

/** Cards this short are written twice by chance. */
export const shortCard = 24;
/** Cards this long are not template phrases. */
const longCard = 60;
/** Maximum pairs of equal cards in one note; above that, only their order counts. */
const mostPairs = 2500;

function length(fingerprint: CardFingerprint<unknown>): number {
  return fingerprint.question.length + fingerprint.answerLength;
}

/** Pairs equal cards of one note: by heading path first, then neighbors, then order. */
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
        // Only the ordinal of a lost card is known.
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

/** Links equal cards within a note, wherever the note is now. Single ones come first, to anchor the others. */
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
 * Links equal cards anywhere. A card that is short, or in the batch several times, has to come with another card of
 * its note or be between the same neighbors: otherwise it is a phrase that many notes share.
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
    // If there are several and all others are still in place, the one missing here is the one that appeared there.
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
 * For equal cards anywhere, too long to be a phrase: a person does not care which one takes a history, only that one
 * does: lost histories in the given order, cards in order of their paths.
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

/** Where a card is. A title and a property are at their note, whatever its name. */
function placeKey(fingerprint: CardFingerprint<unknown>, path: string): string {
  const { source, headings, question, chip } = fingerprint;
  const own =
    source === 'title' || source === 'note'
      ? []
      : source === 'property'
        ? [chip]
        : [...headings, chip, question];
  return [path, source, ...own].join(divider);
}

/** Links cards that are the only ones at their place, on both sides, if `fits`. */
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
