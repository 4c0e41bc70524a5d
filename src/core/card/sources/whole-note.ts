// Whole notes: a note with a tag that the user chose is read again as a whole. Its title asks, all of its text answers.
import { afterSpace, beforeSpace } from '../../note/blanks.ts';
import { kindOf } from '../text/answer.ts';
import { subtract } from '../text/pieces.ts';
import type { Draft, NoteText } from '../draft.ts';

/** The draft of the note itself, or null if it says nothing. It takes nothing away from the note's other cards. */
export function wholeNote({ outline, text, title }: NoteText): Draft | null {
  const start = afterSpace(outline.masked, outline.bodyStart, text.length);
  const body = { start, end: beforeSpace(outline.masked, start, text.length) };
  const answer = [subtract(body, outline.hidden)];
  if (kindOf(outline.masked, answer) !== 'ok') return null;
  return {
    source: 'note',
    question: title,
    answer,
    chip: null,
    nth: null,
    headings: [],
    context: [],
    at: start,
  };
}
