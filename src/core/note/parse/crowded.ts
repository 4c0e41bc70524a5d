// Paragraphs crowded with opening marks that are never closed. The parser searches for each one's end to the end of the
// paragraph, which is quadratic (measured: minutes for 100 kB), so such a paragraph is read as plain text, and the note
// says so.
import { codeAt } from '../../text/code-at.ts';
import { isPlainLetter } from '../blanks.ts';
import { costOf } from './crowded-cost.ts';
import type { Span } from '../span.ts';

/** Shorter paragraphs cost too little to check. */
const shortest = 1000;
const fenceLine = /[ \t>]*(`{3,}|~{3,})/y;
/** What always ends a paragraph: a blank line, a list item, a heading. */
const boundary = /[ \t>]*(?=\r?\n|$)| {0,3}(?:[-*+]|#{1,6})[ \t]/y;
const heading = / {0,3}#{1,6}[ \t]/y;
const tableRow = /[ \t>]*\|/y;
const delimiterRow = /[ \t>|:-]+\r?$/my;

function startsWith(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function columnsOf(line: string): number {
  return line.replace(/^[ \t>]*\||\|[ \t\r]*$/g, '').split('|').length;
}

/** Whether any piece between two blank lines is long enough to be crowded; most notes have none. */
function hasLongPiece(text: string): boolean {
  let from = 0;
  while (text.length - from > shortest) {
    const end = text.indexOf('\n\n', from);
    if (end < 0 || end - from > shortest) return true;
    from = end + 2;
  }
  return false;
}

/** The crowded paragraphs of a masked text, in order. */
export function crowdedSpans(text: string): readonly Span[] {
  if (!hasLongPiece(text)) return [];
  const spans: Span[] = [];
  let start = 0;
  let fence = '';
  let isTable = false;
  let above = '';
  const close = (end: number): void => {
    if (end - start > shortest && costOf(text, start, end) > mostFor(end - start)) spans.push({ start, end });
    start = end;
  };
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    if (isPlainLetter(codeAt(text, at))) {
      if (fence !== '') start = end;
      else [isTable, above] = [false, end - at > shortest ? '' : text.slice(at, end)];
      at = end;
      continue;
    }
    const [, sign = ''] = startsWith(fenceLine, text, at) ?? [];
    if (fence !== '') {
      if (sign.startsWith(fence)) fence = '';
      start = end;
    } else if (sign !== '') {
      close(at);
      fence = sign;
      start = end;
    } else {
      const isRow: boolean = isTable && startsWith(tableRow, text, at) !== null;
      if (isRow || startsWith(boundary, text, at)) close(at);
      if (startsWith(heading, text, at)) close(end);
      isTable = isRow || (startsWith(delimiterRow, text, at) !== null && isHead(above, text.slice(at, end)));
      above = end - at > shortest ? '' : text.slice(at, end);
    }
    at = end;
  }
  close(text.length);
  return spans;
}

function isHead(above: string, delimiters: string): boolean {
  return (
    above.includes('|') &&
    delimiters.includes('-') &&
    columnsOf(above.trimEnd()) === columnsOf(delimiters.trimEnd())
  );
}

/** Steps allowed for a paragraph of that length. */
function mostFor(length: number): number {
  return Math.max(250_000, 4 * length);
}

/** The character that opens a line may start a new block; rules and a table's delimiter rows are blocks. */
const lineStart =
  /^(?:[ \t>|:=-]+\r?$|[ \t>*]+\r?$|[ \t>_]+\r?$|[ \t>]*(?:(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]+){0,3}[^\s\w[]?)/gm;

/** Replaces everything in those spans with words that the parser steps over; same offsets. */
export function thinned(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start);
    from = start;
    for (const { index, 0: kept } of text.slice(start, end).matchAll(lineStart)) {
      out += blurred(text.slice(from, start + index)) + kept;
      from = start + index + kept.length;
    }
    out += blurred(text.slice(from, end));
    from = end;
  }
  return out + text.slice(from);
}

/** Keeps bars: they separate table cells. */
function blurred(text: string): string {
  return text.replace(/\\\|/g, 'xx').replace(/[^|\r\n]/g, 'x');
}
