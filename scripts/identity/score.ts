// How well a scheme follows cards known to be the same.
import type { CardText } from '../../src/core/identity/fingerprint/card-text.ts';
import { keepAnswer, normalise } from '../../src/core/identity/fingerprint/fingerprint.ts';
import { linkCards } from '../../src/core/identity/link-cards.ts';

/** Maps each old card to the new card it became. */
export type Follow = <C extends CardText>(
  before: readonly C[],
  after: readonly C[],
  paths: readonly string[],
) => Map<C, C>;

/** Links cards whose key is unique on both sides, as a plugin without a linker does. */
function byKey(keyOf: (card: CardText) => string): Follow {
  return (before, after) => {
    const index = <C extends CardText>(cards: readonly C[]): Map<string, C | null> => {
      const found = new Map<string, C | null>();
      for (const card of cards) found.set(keyOf(card), found.has(keyOf(card)) ? null : card);
      return found;
    };
    const news = index(after);
    return new Map(
      [...index(before)].flatMap(([key, from]) => {
        const to = news.get(key);
        return from && to ? [[from, to] as const] : [];
      }),
    );
  };
}

/** Links as the app does: without any card's answer, only what is stored about it. */
export const asInApp: Follow = (before, after, paths) => {
  const keep = <C extends CardText>(card: C) => ({
    note: card.note,
    source: card.source,
    question: card.question,
    headings: card.headings,
    ordinal: card.ordinal,
    line: card.line,
    chip: card.chip ?? null,
    blockId: card.blockId ?? null,
    kept: keepAnswer(card),
    card,
  });
  const { links } = linkCards({
    before: before.map(keep),
    after: after.map(keep),
    lost: [],
    moves: new Map(),
    present: new Set(paths),
  });
  return new Map(links.map(({ from, to }) => [from.card, to.card]));
};

export const schemes: Readonly<Record<string, Follow>> = {
  ours: (before, after, paths) =>
    new Map(
      linkCards({ before, after, lost: [], moves: new Map(), present: new Set(paths) }).links.map(
        ({ from, to }) => [from, to],
      ),
    ),
  'ours, as in the app': asInApp,
  'hash(q+a)': byKey((card) => `${normalise(card.question)}\n${normalise(card.answer)}`),
  'path+q': byKey((card) => `${card.note}\n${normalise(card.question)}`),
  'hash(q)': byKey((card) => normalise(card.question)),
};

export interface Score {
  readonly made: number;
  readonly right: number;
  /** Old cards that still exist. */
  readonly survivors: number;
}

export const noScore: Score = { made: 0, right: 0, survivors: 0 };

export function addScores(a: Score, b: Score): Score {
  return { made: a.made + b.made, right: a.right + b.right, survivors: a.survivors + b.survivors };
}

/** Percent of links that are correct; 100 if there are none. */
export const precision = ({ made, right }: Score): number => (made === 0 ? 100 : (100 * right) / made);
/** Percent of survivors that are linked correctly. */
export const recall = ({ survivors, right }: Score): number =>
  survivors === 0 ? 100 : (100 * right) / survivors;
