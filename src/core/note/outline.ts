// The blocks of a note with their exact spans, the input of the card sources. A line scanner reads them, falling back
// to remark when it is unsure.
import type { RootContent } from 'mdast';
import { findCallout, type CalloutMarks } from './callout.ts';
import { parseBlocks, parseNote, spanOf } from './parse/markdown.ts';
import { frontmatterEnd, mask, type Mask } from './mask.ts';
import { scanBlocks } from './scan/scan.ts';
import type { RawBlock } from './scan/raw-block.ts';
import type { Span } from './span.ts';

export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  readonly depth: number;
  /** The heading's text, trimmed, without `#` and block id. */
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
  /** The note with comments and formulas masked; same offsets. */
  readonly masked: string;
  /** The text between the `---` lines, or null. */
  readonly frontmatter: Span | null;
  /** The end of the frontmatter, or 0. */
  readonly bodyStart: number;
  /**
   * The top-level blocks of the note, in order. Two deliberate differences from the app's sections: each block,
   * callouts included, starts at its first non-blank character, since cards are cut from there; and comments, which the
   * app counts as sections, are only in `hidden`, since no card shows them.
   */
  readonly blocks: readonly Block[];
  /** Comments and block ids, which no card shows. Sorted, disjoint. */
  readonly hidden: readonly Span[];
  /** Offset of an unclosed fence, or null. */
  readonly unclosedFence: number | null;
}

const kinds: Partial<Record<RootContent['type'], RawBlock['kind']>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  blockquote: 'quote',
  code: 'code',
  table: 'table',
  html: 'html',
  thematicBreak: 'rule',
  definition: 'definition',
  footnoteDefinition: 'definition',
};

function fromNode(node: RootContent): RawBlock | null {
  const kind = kinds[node.type];
  if (!kind) return null;
  const span = spanOf(node);
  if (node.type !== 'heading') return { kind, ...span, depth: 0, textStart: 0, textEnd: 0 };
  // A heading's text runs from its first to its last inline node; it may be empty.
  const [first, last] = [node.children[0], node.children.at(-1)];
  const textStart = first ? spanOf(first).start : span.end;
  return { kind, ...span, depth: node.depth, textStart, textEnd: last ? spanOf(last).end : span.end };
}

/** The blocks of a masked note, read by remark. */
function remarkBlocks(masked: string, hasFrontmatter: boolean): readonly RawBlock[] {
  const root = hasFrontmatter ? parseNote(masked) : parseBlocks(masked);
  return root.children.flatMap((node) => fromNode(node) ?? []);
}

/** The blocks of a masked text without frontmatter, such as the body of a callout. */
export function blocksIn(masked: string): readonly RawBlock[] {
  return scanBlocks(masked, 0) ?? remarkBlocks(masked, false);
}

const blockId = /(?:^|[ \t\r\n])\^[A-Za-z0-9-]+[ \t]*$/;

/** The span without a trailing block id (`^name`) and whitespace. */
function withoutBlockId(text: string, span: Span): Span {
  const inside = text.slice(span.start, span.end);
  const id = blockId.exec(inside.slice(-120));
  const kept = (id ? inside.slice(0, inside.length - id[0].length) : inside).trimEnd();
  return { start: span.start, end: span.start + kept.length };
}

function toBlock({ kind, start, end, depth, textStart, textEnd }: RawBlock, masked: string): Block {
  if (kind === 'heading') {
    const title = withoutBlockId(masked, { start: textStart, end: textEnd });
    return { kind, depth, title, start, end };
  }
  const marks = kind === 'quote' ? findCallout(masked, { start, end }) : null;
  return marks ? { kind: 'callout', ...marks, start, end } : { kind, start, end };
}

const lineBlockId = /[ \t]\^[A-Za-z0-9-]+[ \t]*$/gm;

/** Block ids, which no card shows. Lists may have one at the end of each line, other blocks only at their end. */
function blockIds(masked: string, blocks: readonly Block[]): Span[] {
  const found: Span[] = [];
  if (!masked.includes('^')) return found;
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

const idAlone = /^\^[A-Za-z0-9-]+[ \t]*$/;
const hasIdBelow: ReadonlySet<RawBlock['kind']> = new Set(['list', 'quote', 'table']);

/**
 * Drops paragraphs that are only the block id of the block above. As in the app, `^name` after a list, quote or table
 * and a blank line belongs to that block and is not a paragraph.
 */
function withoutIds(
  masked: string,
  raw: readonly RawBlock[],
): { kept: readonly RawBlock[]; ids: readonly Span[] } {
  if (!masked.includes('^')) return { kept: raw, ids: [] };
  const ids: Span[] = [];
  const kept = raw.filter(({ kind, start, end }, index) => {
    const above = raw[index - 1];
    if (kind !== 'paragraph' || !above || !hasIdBelow.has(above.kind)) return true;
    if (!idAlone.test(masked.slice(start, end))) return true;
    // From the end of the block, where a card looks for its id.
    const isNext = masked.slice(above.end, start).trim() === '';
    ids.push({ start: isNext ? above.end : start, end });
    return false;
  });
  return { kept, ids };
}

function toOutline(
  text: string,
  { text: masked, comments, unclosedFence }: Mask,
  raw: readonly RawBlock[],
): Outline {
  const bodyStart = frontmatterEnd(text);
  const { kept, ids } = withoutIds(masked, raw);
  const blocks = kept.map((block) => toBlock(block, masked));
  return {
    masked,
    frontmatter: bodyStart > 0 ? frontmatterSpan(text, bodyStart) : null,
    bodyStart,
    blocks,
    hidden: [...comments, ...blockIds(masked, blocks), ...ids].sort((a, b) => a.start - b.start),
    unclosedFence,
  };
}

/** The outline from the scanner, or null if it is unsure. */
export function scanOutline(text: string): Outline | null {
  const masked = mask(text);
  const raw = scanBlocks(masked.text, frontmatterEnd(text));
  return raw && toOutline(text, masked, raw);
}

/** The outline from remark, the reference. */
export function remarkOutline(text: string): Outline {
  const masked = mask(text);
  return toOutline(text, masked, remarkBlocks(masked.text, frontmatterEnd(text) > 0));
}

/**
 * Reads the blocks of a note. Any text is a valid note. `text` must have no byte order mark: micromark drops one
 * without counting it.
 */
export function readOutline(text: string): Outline {
  return scanOutline(text) ?? remarkOutline(text);
}

/** The text between the `---` lines of a frontmatter that ends at `end`. */
export function frontmatterSpan(text: string, end: number): Span {
  const start = text.indexOf('\n') + 1;
  return { start, end: Math.max(start, text.lastIndexOf('---', end)) };
}
