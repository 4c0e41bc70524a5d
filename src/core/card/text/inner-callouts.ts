// A callout that contains only callouts, as used for columns, is replaced by those.
import { findCallout } from '../../note/callout.ts';
import type { CalloutBlock } from '../../note/outline.ts';
import { sliceRun, type Span } from '../../note/span.ts';
import { subRun } from './pieces.ts';

/** Containers that have their own title are recognized by type. */
const containers: ReadonlySet<string> = new Set([
  'multi-column',
  'multi-columns',
  'column',
  'columns',
  'col',
  'cols',
  'grid',
]);
/** Nesting limit for callouts in callouts: nobody writes more. */
const deepest = 4;

/** The quotes in a text, if there are only blank lines around them; null if there is other text. */
function quotesOf(text: string): Span[] | null {
  const quotes: Span[] = [];
  let open = false;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (line.trim() === '') open = false;
    else if (!/^ {0,3}>/.test(line)) return null;
    else {
      const last = quotes.at(-1);
      if (open && last) quotes[quotes.length - 1] = { start: last.start, end };
      else quotes.push({ start, end });
      open = true;
    }
    start = end + 1;
  }
  return quotes;
}

/** The callouts that a callout is replaced by: those in it, or itself. */
export function calloutsOf(masked: string, block: CalloutBlock, depth = 0): readonly CalloutBlock[] {
  if (depth >= deepest || (block.title !== null && !containers.has(block.type))) return [block];
  const text = sliceRun(masked, block.body);
  const quotes = quotesOf(text);
  if (!quotes || quotes.length === 0) return [block];
  const inner: CalloutBlock[] = [];
  for (const quote of quotes) {
    const found = findCallout(text, quote);
    const [first] = subRun(block.body, quote.start, quote.end);
    const last = subRun(block.body, quote.start, quote.end).at(-1);
    if (!found || !first || !last) return [block];
    inner.push({
      kind: 'callout',
      type: found.type,
      title: found.title && (subRun(block.body, found.title.start, found.title.end)[0] ?? null),
      body: found.body.flatMap((span) => subRun(block.body, span.start, span.end)),
      start: first.start,
      end: last.end,
    });
  }
  return inner.flatMap((one) => calloutsOf(masked, one, depth + 1));
}
