// A question, a `?` or `??` line, and an answer: from the blank line above to the blank line below.
import { withoutBold } from '../../note/lead-in.ts';
import type { Run, Span } from '../../note/span.ts';
import type { Draft, NoteText } from '../draft.ts';
import { calloutHead, cutAt, type Line } from '../text/lines.ts';
import { isOneWay } from '../scheduled.ts';
import type { Section } from '../section.ts';
import { holdsInlineMark } from './separator-marks.ts';
import { side, sideCards } from './separator-sides.ts';

/** Line indices, half-open. */
interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The first line of a list item. */
interface Item {
  readonly at: number;
  /** Columns before its text. */
  readonly column: number;
}

const onlyTags = /^(?:<\/?[a-z][^<>]*>\s*)+$/i;

/** The list item that contains the line at `index`, if it is indented into one. */
function itemOf(lines: readonly Line[], open: number, index: number, mark: Line): Item | null {
  if (mark.quoted || mark.indent === 0) return null;
  for (let at = index - 1; at >= open; at -= 1) {
    const line = lines[at];
    if (line?.item && line.column <= mark.indent) return { at, column: line.column };
  }
  return null;
}

/** Blank before the first line and after the last. */
function textAt(lines: readonly Line[], index: number): string {
  return lines[index]?.text ?? '';
}

function questionLines(
  lines: readonly Line[],
  open: number,
  index: number,
  quoted: boolean,
  item: Item | null,
): LineRange {
  let from = item?.at ?? open;
  if (quoted) {
    from = index;
    while (from > open && lines[from - 1]?.quoted && !calloutHead.test(textAt(lines, from - 1))) from -= 1;
  }
  while (from < index - 1 && /^<details\b/i.test(textAt(lines, from))) from += 1;
  while (from < index - 1 && onlyTags.test(textAt(lines, from))) from += 1;
  return { from, to: index };
}

/** Up to the blank line, the schedule, or the end of the list item or quote that contains the question. */
function answerEnd(lines: readonly Line[], from: number, quoted: boolean, column: number | null): number {
  // In a quote a callout's first line ends nothing; outside an item a line may be indented less.
  let to = quoted || column !== null ? from : (lines[from]?.textEnd ?? from);
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    if (!line || line.blank) break;
    if (!quoted && line.quoted && calloutHead.test(line.text)) break;
    if (column !== null && line.indent < column && !line.scheduled) break;
    if (line.scheduled) return to + 1;
  }
  return to;
}

function withoutTagLines(lines: readonly Line[], { from, to }: LineRange): LineRange {
  let end = to;
  const isTags = (line: Line | undefined): boolean => line !== undefined && onlyTags.test(line.text);
  while (end - 1 > from && isTags(lines[end - 1])) end -= 1;
  return { from, to: end };
}

/** An answer that starts below one blank line, if there is nothing above it. */
function answerBelow(note: NoteText, lines: readonly Line[], index: number): LineRange | null {
  const { block, blockBoth } = note.options.separators;
  const from = index + 2;
  if (!lines[index + 1]?.blank || lines[from] === undefined || lines[from].blank) return null;
  const to = answerEnd(lines, from, false, null);
  const own = lines.slice(from, to);
  const glued = note.options.gluedSeparators || own.some(({ scheduled }) => scheduled);
  const holdsCard = own.some(
    ({ text }) => [block, blockBoth].includes(text) || holdsInlineMark(note.options, text, glued),
  );
  return holdsCard ? null : { from, to };
}

function answerLines(
  note: NoteText,
  lines: readonly Line[],
  index: number,
  quoted: boolean,
  column: number | null,
): LineRange | null {
  const { blockEnd } = note.options.separators;
  if (blockEnd !== '') {
    const end = lines.findIndex(({ text, code }, at) => at > index && !code && text === blockEnd);
    return { from: index + 1, to: end < 0 ? lines.length : end };
  }
  const to = answerEnd(lines, index + 1, quoted, column);
  if (to > index + 1) return withoutTagLines(lines, { from: index + 1, to });
  return column === null && !quoted ? answerBelow(note, lines, index) : null;
}

function runOf(
  note: NoteText,
  lines: readonly Line[],
  { from, to }: LineRange,
  quoted: boolean,
  column: number,
): Span[] {
  return lines.slice(from, to).map((line) => ({
    start: cutAt(note.outline.masked, line, quoted && line.quoted, column),
    end: Math.min(line.end + 1, note.text.length),
  }));
}

function questionRun(
  note: NoteText,
  lines: readonly Line[],
  range: LineRange,
  mark: Line,
  inItem: boolean,
): Run {
  const run = runOf(note, lines, range, mark.quoted, mark.indent);
  const first = lines[range.from];
  const [head, ...rest] = run;
  // A list of several items is the question as a whole; a single item's marker isn't part of it.
  if (!first || !head || !(inItem || rest.length === 0)) return side(note, run);
  const shown = side(note, [{ start: first.at, end: head.end }, ...rest]);
  const [only] = shown;
  return only && shown.length === 1 ? [withoutBold(note.outline.masked, only)] : shown;
}

/** The lines of a `<details>` that contains only the range, or the range unchanged. */
function withDetails(lines: readonly Line[], { from, to }: LineRange): LineRange {
  let [first, end] = [from - 1, to];
  while (lines[first]?.blank) first -= 1;
  while (lines[end]?.blank) end += 1;
  const opens = /^<details\b/i.test(textAt(lines, first));
  return opens && /^<\/details>$/i.test(textAt(lines, end)) ? { from: first, to: end + 1 } : { from, to };
}

/** Where a separator's text starts. */
interface Opening {
  /** First line of the text that contains it. */
  readonly open: number;
  /** First line of the text above the preceding blank line, if unclaimed. */
  readonly above: number | null;
}

/** The question above a separator that has a blank line on each side, as some formatters leave it. */
function looseQuestion(
  note: NoteText,
  lines: readonly Line[],
  { open, above }: Opening,
  index: number,
): LineRange | null {
  const isLoose = open === index && lines[index - 1]?.blank && lines[index + 1]?.blank;
  if (!note.options.meantSeparators || !isLoose || above === null || lines[index]?.quoted) return null;
  const range = { from: above, to: index - 1 };
  return lines.slice(range.from, range.to).some(({ quoted, code }) => quoted || code) ? null : range;
}

export interface BlockCards {
  readonly drafts: Draft[];
  readonly claim: Span;
  /** Index of the line after the card. */
  readonly next: number;
}

/**
 * The cards of the separator `mark` on line `index`. The heading is the question if the separator is directly
 * below it.
 */
export function blockCards(
  note: NoteText,
  section: Section,
  lines: readonly Line[],
  opening: Opening,
  index: number,
  mark: Line,
): BlockCards | null {
  const { open } = opening;
  const item = itemOf(lines, open, index, mark);
  const answers = answerLines(note, lines, index, mark.quoted, item?.column ?? null);
  const range =
    looseQuestion(note, lines, opening, index) ?? questionLines(lines, open, index, mark.quoted, item);
  const fromHeading = index === 0 && section.heading !== null;
  if (!answers || (range.from >= range.to && !fromHeading)) return null;
  // Without an end mark an answer ends at its first schedule: no need to check the lines of all.
  const mayBeScheduled = note.options.separators.blockEnd === '' ? answers.to - 1 : answers.from;
  const isReviewed = (): boolean =>
    lines.slice(mayBeScheduled, answers.to + 1).some(({ scheduled }) => scheduled);
  if (lines[range.from]?.task && !isReviewed()) return null;
  const title = section.heading?.title;
  const question =
    fromHeading && title
      ? side(note, [withoutBold(note.outline.masked, title)])
      : questionRun(note, lines, range, mark, item !== null);
  const answer = side(note, runOf(note, lines, answers, mark.quoted, mark.indent));
  const bothWays =
    mark.text === note.options.separators.blockBoth &&
    !isOneWay(note, lines.slice(answers.from, answers.to + 1));
  const drafts = sideCards(note, section, { question, answer, bothWays, fromHeading });
  // The end mark belongs to its card: it is neither the next question nor part of the surrounding text.
  const { blockEnd } = note.options.separators;
  const isClosed = blockEnd !== '' && lines[answers.to]?.text === blockEnd;
  const taken = withDetails(lines, { from: range.from, to: answers.to + (isClosed ? 1 : 0) });
  const start = fromHeading ? section.range.start : (lines[taken.from]?.start ?? mark.start);
  const end = lines[taken.to - 1]?.end ?? mark.end;
  return {
    drafts,
    claim: { start, end: Math.min(end + 1, note.text.length) },
    next: Math.max(taken.to, index + 1),
  };
}
