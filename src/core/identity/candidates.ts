// Pairs worth comparing: they share a rare piece of text. Comparing all with all would take minutes.
import type { Print } from './fingerprint/print.ts';

/** A piece that more cards have than this says nothing about one of them. */
const commonest = 24;
const mostCandidates = 5;
/** Share of the rare pieces of a card that a candidate has to have; less is chance. */
const leastShare = 0.15;

/** Cards by the lowest hashes of their answers and by the grams of their questions. */
export interface CandidateIndex<Card> {
  /** The cards that share most with one, best first, at most 5 by answer and 5 by question. */
  near(print: Print<unknown>): Print<Card>[];
}

type Pieces = (print: Print<unknown>) => Iterable<number>;

const answerPieces: Pieces = (print) => print.sketch()?.lowest ?? [];
const questionPieces: Pieces = (print) => print.questionGrams();

interface Indexed<Card> {
  readonly print: Print<Card>;
  readonly at: number;
  /** Pieces that it shares with the card that is asked for; 0 between two questions. */
  shared: number;
}

/** Pieces that nobody will ask for need not be kept: a few lost cards ask for a thousandth of those of a vault. */
function piecesOf(prints: readonly Print<unknown>[] | null, pieces: Pieces): ReadonlySet<number> | null {
  if (!prints) return null;
  const all = new Set<number>();
  for (const print of prints) for (const piece of pieces(print)) all.add(piece);
  return all;
}

function indexBy<Card>(
  prints: readonly Print<Card>[],
  pieces: Pieces,
  asking: readonly Print<unknown>[] | null,
): CandidateIndex<Card> {
  const wanted = piecesOf(asking, pieces);
  const index = new Map<number, Indexed<Card>[]>();
  prints.forEach((print, at) => {
    let card: Indexed<Card> | undefined;
    for (const piece of pieces(print)) {
      if (wanted?.has(piece) === false) continue;
      card ??= { print, at, shared: 0 };
      const cards = index.get(piece);
      if (cards === undefined) index.set(piece, [card]);
      else if (cards.length <= commonest) cards.push(card);
    }
  });
  return {
    near(print) {
      const touched: Indexed<Card>[] = [];
      let rare = 0;
      for (const piece of pieces(print)) {
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
      return best.map((card) => card.print);
    },
  };
}

/** @param asking the cards for which `near` will be asked, if they are known */
export function indexCards<Card>(
  prints: readonly Print<Card>[],
  asking: readonly Print<unknown>[] | null = null,
): CandidateIndex<Card> {
  const byAnswer = indexBy(prints, answerPieces, asking);
  const byQuestion = indexBy(prints, questionPieces, asking);
  return { near: (print) => [...new Set([...byAnswer.near(print), ...byQuestion.near(print)])] };
}
