// Finds pairs worth comparing: they share a rare piece of text. Comparing all with all would take minutes.
import type { CardFingerprint } from './fingerprint/card-fingerprint.ts';

/** A piece in more cards than this says nothing about any of them. */
const commonest = 24;
const mostCandidates = 5;
/** Minimum share of a card's rare pieces that a candidate must have; less is chance. */
const leastShare = 0.15;

/** Cards by the lowest hashes of their answers and by the grams of their questions. */
export interface CandidateIndex<Card> {
  /** The cards that share the most with a card, best first, at most 5 by answer and 5 by question. */
  near(fingerprint: CardFingerprint<unknown>): CardFingerprint<Card>[];
}

type Pieces = (fingerprint: CardFingerprint<unknown>) => Iterable<number>;

const answerPieces: Pieces = (fingerprint) => fingerprint.sketch()?.lowest ?? [];
const questionPieces: Pieces = (fingerprint) => fingerprint.questionGrams();

interface Indexed<Card> {
  readonly fingerprint: CardFingerprint<Card>;
  readonly at: number;
  /** Pieces shared with the card being looked up; 0 between lookups. */
  shared: number;
}

/** Pieces that nobody will look up need not be kept: a few lost cards need a thousandth of a vault's pieces. */
function piecesOf(
  fingerprints: readonly CardFingerprint<unknown>[] | null,
  pieces: Pieces,
): ReadonlySet<number> | null {
  if (!fingerprints) return null;
  const all = new Set<number>();
  for (const fingerprint of fingerprints) for (const piece of pieces(fingerprint)) all.add(piece);
  return all;
}

function indexBy<Card>(
  fingerprints: readonly CardFingerprint<Card>[],
  pieces: Pieces,
  asking: readonly CardFingerprint<unknown>[] | null,
): CandidateIndex<Card> {
  const wanted = piecesOf(asking, pieces);
  const index = new Map<number, Indexed<Card>[]>();
  fingerprints.forEach((fingerprint, at) => {
    let card: Indexed<Card> | undefined;
    for (const piece of pieces(fingerprint)) {
      if (wanted?.has(piece) === false) continue;
      card ??= { fingerprint, at, shared: 0 };
      const cards = index.get(piece);
      if (cards === undefined) index.set(piece, [card]);
      else if (cards.length <= commonest) cards.push(card);
    }
  });
  return {
    near(fingerprint) {
      const touched: Indexed<Card>[] = [];
      let rare = 0;
      for (const piece of pieces(fingerprint)) {
        const cards = index.get(piece);
        if (cards === undefined || cards.length > commonest) continue;
        rare++;
        for (const card of cards) {
          if (card.shared === 0) touched.push(card);
          // Counting in a map per call doubled the time of a large batch.
          card.shared++;
        }
      }
      const best = touched
        .filter(({ shared }) => shared >= leastShare * rare)
        .sort((a, b) => b.shared - a.shared || a.at - b.at)
        .slice(0, mostCandidates);
      for (const card of touched) card.shared = 0;
      return best.map((card) => card.fingerprint);
    },
  };
}

/** @param asking the cards for which `near` will be called, if known */
export function indexCards<Card>(
  fingerprints: readonly CardFingerprint<Card>[],
  asking: readonly CardFingerprint<unknown>[] | null = null,
): CandidateIndex<Card> {
  const byAnswer = indexBy(fingerprints, answerPieces, asking);
  const byQuestion = indexBy(fingerprints, questionPieces, asking);
  return {
    near: (fingerprint) => [...new Set([...byAnswer.near(fingerprint), ...byQuestion.near(fingerprint)])],
  };
}
