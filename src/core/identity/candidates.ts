// Pairs worth comparing: they share a rare piece of text. Comparing all with all would take minutes.
import type { Print } from './print.ts';

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
  const index = new Map<number, number[]>();
  prints.forEach((print, at) => {
    for (const piece of pieces(print)) {
      if (wanted?.has(piece) === false) continue;
      const cards = index.get(piece);
      if (cards === undefined) index.set(piece, [at]);
      else if (cards.length <= commonest) cards.push(at);
    }
  });
  // Counting in one array that is wiped after use, not in a map per call, halves the time of a large batch.
  const counts = new Uint16Array(prints.length);
  return {
    near(print) {
      const touched: number[] = [];
      let rare = 0;
      for (const piece of pieces(print)) {
        const cards = index.get(piece);
        if (cards === undefined || cards.length > commonest) continue;
        rare++;
        for (const at of cards) {
          const count = counts[at] ?? 0;
          if (count === 0) touched.push(at);
          counts[at] = count + 1;
        }
      }
      const best = touched
        .filter((at) => (counts[at] ?? 0) >= leastShare * rare)
        .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
        .slice(0, mostCandidates);
      for (const at of touched) counts[at] = 0;
      return best.map((at) => prints[at]).filter((card) => card !== undefined);
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
