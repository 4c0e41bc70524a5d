// Blocks and paragraphs by the line scanner, or null where remark alone is sure.
import type { Span } from '../span.ts';
import { BlockScanner } from './blocks.ts';
import type { BlockDoubt, RawBlock } from './raw-block.ts';

/** A carriage return alone ends a line, too, and micromark drops a byte order mark without counting it. */
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

/** Why `scanBlocks` gives null; null where it doesn't. */
export function blockDoubt(text: string, from: number): BlockDoubt | null {
  const scanner = read(text, from);
  return typeof scanner === 'string' ? scanner : null;
}

/** Reads the blocks from `from` on, which is 0 or the end of the frontmatter. `text` is masked. */
export function scanBlocks(text: string, from: number): readonly RawBlock[] | null {
  return scan(text, from)?.blocks ?? null;
}

/** The paragraphs of one list or quote, those of its items included; null, too, where headings, tables or quotes stand in
 * it, or where it reads as several: micromark may see one block in a note and two in the slice. */
export function scanParagraphs(text: string): readonly Span[] | null {
  return paragraphsOf(scan(text, 0));
}

function paragraphsOf(scanner: BlockScanner | null): readonly Span[] | null {
  return scanner && !scanner.isMixed && scanner.blocks.length <= 1 ? scanner.paragraphs : null;
}

/** The same, and null where code, HTML or a footnote stands in it: paragraphs are all it holds then. */
export function scanPlainParagraphs(text: string): readonly Span[] | null {
  const scanner = scan(text, 0);
  return scanner?.hasOthers === true ? null : paragraphsOf(scanner);
}

/**
 * Everything that is read as inline Markdown: paragraphs wherever they stand, and headings. Null where only remark is
 * sure, and where tables, link definitions or footnotes hold some, too.
 */
export function scanInlineSpans(text: string): readonly Span[] | null {
  const scanner = text.includes(']:') ? null : scan(text, 0);
  if (!scanner || scanner.isMixed || scanner.blocks.some(({ kind }) => kind === 'table')) return null;
  const headings = scanner.blocks.filter(({ kind }) => kind === 'heading');
  if (headings.length === 0) return scanner.paragraphs;
  const titles = headings.map(({ textStart, textEnd }) => ({ start: textStart, end: textEnd }));
  return [...scanner.paragraphs, ...titles].sort((a, b) => a.start - b.start);
}

/** A paragraph with blanks in the place of the quote marks before its lines, which are none of it; the same offsets. */
export function withoutQuoteMarks(paragraph: string): string {
  return paragraph.replace(/\n[ \t]*(?:>[ \t]*)+/g, (marks) => `\n${' '.repeat(marks.length - 1)}`);
}
