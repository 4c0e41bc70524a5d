// Is there anything to answer? Links alone, URLs and punctuation are none.
import { sliceRuns, type Run } from '../note/span.ts';

export type AnswerKind = 'ok' | 'empty' | 'only links';

const strong = /!\[|`|\$|<(?:img|audio|video|iframe|svg|object|embed)\b/i;
const word = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const maybeLink = /\[|:\/\/|www\.|<|#/;
/** Reference definitions, wikilinks, Markdown links, autolinks, URLs, footnote marks, tasks, HTML tags, tags, list numbers. */
const linkForms = [
  /^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S.*$/gm,
  /\[\[[^[\]\n]*\]\]/g,
  /\[\^[^\]\n]{1,100}\]/g,
  /\[[ xX]\](?=\s)/g,
  /\[[^[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])/g,
  /<[a-z][a-z0-9+.-]*:[^\s>]*>/gi,
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s)\]>]+/gi,
  /<\/?[a-z][^<>]*>/gi,
  /(?:^|\s)#[^\s#]+/g,
  /^[ \t>]*\d{1,9}[.)](?=\s)/gm,
];

/** Looks at an answer, masked so that comments are blanks. */
export function answerKind(answer: string): AnswerKind {
  if (answer.trim() === '') return 'empty';
  if (!maybeLink.test(answer)) return word.test(answer) ? 'ok' : 'empty';
  if (strong.test(answer)) return 'ok';
  let rest = answer;
  for (const form of linkForms) rest = rest.replace(form, ' ');
  if (word.test(rest)) return 'ok';
  return word.test(answer) ? 'only links' : 'empty';
}

/** The kind of an answer made of slices of the masked note. */
export function kindOf(masked: string, runs: readonly Run[]): AnswerKind {
  return answerKind(sliceRuns(masked, runs));
}
