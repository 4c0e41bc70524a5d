// Pairs worth comparing: they share a rare piece of text. Comparing all with all would take minutes.
import type { Print } from './print.ts';

/** A piece that more cards have than this says nothing about one of them. */
const commonest = 24;
const mostCandidates = 8;

/** Cards by the lowest hashes of their answers and by the grams of their questions. */
export interface CandidateIndex<Card> {
  /** The cards that share most with one, best first, at most 8 by answer and 8 by question. */
  near(print: Print<unknown>): Print<Card>[];
}

type Pieces = (print: Print<unknown>) => Iterable<number>;

const answerPieces: Pieces = (print) => print.sketch()?.lowest ?? [];
const questionPieces: Pieces = (print) => print.questionGrams();

function indexBy<Card>(prints: readonly Print<Card>[], pieces: Pieces): CandidateIndex<Card> {
  const index = new Map<number, Print<Card>[]>();
  for (const print of prints) {
    for (const piece of pieces(print)) {
      const cards = index.get(piece);
      if (cards === undefined) index.set(piece, [print]);
      else if (cards.length <= commonest) cards.push(print);
    }
  }
  return {
    near(print) {
      const counts = new Map<Print<Card>, number>();
      for (const piece of pieces(print)) {
        const cards = index.get(piece) ?? [];
        if (cards.length > commonest) continue;
        for (const card of cards) counts.set(card, (counts.get(card) ?? 0) + 1);
      }
      return [...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostCandidates)
        .map(([card]) => card);
    },
  };
}

export function indexCards<Card>(prints: readonly Print<Card>[]): CandidateIndex<Card> {
  const byAnswer = indexBy(prints, answerPieces);
  const byQuestion = indexBy(prints, questionPieces);
  return { near: (print) => [...new Set([...byAnswer.near(print), ...byQuestion.near(print)])] };
}
