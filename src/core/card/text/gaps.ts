// The gaps of a cloze: how its question shows them, and the same text with each gap filled, so that a screen can fill
// them in place.
import type { Card } from '../card.ts';

/** What a question shows in place of hidden text. */
export function blank(hint: string | null): string {
  return `==[${hint ?? '…'}]==`;
}

const blanks = /==\[[^\]\n]*\]==/g;

/**
 * A cloze card's text with each gap filled in, as a highlight wherever the question has one: the two texts
 * have the same highlights in the same order. Null for other cards, and if the two texts don't match.
 */
export function filledText({
  question,
  answer,
  cloze,
}: Pick<Card, 'question' | 'answer' | 'cloze'>): string | null {
  if (!cloze) return null;
  const between = question.split(blanks);
  if (between.length !== cloze.hidden.length + 1) return null;
  const [before = ''] = between;
  if (!answer.startsWith(before)) return null;
  let filled = before;
  let at = before.length;
  for (const [index, { start, end }] of cloze.hidden.entries()) {
    const after = between[index + 1] ?? '';
    const isLast = index === cloze.hidden.length - 1;
    const next = isLast ? answer.length - after.length : answer.indexOf(after, at + end - start);
    if (next < at + end - start || !answer.startsWith(after, next)) return null;
    filled += highlight(answer.slice(at, next)) + after;
    at = next + after.length;
  }
  return filled;
}

function highlight(hidden: string): string {
  return hidden.startsWith('==') ? hidden : `==${hidden}==`;
}
