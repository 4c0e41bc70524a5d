// How an answer opens: whole, part by part, or, if long, at its beginning.
import type { GeneralOptions, LongAnswers } from '../../../core/settings.ts';

/** Words; in a longer answer, the beginning is what people know first. */
const longAnswer = 80;
/** Words in a part with content; a shorter part only leads to the next. */
const fewest = 10;

export function openingOf(
  { stepByStep, longAnswers }: Pick<GeneralOptions, 'stepByStep' | 'longAnswers'>,
  words: number,
): LongAnswers {
  if (stepByStep) return 'steps';
  return words > longAnswer ? longAnswers : 'whole';
}

export interface AnswerPart {
  readonly words: number;
  /** Whether it contains a picture, a table, code or a formula. */
  readonly isFigure: boolean;
}

/** How many parts an answer that opens at its beginning shows: up to and including the first with content. */
export function firstParts(parts: readonly AnswerPart[]): number {
  let words = 0;
  for (const [index, part] of parts.entries()) {
    words += part.words;
    if (part.isFigure || words >= fewest) return index + 1;
  }
  return parts.length;
}
