// A bold lead-in: `**Term**` alone on its line, or with one of `: . ? –` at its end or after it.
import { parseInline, spanOf } from './parse/markdown.ts';
import type { Run, Span } from './span.ts';
import { trimEndSigns } from '../text/trim-signs.ts';
import { isWideMark } from './wide-marks.ts';

export interface LeadIn {
  /** The question: the bold text without its markers. Offsets into the paragraph, like `content`. */
  readonly question: Run;
  /** Where the answer text begins. */
  readonly content: number;
}

const alone = /^[ \t]*(?:\^[A-Za-z0-9-]+[ \t]*)?\\?(?:\r?\n|$)/;
/** A mark after the bold text needs whitespace after it: `**2019**–2020` and `**a**::b` are not lead-ins. */
const markAfter = /^(?:[ \t\u00a0\u202f]*[:?–—]|\.)(?=[ \t\u00a0\r\n]|$)|^[ \t\u00a0\u202f]*[：。？！؟]/;
const markInside = /[:.?–—：。？！؟]$/;
const dropped = ' \t\u00a0\u202f:.–—：。！';
const needsParser = /[`*_\\$=<>!\n]/;
const punctuation = /[!-/:-@[-`{-~\p{P}\p{S}]/u;
const word = /[\p{L}\p{N}]/u;

/** Longer bold text is not a question; the parser takes seconds for 100,000 characters full of `**`. */
const farthest = 4000;

/** The bold text that opens the paragraph, with and without its markers. */
interface Bold {
  readonly end: number;
  readonly inner: Span;
}

function balanced(text: string): boolean {
  return text.includes('[') || text.includes(']') ? text.split('[').length === text.split(']').length : true;
}

/** The plain case without a parser; undefined if only the parser can tell. */
function readPlainBold(text: string): Bold | null | undefined {
  if (!text.startsWith('**') || text.startsWith('***')) return undefined;
  const close = text.indexOf('**', 2);
  if (close < 0) return null;
  const inside = text.slice(2, close);
  const next = text.charAt(close + 2);
  if (inside === '' || next === '*' || needsParser.test(inside) || !balanced(inside)) return undefined;
  if (inside.trim() !== inside) return undefined;
  const last = inside.slice(-1);
  const isGlued = next !== '' && !/\s/.test(next) && !punctuation.test(next);
  // CommonMark would show the asterisks; the author means bold.
  if (isGlued && punctuation.test(last) && !isWideMark(last.charCodeAt(0))) return undefined;
  return { end: close + 2, inner: { start: 2, end: close } };
}

function readBold(text: string): Bold | null {
  const plain = readPlainBold(text);
  if (plain !== undefined) return plain;
  const [first] = parseInline(text.slice(0, farthest));
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return null;
  // `***Term***` is bold inside italics or vice versa.
  const nested = first.children.length === 1 ? first.children[0] : undefined;
  const isNested = nested?.type === 'strong' || nested?.type === 'emphasis';
  if (first.type === 'emphasis' && nested?.type !== 'strong') return null;
  const children = isNested ? nested.children : first.children;
  const [head, tail] = [children[0], children.at(-1)];
  if (!head || !tail) return null;
  return { end: spanOf(first).end, inner: { start: spanOf(head).start, end: spanOf(tail).end } };
}

/** Whether bold text may open the paragraph at `at`; most paragraphs open with a letter. */
export function mayOpenLeadIn(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first === '*' || first === '_';
}

/** Reads the lead-in that opens a paragraph, or null. `text` is the masked paragraph. */
export function findLeadIn(text: string): LeadIn | null {
  if (!/^(?:\*\*|__|\*__|_\*\*)/.test(text)) return null;
  const bold = readBold(text);
  if (!bold) return null;
  const inside = text.slice(bold.inner.start, bold.inner.end);
  const rest = text.slice(bold.end);
  const line = alone.exec(rest);
  const mark = line ? null : markAfter.exec(rest);
  if (!line && !mark && !markInside.test(inside)) return null;
  const kept = trimEndSigns(inside, dropped);
  if (!word.test(kept)) return null;
  const question: Span[] = [{ start: bold.inner.start, end: bold.inner.start + kept.length }];
  const markEnd = bold.end + (mark?.[0].length ?? 0);
  if (mark && /[?？؟]$/.test(mark[0])) question.push({ start: markEnd - 1, end: markEnd });
  const content = line
    ? bold.end + line[0].length
    : markEnd + (/^[ \t\u00a0\u202f]*/.exec(text.slice(markEnd))?.[0].length ?? 0);
  return { question, content };
}

/** Strips the markers and trailing mark from an all-bold title; returns any other title as is. */
export function withoutBold(text: string, title: Span): Span {
  const inside = text.slice(title.start, title.end);
  if (!/^(?:\*\*|__)/.test(inside)) return title;
  const bold = readBold(inside);
  if (!bold || bold.end !== inside.length) return title;
  const kept = trimEndSigns(inside.slice(bold.inner.start, bold.inner.end), dropped);
  return { start: title.start + bold.inner.start, end: title.start + bold.inner.start + kept.length };
}
