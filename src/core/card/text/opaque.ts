// Where no separator and no deletion counts: code, maths, links, URLs, HTML tags, tables.
import type { Nodes } from 'mdast';
import { parseBlocks, parseInline, spanOf } from '../../note/parse/markdown.ts';
import type { Span } from '../../note/span.ts';

const silent: ReadonlySet<Nodes['type']> = new Set([
  'code',
  'definition',
  'embed',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'inlineMath',
  'link',
  'linkReference',
  'math',
  'table',
  'wikiLink',
]);

const codeTag = /^<(?:script|style|pre|textarea)\b/i;
const htmlTag = /<\/?[a-z][^<>]*>/gi;
/** What a pattern finds in a text that starts at `offset`. */
export function matches(pattern: RegExp, text: string, offset: number): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: offset + index,
    end: offset + index + found.length,
  }));
}

/** The spans of a piece of masked Markdown whose text asks nothing. `isParagraph`: it holds no other block. */
export function opaqueSpans(markdown: string, isParagraph = false): Span[] {
  const spans: Span[] = [];
  const visit = (node: Nodes): void => {
    if (silent.has(node.type)) spans.push(spanOf(node));
    else if (node.type === 'html') {
      const { start, end } = spanOf(node);
      const inside = markdown.slice(start, end);
      if (codeTag.test(inside)) spans.push({ start, end });
      else spans.push(...matches(htmlTag, inside, start));
    } else if ('children' in node) node.children.forEach(visit);
  };
  (isParagraph ? parseInline(markdown) : parseBlocks(markdown).children).forEach(visit);
  return spans;
}
