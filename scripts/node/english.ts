// The app's messages as English sentences, for terminals and other programs.
import { appWords } from '../../src/app/strings.ts';
import type { Problem } from '../../src/core/note/problem.ts';
import { sentenceOf, type Message } from '../../src/core/text/message.ts';
import { problemWords } from '../../src/core/text/strings.ts';

const words = { problems: problemWords, app: appWords };

export function inEnglish(message: Message): string {
  return sentenceOf(words, message);
}

/** A problem in the form that terminals and other programs get. */
export interface WrittenProblem extends Omit<Problem, 'message'> {
  readonly message: string;
}

/** A problem with its sentence spelled out. */
export function written<Problem extends { readonly message: Message }>(
  problem: Problem,
): Omit<Problem, 'message'> & { readonly message: string } {
  return { ...problem, message: inEnglish(problem.message) };
}
