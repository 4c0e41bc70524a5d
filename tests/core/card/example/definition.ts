// A source of cards as an example: a line, and below it another that begins with a colon.
import type { Draft, SectionSource } from '../../../../src/core/card/draft.ts';
import { afterLine, lineStart } from '../../../../src/core/card/text/pieces.ts';
import type { Span } from '../../../../src/core/note/span.ts';

export const definitionCards: SectionSource = (note, section, taken) => {
  const drafts: Draft[] = [];
  const claims: Span[] = [];
  for (const { kind, start, end } of section.blocks) {
    // A more explicit source has this block.
    if (kind !== 'paragraph' || taken.some((claim) => claim.start <= start && claim.end > start)) continue;
    // Comments and formulas are blank in `masked`; offsets are those of the note.
    const mark = /\n[ \t]*:[ \t]+/.exec(note.outline.masked.slice(start, end));
    if (!mark) continue;
    drafts.push({
      source: 'separator',
      question: [{ start, end: start + mark.index }],
      answer: [[{ start: start + mark.index + mark[0].length, end }]],
      chip: null,
      nth: null,
      headings: section.headings,
      context: [note.title, ...section.shownHeadings],
      at: start,
    });
    claims.push({ start: lineStart(note.text, start), end: afterLine(note.text, end) });
  }
  return { drafts, skipped: [], claims };
};
