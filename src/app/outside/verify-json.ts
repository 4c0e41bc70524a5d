// The result of a check of the history, as other programs read it: with its messages in English.
import { sentenceOf } from '../../core/text/message.ts';
import { problemWords } from '../../core/text/strings.ts';
import type { VerifyResult } from '../history/verify.ts';
import { appWords } from '../strings.ts';

export function verifyJson({ unreadable, ...result }: VerifyResult): object {
  const words = { problems: problemWords, app: appWords };
  return {
    ...result,
    unreadable: unreadable.map((problem) => ({ ...problem, message: sentenceOf(words, problem.message) })),
  };
}
