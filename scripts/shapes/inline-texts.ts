// The pieces of a note that are parsed as inline Markdown: headings, paragraphs, items, cells.
import { readOutline, type Outline } from '../../src/core/note/outline.ts';
import { scanParagraphs, withoutQuoteMarks } from '../../src/core/note/scan/scan.ts';

/** The cells of a table, without its delimiter row. */
function cellsOf(table: string): readonly string[] {
  const rows = table.split('\n').filter((row) => !/^[ \t>|:-]+$/.test(row));
  return rows.flatMap((row) => row.split(/(?<!\\)\|/)).map((cell) => cell.trim());
}

/** The non-empty inline texts of a masked note. */
export function inlineTexts({ masked, blocks }: Outline): readonly string[] {
  const texts = blocks.flatMap((block) => {
    const inside = masked.slice(block.start, block.end);
    switch (block.kind) {
      case 'heading':
        return [masked.slice(block.title.start, block.title.end)];
      case 'paragraph':
        return [inside];
      case 'table':
        return cellsOf(inside);
      case 'list':
      case 'quote':
      case 'callout':
      case 'definition': {
        const start = masked.lastIndexOf('\n', block.start - 1) + 1;
        const whole = masked.slice(start, block.end);
        return (scanParagraphs(whole) ?? []).map((span) =>
          withoutQuoteMarks(whole.slice(span.start, span.end)),
        );
      }
      default:
        return [];
    }
  });
  return texts.filter((text) => text.trim() !== '');
}

/** The same for a note's raw text. */
export function inlineTextsOf(text: string): readonly string[] {
  return inlineTexts(readOutline(text));
}
