// Quotes and lists nested deeper than anyone writes them. The parser takes quadratic time in the depth, and walking its
// tree takes stack, so anything deeper is read as text, and the note says so.
import { codeAt } from '../../text/code-at.ts';
import { isPlainLetter } from '../blanks.ts';
import type { Span } from '../span.ts';

/** Columns before the last marker that counts; a tab is 4. That is 100 lists or 200 quotes. */
const deepest = 200;
const fenceLine = /[ \t>]*(`{3,}|~{3,})/y;
const mark = /([ \t]*)(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

/** What a line has after as many characters as markers that deep take at least. */
const markSign = /[ \t>*+.)\d-]/;

/** The span of the markers that are too deep on the line at `start`, or null. */
function deepMarks(text: string, start: number): Span | null {
  let column = 0;
  let deep = -1;
  for (let at = start; ; at = mark.lastIndex) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) return deep < 0 ? null : { start: deep, end: at };
    const [all, blanks = ''] = found;
    column += all.length + 3 * (blanks.match(/\t/g)?.length ?? 0);
    if (column > deepest && deep < 0) deep = at + blanks.length;
  }
}

/** The quote and list markers in a masked text that are too deep, in order. */
export function deepSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let fence = '';
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (!isPlainLetter(codeAt(text, start))) {
      fenceLine.lastIndex = start;
      const sign = fenceLine.exec(text)?.[1] ?? '';
      if (fence !== '') fence = sign.startsWith(fence) ? '' : fence;
      else if (sign !== '') fence = sign;
      else if (4 * (end - start) > deepest && markSign.test(text.charAt(start + deepest / 4))) {
        const span = deepMarks(text, start);
        if (span) spans.push(span);
      }
    }
    start = end + 1;
  }
  return spans;
}

/** Replaces these markers with letters; same offsets. */
export function flattened(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + text.slice(start, end).replace(/[^ \t\r\n]/g, 'x');
    from = end;
  }
  return out + text.slice(from);
}
