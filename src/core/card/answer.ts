// Is there anything to answer? Links alone, URLs and punctuation are none.
import { sliceRuns, type Run } from '../note/span.ts';

export type AnswerKind = 'ok' | 'empty' | 'only links';

const strong = /!\[|`|\$|<(?:img|audio|video|iframe|svg|object|embed)\b/i;
const word = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const letter = /\p{L}/u;
const maybeLink = /\[|:\/\/|www\.|<|#/i;
/** Reference definitions, wikilinks, Markdown links, autolinks, URLs, footnote marks, tasks, HTML tags, tags, list numbers. */
const linkForms = [
  /^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S.*$/gm,
  /\[\[[^[\]\n]*\]\]/g,
  /\[\^[^\]\n]{1,100}\]/g,
  /\[[ xX]\](?=\s)/g,
  /\[[^[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])/g,
  /<[a-z][a-z0-9+.-]*:[^\s>]*>/gi,
  /(?:\b[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s)\]>]+/gi,
  /<\/?[a-z][^<>]*>/gi,
  /(?:^|\s)#[^\s#]+/g,
  /^[ \t>]*\d{1,9}[.)](?=\s)/gm,
];

/** Whether a word stands before anything that may be a link, so that it is part of none. */
function opensWithWords(answer: string): boolean {
  let end = Math.max(0, answer.search(maybeLink));
  while (end > 0 && answer.charAt(end - 1).trim() !== '') end -= 1;
  return letter.test(answer.slice(0, end));
}

/** Looks at an answer, masked so that comments are blanks. */
export function answerKind(answer: string): AnswerKind {
  if (answer.trim() === '') return 'empty';
  if (!maybeLink.test(answer)) return word.test(answer) ? 'ok' : 'empty';
  if (strong.test(answer)) return 'ok';
  if (opensWithWords(answer)) return 'ok';
  let rest = answer;
  for (const form of linkForms) rest = rest.replace(form, ' ');
  if (word.test(rest)) return 'ok';
  return word.test(answer) ? 'only links' : 'empty';
}

/** The kind of an answer made of slices of the masked note. */
export function kindOf(masked: string, runs: readonly Run[]): AnswerKind {
  return answerKind(sliceRuns(masked, runs));
}
