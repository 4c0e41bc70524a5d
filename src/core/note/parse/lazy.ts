// Lines that go on with a quote or a list item without its mark, hundreds of them. The parser copies all that it has read
// of the block for each (measured: 40 kB took 12 s), so the mark is read as text, and with it all are one paragraph.
import type { Span } from '../span.ts';

/** Nobody leaves out so many marks in a row. */
const most = 300;
/** In a shorter text there is no room for them. */
const shortest = 2 * most;
const marks = /^[ \t]{0,3}(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+/;
const fenceLine = /^[ \t>]*(`{3,}|~{3,})/;

/** The marks of quotes and items that too many lazy lines follow, in a masked text, in order. */
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
