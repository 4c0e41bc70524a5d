// A note as a list of sections: the text before the first heading, then each heading with its own text.
import type { Block, HeadingBlock, Outline } from '../note/outline.ts';
import { keptText, plainText } from '../note/plain-text.ts';
import { withoutBold } from '../note/lead-in.ts';
import type { Span } from '../note/span.ts';
import { afterLine, lineStart } from './text/pieces.ts';
import { says } from './text/says.ts';

export interface Section {
  /** Null for the text before the first heading. */
  readonly heading: HeadingBlock | null;
  /** The text below the heading, up to the next heading of any level. */
  readonly range: Span;
  readonly blocks: readonly Exclude<Block, HeadingBlock>[];
  /** Plain heading texts from the outermost to this section's own, as used to match history. */
  readonly headings: readonly string[];
  /** The same, as shown to the reader. */
  readonly shownHeadings: readonly string[];
  /** Text of the nearest heading with a usable question, its own or one above; null: fall back to the note title. */
  readonly asking: Span | null;
}

/** Splits a note into sections. Levels may be skipped; the parent is the nearest earlier heading of a higher level. */
export function readSections(text: string, outline: Outline): readonly Section[] {
  const sections: Section[] = [];
  const above: { depth: number; text: string; shown: string; asking: Span | null }[] = [];
  let heading: HeadingBlock | null = null;
  let start = outline.bodyStart;
  let blocks: Exclude<Block, HeadingBlock>[] = [];
  const close = (end: number): void => {
    const headings = above.map((one) => one.text);
    const shownHeadings = above.map((one) => one.shown);
    const asking = above.at(-1)?.asking ?? null;
    const range = { start: Math.min(start, end), end };
    sections.push({ heading, range, blocks, headings, shownHeadings, asking });
  };
  for (const block of outline.blocks) {
    if (block.kind !== 'heading') {
      blocks.push(block);
      continue;
    }
    close(lineStart(text, block.start));
    while ((above.at(-1)?.depth ?? 0) >= block.depth) above.pop();
    const title = outline.masked.slice(block.title.start, block.title.end);
    const kept = keptText(title);
    above.push({
      depth: block.depth,
      text: kept,
      shown: /\[\[|<br/i.test(title) ? plainText(title) : kept,
      asking: says(title) ? withoutBold(outline.masked, block.title) : (above.at(-1)?.asking ?? null),
    });
    heading = block;
    start = afterLine(text, block.end);
    blocks = [];
  }
  close(text.length);
  return sections;
}
