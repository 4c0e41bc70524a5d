// Blocks and paragraphs from the line scanner, or null if only remark can tell.
import type { Span } from '../span.ts';
import { BlockScanner } from './blocks.ts';
import type { BlockDoubt, RawBlock } from './raw-block.ts';

/** A lone carriage return also ends a line, and micromark drops a byte order mark without counting it. */
const unsureText = /\r(?!\n)|^\uFEFF/;

function read(text: string, from: number): BlockScanner | BlockDoubt {
  if ((text.includes('\r') || text.startsWith('\uFEFF')) && unsureText.test(text))
    return 'a carriage return or a byte order mark';
  const scanner = new BlockScanner(text);
  scanner.run(from);
  return scanner.doubt ?? scanner;
}

function scan(text: string, from: number): BlockScanner | null {
  const scanner = read(text, from);
  return typeof scanner === 'string' ? null : scanner;
}

/** Why `scanBlocks` returns null; null if it doesn't. */
export function blockDoubt(text: string, from: number): BlockDoubt | null {
  const scanner = read(text, from);
  return typeof scanner === 'string' ? scanner : null;
}

/** Reads the blocks starting at `from`, which is 0 or the end of the frontmatter. `text` is masked. */
export function scanBlocks(text: string, from: number): readonly RawBlock[] | null {
  return scan(text, from)?.blocks ?? null;
}

/**
 * The paragraphs of one list or quote, including those of its items; null, too, if it contains headings, tables or
 * quotes, or reads as several: micromark may see one block in a note and two in the slice.
 */
export function scanParagraphs(text: string): readonly Span[] | null {
  return paragraphsOf(scan(text, 0));
}

function paragraphsOf(scanner: BlockScanner | null): readonly Span[] | null {
  if (!scanner || scanner.isMixed || scanner.blocks.length > 1) return null;
  return scanner.blocks[0]?.kind === 'table' ? null : scanner.paragraphs;
}

/** The same, but null if it contains code, HTML or a footnote: otherwise it holds only paragraphs. */
export function scanPlainParagraphs(text: string): readonly Span[] | null {
  const scanner = scan(text, 0);
  return scanner?.hasOthers === true ? null : paragraphsOf(scanner);
}

/**
 * Everything that is read as inline Markdown: paragraphs at any depth, and headings; in tables, their cells. Null if
 * only remark can tell, and if link definitions or footnotes contain some, too.
 */
export function scanInlineSpans(
  text: string,
): { readonly spans: readonly Span[]; readonly tables: readonly Span[] } | null {
  const scanner = text.includes(']:') ? null : scan(text, 0);
  if (!scanner || scanner.isMixed) return null;
  const tables = scanner.blocks.filter(({ kind }) => kind === 'table');
  const headings = scanner.blocks.filter(({ kind }) => kind === 'heading');
  if (headings.length === 0) return { spans: scanner.paragraphs, tables };
  const titles = headings.map(({ textStart, textEnd }) => ({ start: textStart, end: textEnd }));
  const spans = [...scanner.paragraphs, ...titles].sort((a, b) => a.start - b.start);
  return { spans, tables };
}

/** Replaces the quote markers before a paragraph's lines, which aren't part of it, with spaces; same offsets. */
export function withoutQuoteMarks(paragraph: string): string {
  return paragraph.replace(/\n[ \t]*(?:>[ \t]*)+/g, (marks) => `\n${' '.repeat(marks.length - 1)}`);
}
