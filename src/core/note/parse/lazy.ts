// Hundreds of lines that continue a quote or list item without its marker. For each one, the parser copies all it has
// read of the block (measured: 40 kB took 12 s), so the marker is read as text, making them all one paragraph.
import type { Span } from '../span.ts';

/** Nobody omits that many markers in a row. */
const most = 300;
/** Shorter texts have no room for them. */
const shortest = 2 * most;
const marks = /^[ \t]{0,3}(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+/;
const fenceLine = /^[ \t>]*(`{3,}|~{3,})/;

/** The quote and item markers followed by too many lazy lines in a masked text, in order. */
export function lazySpans(text: string): readonly Span[] {
  if (text.length < shortest) return [];
  const spans: Span[] = [];
  let open: Span | null = null;
  let count = 0;
  let fence = '';
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const [, sign = ''] = fenceLine.exec(line) ?? [];
    const mark = fence === '' && sign === '' ? marks.exec(line)?.[0] : undefined;
    if (fence !== '') fence = sign.startsWith(fence) ? '' : fence;
    else if (sign !== '') fence = sign;
    if (mark !== undefined) open = { start, end: start + mark.length };
    if (mark !== undefined || fence !== '' || line.trim() === '' || /^[ \t]/.test(line)) count = 0;
    else count += 1;
    if (line.trim() === '') open = null;
    else if (open && count > most) {
      spans.push(open);
      open = null;
    }
    start = end + 1;
  }
  return spans;
}
