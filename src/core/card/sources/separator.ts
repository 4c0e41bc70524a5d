// Supports the separators of the most popular flashcards plugin, so that its users can switch.
import type { Block } from '../../note/outline.ts';
import { merged, spanAt } from '../../note/sorted-spans.ts';
import type { Span } from '../../note/span.ts';
import type { Draft, NoteText, SectionSource } from '../draft.ts';
import { readLines, type Line } from '../text/lines.ts';
import { curlySpans } from '../text/deletions.ts';
import { matches, opaqueSpans, type IsSilent } from '../text/opaque.ts';
import { lineStart, matchEnd } from '../text/pieces.ts';
import { isOneWay } from '../scheduled.ts';
import type { Section } from '../section.ts';
import { blockCards } from './separator-block.ts';
import { linesBelow } from './separator-below.ts';
import { inlineCards, isReviewed, type IsOpaque } from './separator-inline.ts';
import { holdsInlineMark } from './separator-marks.ts';

/** Dataview's `[key:: value]`, and `(key:: value)` if the key is one word; Anki's `{{c1::text}}`. */
const otherMarks = /\[(?=[^[\]\n]*[^\s[\]]::)[^[\]\n]*\]|\([^\s()]+::[ \t][^()\n]*\)|\{\{c\d+::[^{}\n]*\}\}/g;

const beforeLine = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[.\][ \t])*$/;

const untilText = /[ \t\r]*/y;

/** Whether a span is the whole text of its line. Checks its end first: a line may contain many. */
function isWholeLine(text: string, { start, end }: Span): boolean {
  const stop = matchEnd(untilText, text, end);
  if (stop < text.length && text.charAt(stop) !== '\n') return false;
  return beforeLine.test(text.slice(lineStart(text, start), start));
}

const marked: ReadonlySet<string> = new Set(['delete', 'emphasis', 'highlight']);

/** Nodes whose content is never divided; bold around a whole line is only the author's style. */
function inlineIn(text: string): IsSilent {
  return ({ type }, span) => marked.has(type) || (type === 'strong' && !isWholeLine(text, span));
}

/** Finds where no mark may be, one block at a time and only where a mark was found. */
function opaqueIn(note: NoteText, section: Section): IsOpaque {
  const { masked } = note.outline;
  const known = new Map<Block, readonly Span[]>();
  const read = (block: Block): readonly Span[] => {
    if (block.kind === 'code' || block.kind === 'table' || block.kind === 'definition') return [block];
    const start = lineStart(masked, block.start);
    const text = masked.slice(start, block.end);
    const isMeant = note.options.meantSeparators;
    const spans = [
      ...opaqueSpans(text, block.kind === 'paragraph', isMeant ? inlineIn(text) : undefined),
      ...matches(otherMarks, text, 0),
      ...(isMeant ? curlySpans(text) : []),
    ];
    return merged(spans).map((span) => ({ start: start + span.start, end: start + span.end }));
  };
  return (at) => {
    const block = spanAt(section.blocks, at);
    if (!block) return false;
    const spans = known.get(block) ?? read(block);
    known.set(block, spans);
    return spanAt(spans, at) !== undefined;
  };
}

/** @param glued whether glued marks count: a schedule may prove them */
function holdsMark({ options }: NoteText, text: string, glued: boolean): boolean {
  const { block, blockBoth } = options.separators;
  if (holdsInlineMark(options, text, glued)) return true;
  return [block, blockBoth].some((mark) => mark !== '' && standsAlone(mark, text));
}

const beforeMark = /[ \t>]/;

/** Whether a line contains only the mark, ignoring quote marks. */
function standsAlone(mark: string, text: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let start = at;
    while (start > 0 && beforeMark.test(text.charAt(start - 1))) start -= 1;
    if (start > 0 && text.charAt(start - 1) !== '\n') continue;
    const end = text.indexOf('\n', at);
    if (text.slice(at + mark.length, end < 0 ? text.length : end).trim() === '') return true;
  }
  return false;
}

/** A heading with a separator in it is a card only if a schedule proves it. */
function headingCards(note: NoteText, section: Section, first: Line | undefined): Draft[] {
  const { heading } = section;
  if (!heading) return [];
  const title = note.outline.masked.slice(heading.title.start, heading.title.end);
  if (!holdsMark(note, title, true)) return [];
  const own = note.text.slice(heading.start, section.range.start);
  const isCard = own.includes('<!--SR:') || (first?.scheduled === true && first.text === '');
  return isCard ? inlineCards(note, section, heading.title, () => false, true) : [];
}

/** `Q::A`, `Q:::A`, and `?` or `??` on its own line. A card takes its lines out of the answer around it. */
export const separatorCards: SectionSource = (note, section) => {
  const { masked, hidden } = note.outline;
  const { block, blockBoth } = note.options.separators;
  const drafts: Draft[] = [];
  const claims: Span[] = [];
  const from = section.heading?.title.start ?? section.range.start;
  if (!holdsMark(note, masked.slice(from, section.range.end), true)) return { drafts, skipped: [], claims };
  const code = section.blocks.filter(({ kind }) => kind === 'code');
  const lines = readLines(note.text, masked, section.range, code, hidden);
  const isOpaque = opaqueIn(note, section);
  drafts.push(...headingCards(note, section, lines[0]));
  const { gluedSeparators } = note.options;
  const asks = (line: Line, reviewed = false): boolean =>
    !line.code && holdsMark(note, line.text, reviewed || gluedSeparators);
  let open = 0;
  let next = 0;
  /** First line of the text above the last blank line, if no card claimed it. */
  let above: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (index < next) continue;
    if (line.blank) {
      above = open < index ? open : null;
      open = index + 1;
    }
    if (line.blank || line.code) continue;
    const isMark = line.text !== '' && [block, blockBoth].includes(line.text) && !line.item;
    const cards =
      isMark && !isOpaque(line.at) ? blockCards(note, section, lines, { open, above }, index, line) : null;
    if (cards && cards.drafts.length > 0) {
      drafts.push(...cards.drafts);
      claims.push(cards.claim);
      next = cards.next;
      open = cards.next;
      continue;
    }
    const reviewed = isReviewed(line, lines[index + 1]);
    const below = asks(line, reviewed) ? linesBelow(note, lines, index, asks) : null;
    const found =
      line.task && !reviewed
        ? []
        : inlineCards(
            note,
            section,
            { start: line.at, end: line.end },
            isOpaque,
            reviewed,
            reviewed && isOneWay(note, [line, lines[index + 1]]),
            below?.run,
          );
    if (found.length > 0) {
      drafts.push(...found);
      const last = below?.run.at(-1)?.end ?? line.end + 1;
      claims.push({ start: line.start, end: Math.min(last, note.text.length) });
      next = below?.next ?? index + 1;
      open = next;
    } else if (line.scheduled) open = index + 1;
  }
  return { drafts, skipped: [], claims };
};
