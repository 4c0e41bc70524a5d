// Lines indented below an item with a separator: they belong to its answer.
import type { Run } from '../../note/span.ts';
import type { NoteText } from '../draft.ts';
import { cutAt, type Line } from '../text/lines.ts';

export interface Below {
  readonly run: Run;
  /** Index of the line after them. */
  readonly next: number;
}

/**
 * The lines below the item on line `index`, up to the next line indented no deeper. A blank line counts if the text
 * continues below it. None if one of them may itself be a card (`asks`).
 */
export function linesBelow(
  note: NoteText,
  lines: readonly Line[],
  index: number,
  asks: (line: Line) => boolean,
): Below | null {
  const item = lines[index];
  if (!note.options.meantSeparators || !item?.item || item.quoted) return null;
  // A schedule may come between the item and the lines below it.
  const schedule = lines[index + 1];
  const from = schedule?.scheduled && schedule.text === '' ? index + 2 : index + 1;
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.quoted || (!line.blank && line.indent <= item.indent)) break;
    if (line.scheduled || asks(line)) return null;
    if (!line.blank) next = at + 1;
  }
  const first = lines.slice(from, next).find(({ blank }) => !blank);
  if (!first) return null;
  const run = lines.slice(from, next).map((line) => ({
    start: cutAt(note.outline.masked, line, false, first.indent),
    end: Math.min(line.end + 1, note.text.length),
  }));
  return { run: [{ start: item.end, end: item.end + 1 }, ...run], next };
}
