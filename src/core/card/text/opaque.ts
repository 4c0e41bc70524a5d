// Where separators and deletions don't count: code, math, links, URLs, HTML tags, tables.
import type { Nodes } from 'mdast';
import { parseBlocks, parseInline, spanOf } from '../../note/parse/markdown.ts';
import { scanPlainParagraphs, withoutQuoteMarks } from '../../note/scan/scan.ts';
import type { Span } from '../../note/span.ts';

export const silent: ReadonlySet<Nodes['type']> = new Set([
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

/** Whether a node asks nothing; its span is relative to the given text. */
export type IsSilent = (node: Nodes, span: Span) => boolean;

const codeTag = /^<(?:script|style|pre|textarea)\b/i;
const htmlTag = /<\/?[a-z][^<>]*>/gi;
/** The matches of a pattern in a text that starts at `offset`. */
export function matches(pattern: RegExp, text: string, offset: number): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: offset + index,
    end: offset + index + found.length,
  }));
}

/** The spans of opaque nodes in a text that starts at `offset`. */
function opaqueIn(nodes: readonly Nodes[], markdown: string, offset: number, isMore?: IsSilent): Span[] {
  const spans: Span[] = [];
  const visit = (node: Nodes): void => {
    const start = offset + spanOf(node).start;
    const end = offset + spanOf(node).end;
    // URLs that remark detects late have no position.
    if (silent.has(node.type) || isMore?.(node, { start, end })) {
      if (node.position) spans.push({ start, end });
    } else if (node.type === 'html') {
      const inside = markdown.slice(start, end);
      if (codeTag.test(inside)) spans.push({ start, end });
      else spans.push(...matches(htmlTag, inside, start));
    } else if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return spans;
}

/** The same using only remark, the reference. */
export function parsedOpaqueSpans(markdown: string, isMore?: IsSilent): Span[] {
  return opaqueIn(parseBlocks(markdown).children, markdown, 0, isMore);
}

/**
 * The spans in a piece of masked Markdown whose text asks nothing. `isParagraph`: it contains no other block. The
 * scanner finds the paragraphs of most lists and quotes: remark takes quadratic time for long lists. `isMore`:
 * additional nodes that ask nothing.
 */
export function opaqueSpans(markdown: string, isParagraph = false, isMore?: IsSilent): Span[] {
  if (isParagraph) return opaqueIn(parseInline(markdown), markdown, 0, isMore);
  const paragraphs = scanPlainParagraphs(markdown);
  if (!paragraphs) return parsedOpaqueSpans(markdown, isMore);
  return paragraphs.flatMap(({ start, end }) =>
    opaqueIn(parseInline(withoutQuoteMarks(markdown.slice(start, end))), markdown, start, isMore),
  );
}
