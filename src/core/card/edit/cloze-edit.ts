// Puts `==` around selected texts, or takes it away where it is. What would be no highlight is refused: an edit is only
// given if the note reads as meant afterward.
import type { Nodes } from 'mdast';
import { readOutline, type Block, type Outline } from '../../note/outline.ts';
import { parseBlocks, parseInline, spanOf } from '../../note/parse/markdown.ts';
import { scanParagraphs, withoutQuoteMarks } from '../../note/scan/scan.ts';
import type { Span } from '../../note/span.ts';
import { inlineTag } from '../../note/tags/tags.ts';
import { apart } from '../text/deletions.ts';
import { silent } from '../text/opaque.ts';
import { lineStart } from '../text/pieces.ts';

/** A span of the note and its replacement. */
export interface Change extends Span {
  readonly put: string;
}

/** `empty`: nothing is selected; `place`: code and the like; `edge`: the selection crosses one. */
export type ClozeRefusal = 'empty' | 'place' | 'edge';
/** Changes in the order of the note, disjoint. */
export type ClozeEdit = readonly Change[] | ClozeRefusal;

/** A paragraph, an item's text, a cell or a heading: what a highlight cannot leave. */
interface Line extends Span {
  readonly isHeading?: boolean;
  readonly nodes: readonly Nodes[];
  /** Of the nodes' positions in the note. */
  readonly by: number;
}

const moved = (node: Nodes, by: number): Span => {
  const { start, end } = spanOf(node);
  return { start: start + by, end: end + by };
};

function linesOf(block: Block, masked: string): readonly Line[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') {
    const isHeading = block.kind === 'heading';
    const { start, end } = isHeading ? block.title : block;
    return [{ start, end, by: start, isHeading, nodes: parseInline(masked.slice(start, end)) }];
  }
  const by = lineStart(masked, block.start);
  const inside = masked.slice(by, block.end);
  const paragraphs = block.kind === 'table' ? null : scanParagraphs(inside);
  if (paragraphs)
    return paragraphs.map(({ start, end }) => {
      const nodes = parseInline(withoutQuoteMarks(inside.slice(start, end)));
      return { start: start + by, end: end + by, by: start + by, nodes };
    });
  const found: Line[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'tableCell')
      found.push({ ...moved(node, by), by, nodes: node.children });
    else if ('children' in node) node.children.forEach(visit);
  };
  parseBlocks(inside).children.forEach(visit);
  return found;
}

/** Footnote marks and addresses, which a mark inside one cuts, as it does a tag. */
const whole = /\[\^[^\]\n]+\]|(?:\w:\/\/|www\.)[^\s=]+/g;
const wholesIn = (text: string): string => [inlineTag, whole].map((one) => text.match(one)).join();

const holds = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end;
const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The nodes of a line, those within others too. */
function nodesOf({ nodes, by }: Line): readonly { readonly node: Nodes; readonly span: Span }[] {
  const found: { node: Nodes; span: Span }[] = [];
  const visit = (node: Nodes): void => {
    found.push({ node, span: moved(node, by) });
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** The highlights of a line: with their marks. */
function highlightsOf(line: Line, text: string): readonly Span[] {
  return nodesOf(line).flatMap(({ node, span }) =>
    node.type === 'highlight'
      ? apart(text, span, { start: span.start + 2, end: span.end - 2 }).map(([, inside]) => ({
          start: inside.start - 2,
          end: inside.end + 2,
        }))
      : [],
  );
}

function lineAround(outline: Outline, span: Span): Line | ClozeRefusal {
  const { blocks, bodyStart, hidden, masked } = outline;
  if (span.start < bodyStart || hidden.some((one) => meets(one, span))) return 'place';
  const block = blocks.find((one) => one.start <= span.end && span.start <= one.end);
  const hasText = block && !['code', 'html', 'rule', 'definition'].includes(block.kind);
  return hasText ? (linesOf(block, masked).find((one) => holds(one, span)) ?? 'edge') : 'place';
}

function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

/** @param text without a byte order mark; @param selections in any order */
export function clozeEdit(text: string, selections: readonly Span[]): ClozeEdit {
  const outline = readOutline(text);
  const changes: Change[] = [];
  /** The marked texts as they are afterward. */
  const meant: Span[] = [];
  let grown = 0;
  for (const selection of [...selections].sort((a, b) => a.start - b.start)) {
    const span = trimmed(text, selection);
    const { start, end } = span;
    const line = lineAround(outline, span);
    if (typeof line === 'string') return start === end ? 'empty' : line;
    const highlights = highlightsOf(line, text);
    const marked = highlights.find((one) => holds(one, span));
    if (marked) {
      if (changes.some((one) => meets(one, marked))) continue;
      const close = marked.end - 2;
      changes.push(
        { start: marked.start, end: marked.start + 2, put: '' },
        { start: close, end: marked.end, put: '' },
      );
      grown -= 4;
      continue;
    }
    if (start === end) return 'empty';
    const isIn = nodesOf(line).some(
      ({ node, span: one }) => silent.has(node.type) && meets(one, span) && !holds(span, one),
    );
    if (isIn || line.isHeading) return 'place';
    // A highlight in another and one right after another are none in the app.
    const last = meant.at(-1)?.end;
    if (last === start + grown || highlights.some((one) => one.start <= end && start <= one.end))
      return 'edge';
    changes.push({ start, end: start, put: '==' }, { start: end, end, put: '==' });
    meant.push({ start: start + grown, end: end + grown + 4 });
    grown += 4;
  }
  const edited = applied(text, changes);
  // Marks that cut one may be taken away.
  if (meant.length > 0 && wholesIn(edited) !== wholesIn(text)) return 'place';
  const after = readOutline(edited);
  const isRead = meant.every((span) => {
    const line = lineAround(after, span);
    if (typeof line === 'string') return false;
    return highlightsOf(line, edited).some(({ start, end }) => start === span.start && end === span.end);
  });
  return isRead ? changes : 'edge';
}

/** The text with changes in their order. */
export function applied(text: string, changes: readonly Change[]): string {
  let [out, at] = ['', 0];
  for (const { start, end, put } of changes) {
    out += text.slice(at, start) + put;
    at = end;
  }
  return out + text.slice(at);
}
