// Decides whether there is anything to answer. Links alone, URLs and punctuation don't count.
import { codeAt } from '../../text/code-at.ts';
import { afterSpace, isSpace } from '../../note/blanks.ts';
import { sliceRuns, type Run, type Span } from '../../note/span.ts';

export type AnswerKind = 'ok' | 'empty' | 'only links';

const strong = /!\[|`|\$|<(?:img|audio|video|iframe|svg|object|embed)\b/i;
/** Symbols count, except those that may be Markdown syntax. */
const word = /[\p{L}\p{N}\p{Extended_Pictographic}]|(?![\u0020-\u007e])\p{S}|\\[!-/:-@[-`{-~]/u;
/** Characters in inline code are deliberate, whatever they are. */
const code = /`[^`\s]{1,200}`/;
const letter = /\p{L}/u;
const maybeLink = /\[|:\/\/|www\.|<|#/i;
/** Reference definitions, wikilinks, Markdown links, autolinks, URLs, footnote marks, tasks, HTML tags, tags, list numbers. */
const linkForms = [
  /^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S.*$/gm,
  /\[\[[^[\]\n]*\]\]/g,
  /\[\^[^\]\n]{1,100}\]/g,
  /\[[ xX]\](?=\s)/g,
  /\[[^[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])/g,
  /<[a-z][a-z0-9+.-]*:[^\s<>]*>/gi,
  /(?:\b[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s)\]>]+/gi,
  /<\/?[a-z][^<>]*>/gi,
  /(?:^|\s)#[^\s#]+/g,
  /^[ \t>]*\d{1,9}[.)](?=\s)/gm,
];

/** Whether the text may contain a link, URL, tag or HTML. */
export function mayLink(text: string): boolean {
  return maybeLink.test(text);
}

/** Whether a word precedes anything that may be a link, so that it isn't part of one. */
function opensWithWords(answer: string): boolean {
  let end = Math.max(0, answer.search(maybeLink));
  while (end > 0 && answer.charAt(end - 1).trim() !== '') end -= 1;
  return letter.test(answer.slice(0, end));
}

/** Classifies an answer whose comments are masked with spaces. */
export function answerKind(answer: string): AnswerKind {
  if (answer.trim() === '') return 'empty';
  if (!maybeLink.test(answer)) return word.test(answer) || code.test(answer) ? 'ok' : 'empty';
  if (strong.test(answer)) return 'ok';
  if (opensWithWords(answer)) return 'ok';
  let rest = answer;
  for (const form of linkForms) rest = rest.replace(form, ' ');
  if (word.test(rest)) return 'ok';
  return word.test(answer) ? 'only links' : 'empty';
}

/** Character codes that `maybeLink` may start with, except `w`. */
const linkStarts: ReadonlySet<number> = new Set([...'[:<#'].map((sign) => sign.charCodeAt(0)));

/** Whether the span starts with a word of ASCII letters that isn't part of a link, as most answers do. */
function opensPlainly(masked: string, { start, end }: Span): boolean {
  let hasLetter = false;
  for (let at = afterSpace(masked, start, end); at < end; at += 1) {
    const code = codeAt(masked, at);
    if (isSpace(code)) return hasLetter;
    if (linkStarts.has(code)) return false;
    const lower = code | 32;
    if (lower < 97 || lower > 122) continue;
    if (lower === 119 && codeAt(masked, at + 3) === 46) return false;
    hasLetter = true;
  }
  return false;
}

/** The kind of an answer made of slices of the masked note. */
export function kindOf(masked: string, runs: readonly Run[]): AnswerKind {
  const first = runs[0]?.[0];
  return first && opensPlainly(masked, first) ? 'ok' : answerKind(sliceRuns(masked, runs));
}
