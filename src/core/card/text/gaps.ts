// The gaps of a cloze: how its question shows them, and the same text with each gap filled, so that a screen can fill
// them in place.
import type { Card } from '../card.ts';

/** What a question shows in place of hidden text. */
export function blank(hint: string | null): string {
  return `==[${hint ?? '…'}]==`;
}

const blanks = /==\[[^\]\n]*\]==/g;

export type ClozeCard = Pick<Card, 'question' | 'answer' | 'cloze'>;

interface Pieces {
  /** The text around the gaps: one more than there are gaps. */
  readonly between: readonly string[];
  readonly hidden: readonly string[];
}

/** A cloze card's question and answer around its gaps; null for other cards, and if the two texts don't match. */
export function piecesOf({ question, answer, cloze }: ClozeCard): Pieces | null {
  if (!cloze) return null;
  const between = question.split(blanks);
  if (between.length !== cloze.hidden.length + 1) return null;
  const [before = ''] = between;
  if (!answer.startsWith(before)) return null;
  const hidden: string[] = [];
  let at = before.length;
  for (const [index, { start, end }] of cloze.hidden.entries()) {
    const after = between[index + 1] ?? '';
    const isLast = index === cloze.hidden.length - 1;
    const next = isLast ? answer.length - after.length : answer.indexOf(after, at + end - start);
    if (next < at + end - start || !answer.startsWith(after, next)) return null;
    hidden.push(answer.slice(at, next));
    at = next + after.length;
  }
  return { between, hidden };
}

/**
 * A cloze card's text with each gap filled in, as a highlight wherever the question has one: the two texts
 * have the same highlights in the same order. Null for other cards, and if the two texts don't match.
 */
export function filledText(card: ClozeCard): string | null {
  const pieces = piecesOf(card);
  if (!pieces) return null;
  const { between, hidden } = pieces;
  return between.map((text, index) => text + highlight(hidden[index] ?? '')).join('');
}

/** What a cloze card hides, as Markdown, in order; null where `filledText` is. */
export function hiddenTexts(card: ClozeCard): readonly string[] | null {
  return piecesOf(card)?.hidden ?? null;
}

function highlight(hidden: string): string {
  return hidden === '' || hidden.startsWith('==') ? hidden : `==${hidden}==`;
}
