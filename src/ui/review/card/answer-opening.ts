// How an answer opens: whole, part by part, or at its beginning where it is long.
import type { GeneralOptions, LongAnswers } from '../../../core/settings.ts';

/** Words; of a longer answer a person knows the beginning first. */
const longAnswer = 80;
/** Words that tell something: a shorter part only leads to the next. */
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
  /** Whether it shows a picture, a table, code or a formula. */
  readonly isFigure: boolean;
}

/** How many parts an answer shows that opens at its beginning: the first that tells something, and what leads to it. */
export function firstParts(parts: readonly AnswerPart[]): number {
  let words = 0;
  for (const [index, part] of parts.entries()) {
    words += part.words;
    if (part.isFigure || words >= fewest) return index + 1;
  }
  return parts.length;
}
