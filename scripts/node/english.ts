// What a terminal and other programs read of the app's messages: English sentences.
import { appWords } from '../../src/app/strings.ts';
import type { Problem } from '../../src/core/note/problem.ts';
import { sentenceOf, type Message } from '../../src/core/text/message.ts';
import { problemWords } from '../../src/core/text/strings.ts';

const words = { problems: problemWords, app: appWords };

export function inEnglish(message: Message): string {
  return sentenceOf(words, message);
}

/** A problem as a terminal and other programs have it. */
export interface WrittenProblem extends Omit<Problem, 'message'> {
  readonly message: string;
}

/** Something wrong with its sentence written out. */
export function written<Told extends { readonly message: Message }>(
  told: Told,
): Omit<Told, 'message'> & { readonly message: string } {
  return { ...told, message: inEnglish(told.message) };
}
