// The step that weighs likeness: compares the remaining old cards with the remaining new ones.
import { indexCards } from '../candidates.ts';
import type { Content } from '../likeness.ts';
import { compareContent, compareHeadings } from '../likeness.ts';
import { shortCard } from './exact.ts';
import { groupBy } from '../matching.ts';
import { once, type CardFingerprint } from '../fingerprint/card-fingerprint.ts';
import type { Comparison } from '../comparison.ts';
import { inSameNote, neighbours, pathNow, traffic } from '../comparison.ts';

/** Weights were tuned with `npm run measure:identity`; a wrong link costs more than a miss. */
const weight = { question: 0.3, single: 0.15, headings: 0.08, note: 0.07, neighbours: 0.1 };
export const threshold = 0.58;
/** For its own note, before any card may leave it. */
export const sureThreshold = 0.7;
const margin = 0.06;
/**
 * Minimum likeness of answers for a unique question to count: for cards removed and added in one batch, and for one
 * that was lost some time before.
 */
const leastOfSingle = { batch: 0.5, lost: 0.6 };
/** From here on, a person is asked. */
const doubtful = 0.45;
/** Maximum pairs within one note to compare in full; above that, the index chooses. */
const mostPairs = 900;

export interface Pair<Old, New> {
  readonly from: CardFingerprint<Old>;
  readonly to: CardFingerprint<New>;
  readonly content: Content;
  readonly headings: number;
}

export interface Scored<Old, New> extends Pair<Old, New> {
  readonly score: number;
}

function saying({ question, answer, answerWeight }: Content): number {
  return weight.question * question + answerWeight * answer;
}

/** Questions that occur once on a side. */
function singleQuestions(fingerprints: readonly CardFingerprint<unknown>[]): ReadonlySet<string> {
  const single = new Set<string>();
  const several = new Set<string>();
  for (const { question } of fingerprints) {
    if (single.has(question)) several.add(question);
    single.add(question);
  }
  for (const question of several) single.delete(question);
  return single;
}

/** Every pair worth a look. */
function pairUp<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  news: readonly CardFingerprint<New>[],
  allows: (from: CardFingerprint<Old>, to: CardFingerprint<New>) => boolean,
): Pair<Old, New>[] {
  if (olds.length === 0 || news.length === 0) return [];
  const index = indexCards(news, olds);
  const byNote = groupBy(news, ({ note }) => note);
  const pairs: Pair<Old, New>[] = [];
  for (const [path, left] of groupBy(olds, (from) => pathNow(comparison, from))) {
    const here = byNote.get(path) ?? [];
    const near = here.length * left.length <= mostPairs ? here : [];
    for (const from of left) {
      for (const to of new Set([...index.near(from), ...near])) {
        if (!allows(from, to)) continue;
        // Being under no heading proves something only within one note.
        const headings =
          to.note !== path && to.headings.length === 0 ? 0 : compareHeadings(from.headings, to.headings);
        pairs.push({ from, to, content: compareContent(from, to), headings });
      }
    }
  }
  return pairs;
}

/**
 * A card moved out of its note has to be more similar to its new self than to any other card, linked or not: notes
 * made from one template hold many cards that are almost equal.
 */
function familyOf<Old, New>(comparison: Comparison<Old, New>): (pair: Pair<Old, New>) => boolean {
  let indexes: { olds: ReturnType<typeof indexCards<Old>>; news: ReturnType<typeof indexCards<New>> } | null =
    null;
  return ({ from, to, content }) => {
    indexes ??= { olds: indexCards(comparison.olds), news: indexCards(comparison.news) };
    const own = saying(content) - margin;
    const rivals = [
      ...indexes.olds
        .near(to)
        .filter((other) => other !== from)
        .map((other) => compareContent(other, to)),
      ...indexes.news
        .near(from)
        .filter((other) => other !== to)
        .map((other) => compareContent(from, other)),
    ];
    return rivals.some((rival) => saying(rival) > own);
  };
}

/** Links what is similar enough, most similar first, and returns the doubtful pairs. */
export function linkSimilar<Old, New>(
  comparison: Comparison<Old, New>,
  olds: readonly CardFingerprint<Old>[],
  allows: (from: CardFingerprint<Old>, to: CardFingerprint<New>) => boolean,
  least: number,
): Scored<Old, New>[] {
  const { matching } = comparison;
  let open = pairUp(comparison, matching.freeOld(olds), matching.freeNew(comparison.news), allows);
  if (open.length === 0) return [];
  const hasFamily = familyOf(comparison);
  const single = once(() => ({
    olds: singleQuestions(comparison.olds),
    news: singleQuestions(comparison.news),
  }));
  for (;;) {
    const came = traffic(matching);
    const scored = open
      .filter(({ from, to }) => matching.newOf(from) === null && matching.oldOf(to) === null)
      .map((pair) => {
        const { from, to, content, headings } = pair;
        const note = inSameNote(comparison, from, to) ? 1 : Math.min(1, came(from.note, to.note) / 3);
        const isSingle =
          from.question === to.question &&
          content.answer >= (from.position < 0 ? leastOfSingle.lost : leastOfSingle.batch) &&
          from.question.length + from.answerLength >= shortCard &&
          single().olds.has(from.question) &&
          single().news.has(to.question);
        const score =
          saying(content) +
          (isSingle ? weight.single : 0) +
          weight.headings * headings +
          weight.note * note +
          weight.neighbours * neighbours(comparison, from, to);
        return { ...pair, score };
      })
      .filter(({ score }) => score >= doubtful)
      .sort((a, b) => b.score - a.score);
    const before = matching.matches.length;
    acceptBest(comparison, scored, hasFamily, least);
    if (matching.matches.length === before) return scored;
    open = scored;
  }
}

function acceptBest<Old, New>(
  comparison: Comparison<Old, New>,
  scored: readonly Scored<Old, New>[],
  hasFamily: (pair: Pair<Old, New>) => boolean,
  least: number,
): void {
  const { matching } = comparison;
  const byOld = new Map<CardFingerprint<Old>, Scored<Old, New>[]>();
  const byNew = new Map<CardFingerprint<New>, Scored<Old, New>[]>();
  const known = scored.map((pair) => ({
    pair,
    rivals: [join(byOld, pair.from, pair), join(byNew, pair.to, pair)],
  }));
  const isFree = ({ from, to }: Scored<Old, New>): boolean =>
    matching.newOf(from) === null && matching.oldOf(to) === null;
  for (const { pair, rivals } of known) {
    if (pair.score < least) return;
    if (!isFree(pair)) continue;
    const clear = rivals
      .flat()
      .every((rival) => rival === pair || !isFree(rival) || rival.score <= pair.score - margin);
    if (!clear) continue;
    if (!inSameNote(comparison, pair.from, pair.to) && hasFamily(pair)) continue;
    matching.link(pair.from, pair.to, 'similar', pair.score);
  }
}

/** Adds a pair to the others with that card, and returns all of them, including those that come later. */
function join<Key, Pair>(groups: Map<Key, Pair[]>, key: Key, pair: Pair): readonly Pair[] {
  const group = groups.get(key) ?? [];
  group.push(pair);
  groups.set(key, group);
  return group;
}
