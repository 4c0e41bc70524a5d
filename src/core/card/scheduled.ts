// Finds schedules written by the "Spaced Repetition" plugin, as far as finding cards depends on them; import/
// reads their content.
import type { Span } from '../note/span.ts';
import type { NoteText } from './draft.ts';
import { scheduleIn, type Line } from './text/lines.ts';

/** `<!--SR:!2024-02-11,84,290!2024-02-12,3,250-->` has 2 parts; the old form without `!` has 1. */
export function countScheduled(text: string): number {
  const inside = scheduleIn(text);
  if (inside === null) return 0;
  return Math.max(1, inside.split('!').length - 1);
}

export interface ScheduledText extends Span {
  /** The line with the schedule. */
  readonly line: Line;
}

/** The texts ended by a schedule, each from a blank line or the previous schedule to the end of its own. */
export function scheduledTexts(lines: readonly Line[]): ScheduledText[] {
  const texts: ScheduledText[] = [];
  let start: number | null = null;
  for (const line of lines) {
    start ??= line.start;
    if (line.scheduled) texts.push({ start, end: line.end, line });
    if ((line.blank && !line.quoted) || line.scheduled) start = null;
  }
  return texts;
}

/**
 * Whether a one-part schedule ends the text: its author had set the two-way mark to mean one way, since the other
 * plugin writes a part for each side as soon as one of them is reviewed.
 */
export function isOneWay({ text }: Pick<NoteText, 'text'>, lines: readonly (Line | undefined)[]): boolean {
  const scheduled = lines.find((line) => line?.scheduled);
  return scheduled !== undefined && countScheduled(text.slice(scheduled.start, scheduled.end)) === 1;
}
