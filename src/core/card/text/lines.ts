// A section as lines, with the quote and list marks before each line's text separated.
import { spanAt } from '../../note/sorted-spans.ts';
import type { Span } from '../../note/span.ts';
import { matchEnd } from './pieces.ts';

export interface Line extends Span {
  /** After the quote marks. */
  readonly body: number;
  /** Start of the text: after quote marks, a list marker and a task's checkbox. */
  readonly at: number;
  /** The masked text from `at`, without trailing whitespace. */
  readonly text: string;
  /** Columns before the first non-blank character, not counting quote marks; a tab counts as 4. */
  readonly indent: number;
  /** Columns before `at`, counted the same way. */
  readonly column: number;
  readonly quoted: boolean;
  readonly item: boolean;
  readonly task: boolean;
  /** Only whitespace and quote marks, outside code and comments. */
  readonly blank: boolean;
  readonly code: boolean;
  /** Contains a comment with a schedule of the plugin "Spaced Repetition". */
  readonly scheduled: boolean;
  /**
   * Index of the first line from this one on that definitely ends a text: a blank line, one with a schedule, or a
   * callout's first line; the number of lines if none does. Precomputed: many texts of a list may end at one line.
   */
  readonly textEnd: number;
}

/** Quote marks: `>` with whitespace around it. */
const quoteMarks = /(?:[ \t]*>)+[ \t]?/y;
const itemMark = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/y;
const taskBox = /\[[^\]\n]\][ \t]+/y;
const blanks = /[ \t]*/y;
const scheduleMark = '<!--SR:';
/** The start of a callout, after its quote mark. */
export const calloutHead = /^\[![^\]]+\]/;

/** The content of a line's first schedule, or null. */
export function scheduleIn(line: string): string | null {
  const mark = line.indexOf(scheduleMark);
  const end = mark < 0 ? -1 : line.indexOf('-->', mark);
  return end < 0 ? null : line.slice(mark + scheduleMark.length, end);
}

function columns(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) count += text.charAt(at) === '\t' ? 4 : 1;
  return count;
}

/**
 * The lines of a range. A math block is one line, since its line ends are masked.
 * @param code spans of code blocks
 * @param hidden comments: a blank line inside one doesn't end a text
 */
export function readLines(
  text: string,
  masked: string,
  range: Span,
  code: readonly Span[],
  hidden: readonly Span[],
): Line[] {
  const lines: (Line & { textEnd: number })[] = [];
  for (let start = range.start; start < range.end;) {
    const next = masked.indexOf('\n', start);
    const stop = next < 0 || next > range.end ? range.end : next;
    const raw = text.slice(start, stop);
    const quoteEnd = matchEnd(quoteMarks, masked, start);
    const itemEnd = Math.min(matchEnd(itemMark, masked, quoteEnd), stop);
    const item = itemEnd > quoteEnd;
    const boxEnd = item ? matchEnd(taskBox, masked, itemEnd) : itemEnd;
    const at = Math.min(matchEnd(blanks, masked, boxEnd), stop);
    const indentEnd = matchEnd(blanks, masked, quoteEnd);
    const isCode = spanAt(code, Math.max(start, indentEnd)) !== undefined;
    lines.push({
      start,
      end: stop,
      body: Math.min(quoteEnd, stop),
      at,
      text: masked.slice(at, stop).trimEnd(),
      indent: columns(masked, quoteEnd, indentEnd),
      column: columns(masked, quoteEnd, at),
      quoted: quoteEnd > start,
      item,
      task: boxEnd > itemEnd,
      blank: !isCode && text.slice(quoteEnd, stop).trim() === '' && !spanAt(hidden, start),
      code: isCode,
      scheduled: scheduleIn(raw) !== null,
      textEnd: 0,
    });
    start = stop + 1;
  }
  return withTextEnds(lines);
}

/** Sets `textEnd` in place: copies of all lines took longer than reading them. */
function withTextEnds(lines: (Line & { textEnd: number })[]): Line[] {
  let textEnd = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (!line) continue;
    if (line.blank || line.scheduled || (line.quoted && calloutHead.test(line.text))) textEnd = index;
    line.textEnd = textEnd;
  }
  return lines;
}

/** Start of the line's text after quote marks (if `quoted`) and up to `column` columns of whitespace are removed. */
export function cutAt(masked: string, line: Line, quoted: boolean, column: number): number {
  let at = quoted ? line.body : line.start;
  for (let left = column; left > 0 && at < line.end; at += 1) {
    const char = masked.charAt(at);
    if (char !== ' ' && char !== '\t') break;
    left -= char === '\t' ? 4 : 1;
  }
  return at;
}
