// The texts of a section that may hide something: paragraphs, list items, quote and callout lines, table rows.
import type { Nodes, Table } from 'mdast';
import { parseBlocks, spanOf } from '../../note/parse/markdown.ts';
import type { Block } from '../../note/outline.ts';
import type { Run, Span } from '../../note/span.ts';
import { scanParagraphs } from '../../note/scan/scan.ts';
import { lineStart, matchEnd } from './pieces.ts';

export interface ClozeText {
  /** The text shown: without quote and list marks at the start of its lines. */
  readonly run: Run;
  /** The part of the note where it can hide something. */
  readonly within: Span;
  /** Tasks and HTML blocks hide nothing, unless a schedule proves otherwise. */
  readonly needsProof: boolean;
  /** A table row is shown with its header and never cut. */
  readonly isRow?: boolean;
}

const container = /[ \t]*(?:>[ \t]*)*/y;

/** The lines of a span, each but the first without the marks before its text. */
function linesOf(masked: string, span: Span): Span[] {
  const lines: Span[] = [];
  for (let at = span.start; at < span.end;) {
    const next = masked.indexOf('\n', at);
    const end = next < 0 || next >= span.end ? span.end : next + 1;
    const start = at === span.start ? at : matchEnd(container, masked, at);
    lines.push({ start: Math.min(start, end), end });
    at = end;
  }
  return lines;
}

function tableTexts(masked: string, table: Table, offset: number): ClozeText[] {
  const span = { start: offset + spanOf(table).start, end: offset + spanOf(table).end };
  const lines = linesOf(masked, span);
  return table.children.map((row, index) => {
    const within = { start: offset + spanOf(row).start, end: offset + spanOf(row).end };
    // A row says little without its table header.
    const own = index === 0 ? [] : lines.slice(index + 1, index + 2);
    return { run: [...lines.slice(0, 2), ...own], within, needsProof: false };
  });
}

const loneReturn = /\r(?!\n)/;

/** The same for a table of the note without a parser: each line but the second is a row. Null if it may be read otherwise. */
function scannedRows(masked: string, table: Span): ClozeText[] | null {
  const [head, delimiters, ...rows] = linesOf(masked, table);
  if (!head || !delimiters || masked.charAt(head.start) !== '|') return null;
  if (loneReturn.test(masked.slice(table.start, table.end))) return null;
  const header = [head, delimiters];
  const rowOf = (line: Span, run: Run): ClozeText => {
    const isBroken = masked.charAt(line.end - 1) === '\n';
    const end = !isBroken ? line.end : line.end - (masked.charAt(line.end - 2) === '\r' ? 2 : 1);
    return { run, within: { start: line.start, end }, needsProof: false };
  };
  return [rowOf(head, header), ...rows.map((row) => rowOf(row, [...header, row]))];
}

/** A callout's first line is separate: it is the title. */
function bodyOf(masked: string, span: Span, isFirst: boolean): Span | null {
  if (!isFirst || !/^\[!/.test(masked.slice(span.start, span.start + 2))) return span;
  const end = masked.indexOf('\n', span.start);
  if (end < 0 || end >= span.end) return null;
  return { start: matchEnd(container, masked, end + 1), end: span.end };
}

/** The texts of one block, in order. */
export function clozeTexts(masked: string, block: Block): ClozeText[] {
  if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'definition') return [];
  if (block.kind === 'html') return [{ run: linesOf(masked, block), within: block, needsProof: true }];
  if (block.kind === 'paragraph') return [{ run: linesOf(masked, block), within: block, needsProof: false }];
  return scannedTexts(masked, block) ?? parsedTexts(masked, block);
}

const task = /^\[[ xX]\](?=\s|$)/;

/** The texts of a list, quote or table without a parser, or null: most contain only paragraphs and no tasks. */
export function scannedTexts(masked: string, block: Block): ClozeText[] | null {
  if (block.kind === 'table') return scannedRows(masked, block);
  const offset = lineStart(masked, block.start);
  const paragraphs = scanParagraphs(masked.slice(offset, block.end));
  if (
    !paragraphs ||
    paragraphs.some(({ start }) => task.test(masked.slice(offset + start, offset + start + 4)))
  )
    return null;
  return paragraphs.flatMap((span, index) => {
    const whole = { start: offset + span.start, end: offset + span.end };
    // Blank lines may precede it; an item would have its marker there.
    const opensQuote = index === 0 && /^>[>\s]*$/.test(masked.slice(block.start, whole.start));
    const within = bodyOf(masked, whole, opensQuote);
    return within ? [{ run: linesOf(masked, within), within, needsProof: false }] : [];
  });
}

/** The texts of a list, quote or table as parsed by remark, the reference. */
export function parsedTexts(masked: string, block: Block): ClozeText[] {
  const offset = lineStart(masked, block.start);
  const texts: ClozeText[] = [];
  const visit = (node: Nodes, task: boolean, opensQuote: boolean): void => {
    if (node.type === 'table') texts.push(...tableTexts(masked, node, offset));
    else if (node.type === 'paragraph') {
      const whole = { start: offset + spanOf(node).start, end: offset + spanOf(node).end };
      const span = bodyOf(masked, whole, opensQuote);
      if (span) texts.push({ run: linesOf(masked, span), within: span, needsProof: task });
    } else if ('children' in node && node.type !== 'heading') {
      const isTask = node.type === 'listItem' && typeof node.checked === 'boolean';
      node.children.forEach((child, index) => {
        visit(child, isTask, node.type === 'blockquote' && index === 0);
      });
    }
  };
  visit(parseBlocks(masked.slice(offset, block.end)), false, false);
  return texts;
}
