// The blocks of a note with their exact spans, read from remark's tree. What the card sources work on.
import type { RootContent } from 'mdast';
import { findCallout, type CalloutMarks } from './callout.ts';
import { parseBlocks, spanOf } from './markdown.ts';
import { frontmatterEnd, mask } from './mask.ts';
import type { Span } from './span.ts';

export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  readonly depth: number;
  /** The heading's text without `#`, block id and blanks. */
  readonly title: Span;
}

export interface CalloutBlock extends Span, CalloutMarks {
  readonly kind: 'callout';
}

export interface OtherBlock extends Span {
  readonly kind: 'paragraph' | 'list' | 'quote' | 'code' | 'table' | 'html' | 'rule' | 'definition';
}

export type Block = HeadingBlock | CalloutBlock | OtherBlock;

export interface Outline {
  /** The note with comments and formulas masked; the same offsets. */
  readonly masked: string;
  /** What stands between the `---` lines, or null. */
  readonly frontmatter: Span | null;
  /** Where the frontmatter ends, or 0. */
  readonly bodyStart: number;
  /** The blocks that stand directly in the note, in order; each starts at its first character that is no blank. */
  readonly blocks: readonly Block[];
  /** Comments and block ids, which no card shows. Sorted, disjoint. */
  readonly hidden: readonly Span[];
  /** Offset of a fence that is never closed, or null. */
  readonly unclosedFence: number | null;
}

const kinds: Partial<Record<RootContent['type'], OtherBlock['kind']>> = {
  paragraph: 'paragraph',
  list: 'list',
  code: 'code',
  table: 'table',
  html: 'html',
  thematicBreak: 'rule',
  definition: 'definition',
  footnoteDefinition: 'definition',
};

/** A heading's text: between the first and the last inline node, or nothing. */
function titleOf(node: Extract<RootContent, { type: 'heading' }>, masked: string): Span {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) return { start: spanOf(node).end, end: spanOf(node).end };
  return withoutBlockId(masked, { start: spanOf(first).start, end: spanOf(last).end });
}

const blockId = /(?:^|[ \t\r\n])\^[A-Za-z0-9-]+[ \t]*$/;

/** The span without a block id (`^name`) and blanks at its end. */
export function withoutBlockId(text: string, span: Span): Span {
  const inside = text.slice(span.start, span.end);
  const id = blockId.exec(inside.slice(-120));
  const kept = (id ? inside.slice(0, inside.length - id[0].length) : inside).trimEnd();
  return { start: span.start, end: span.start + kept.length };
}

function toBlock(node: RootContent, masked: string): Block | null {
  const span = spanOf(node);
  if (node.type === 'heading')
    return { kind: 'heading', depth: node.depth, title: titleOf(node, masked), ...span };
  if (node.type === 'blockquote') {
    const marks = findCallout(masked, span);
    return marks ? { kind: 'callout', ...marks, ...span } : { kind: 'quote', ...span };
  }
  const kind = kinds[node.type];
  return kind ? { kind, ...span } : null;
}

const lineBlockId = /[ \t]\^[A-Za-z0-9-]+[ \t]*$/gm;

/** Block ids, which no card shows. Lists may have one at the end of each line, other blocks at their end only. */
function blockIds(masked: string, blocks: readonly Block[]): Span[] {
  const found: Span[] = [];
  for (const block of blocks) {
    const inside = masked.slice(block.start, block.end);
    if (!inside.includes('^')) continue;
    if (block.kind === 'paragraph' || block.kind === 'callout' || block.kind === 'quote') {
      const { end } = withoutBlockId(masked, block);
      if (/\^/.test(masked.slice(end, block.end))) found.push({ start: end, end: block.end });
    } else if (block.kind === 'list' && !/```|~~~/.test(inside)) {
      for (const { index, 0: id } of inside.matchAll(lineBlockId)) {
        found.push({ start: block.start + index, end: block.start + index + id.length });
      }
    }
  }
  return found;
}

/**
 * Reads the blocks of a note. Any text is a note; nothing is refused.
 * `text` has no byte order mark: micromark drops one without counting it.
 */
export function readOutline(text: string): Outline {
  const { text: masked, comments, unclosedFence } = mask(text);
  const bodyStart = frontmatterEnd(text);
  const blocks: Block[] = [];
  for (const node of parseBlocks(masked).children) {
    const block = node.type === 'yaml' ? null : toBlock(node, masked);
    if (block) blocks.push(block);
  }
  return {
    masked,
    frontmatter: bodyStart > 0 ? frontmatterSpan(text, bodyStart) : null,
    bodyStart,
    blocks,
    hidden: [...comments, ...blockIds(masked, blocks)].sort((a, b) => a.start - b.start),
    unclosedFence,
  };
}

function frontmatterSpan(text: string, end: number): Span {
  const start = text.indexOf('\n') + 1;
  return { start, end: Math.max(start, text.lastIndexOf('---', end)) };
}
