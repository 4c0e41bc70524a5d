// What follows the text of a link or image: `(address "title")`.
import { codeAt } from '../../../text/code-at.ts';
import { decoded } from './reference.ts';

export interface Resource {
  readonly url: string;
  readonly title: string | null;
  /** After the closing parenthesis. */
  readonly end: number;
}

/** Levels of nested parentheses allowed in an address. */
const mostParentheses = 32;
/** Nobody writes a longer title; an unclosed one would be scanned again from each link. */
const longestTitle = 2000;
const afterEnd = /[^ \t\r\n]/g;

function afterBlanks(text: string, at: number): number {
  afterEnd.lastIndex = at;
  return afterEnd.test(text) ? afterEnd.lastIndex - 1 : text.length;
}

function isControl(code: number): boolean {
  return code < 33 || code === 127;
}

/** The end of `<address>`, after the `>`, or -1. */
function pointedEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '>') return index + 1;
    if (char === '<' || char === '\n' || char === '\r') return -1;
    if (char === '\\' && /[<>\\]/.test(text.charAt(index + 1))) index += 1;
  }
  return -1;
}

/** The end of an address without angle brackets, or -1. */
function bareEnd(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '(') {
      if (depth === mostParentheses) return -1;
      depth += 1;
    } else if (char === ')') {
      if (depth === 0) return index;
      depth -= 1;
    } else if (isControl(codeAt(text, index))) return depth === 0 && /\s/.test(char) ? index : -1;
    else if (char === '\\' && /[()\\]/.test(text.charAt(index + 1))) index += 1;
  }
  return -1;
}

/** The end of a title, after its closing mark; -1 if it is unclosed or too long to be sure. */
function titleEnd(text: string, at: number): number {
  const open = text.charAt(at);
  const mark = open === '(' ? ')' : open;
  for (let index = at + 1; index < Math.min(text.length, at + longestTitle); index += 1) {
    const char = text.charAt(index);
    if (char === mark) return index + 1;
    const next = text.charAt(index + 1);
    if (char === '\\' && (next === mark || next === '\\')) index += 1;
  }
  return -1;
}

/** The resource whose parenthesis opens at `at`; null if there is none, 'unsure' if only remark can tell. */
export function readResource(text: string, at: number): Resource | null | 'unsure' {
  const start = afterBlanks(text, at + 1);
  if (text.charAt(start) === ')') return { url: '', title: null, end: start + 1 };
  const isPointed = text.charAt(start) === '<';
  const end = isPointed ? pointedEnd(text, start) : bareEnd(text, start);
  if (end < 0 || end === start) return null;
  const url = decoded(isPointed ? text.slice(start + 1, end - 1) : text.slice(start, end));
  let close = afterBlanks(text, end);
  let title: string | null = null;
  if (close > end && /["'(]/.test(text.charAt(close))) {
    const after = titleEnd(text, close);
    if (after < 0) return text.length - close > longestTitle ? 'unsure' : null;
    const inside = text.slice(close + 1, after - 1).replace(/(\r?\n)[ \t]+/g, '$1');
    title = inside === '' ? null : decoded(inside);
    if (title === null && inside !== '') return 'unsure';
    close = afterBlanks(text, after);
  }
  if (text.charAt(close) !== ')') return null;
  return url === null ? 'unsure' : { url, title, end: close + 1 };
}
