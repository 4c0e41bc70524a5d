// `Q::A` and `Q:::A` on one line.
import { withoutBold } from '../../note/lead-in.ts';
import type { Run, Span } from '../../note/span.ts';
import type { Draft, NoteText } from '../draft.ts';
import type { Line } from '../text/lines.ts';
import type { Section } from '../section.ts';
import { inlineMarks, placesOf, type InlineMark } from './separator-marks.ts';
import { side, sideCards } from './separator-sides.ts';

/** Whether a span asks nothing: code, math, links. */
export type IsOpaque = (at: number) => boolean;

interface Divider extends InlineMark {
  readonly at: number;
}

const fieldKey = /^[*_~]*[^\s*_~]+[*_~]*$/;
/** May start with an emoji and contain `_`. */
const wordKey = /^(?:\p{So}[\p{So}\p{Sk}\p{Cf}]*[ \t]*)?[\p{L}\p{M}\p{N}_/*~-]+$/u;
/** Requests the emoji form of a character that has two. */
const emojiLook = '\ufe0f';

/** A Dataview field, `key:: value`: one word, no space before the colons and one after. */
function isField(note: NoteText, before: string, after: string): boolean {
  const isKey =
    fieldKey.test(before) || (note.options.meantSeparators && wordKey.test(before.replaceAll(emojiLook, '')));
  return isKey && (after === '' || /^\s/.test(after));
}

/** The position that divides the line, or null. A glued mark divides a line that was reviewed as a card. */
function findDivider(note: NoteText, text: Span, isOpaque: IsOpaque, reviewed: boolean): Divider | null {
  const masked = note.outline.masked.slice(text.start, text.end);
  let opaque: Divider | null = null;
  for (const { mark, bothWays } of inlineMarks(note.options)) {
    for (const at of placesOf(mark, masked, reviewed || note.options.gluedSeparators)) {
      const divider = { at: text.start + at, mark, bothWays };
      if (!isOpaque(divider.at)) {
        const field = mark === '::' && isField(note, masked.slice(0, at), masked.slice(at + mark.length));
        return field && !reviewed ? null : divider;
      }
      opaque ??= divider;
    }
  }
  return reviewed ? opaque : null;
}

/** Bold around the whole line leaves half of its marks on each side. */
function withoutHalves(masked: string, before: Span, after: Span): [Span, Span] {
  const opens = /^(?:\*\*|__)/.exec(masked.slice(before.start, before.end))?.[0];
  const rest = masked.slice(after.start, after.end).trimEnd();
  const isHalved =
    opens !== undefined &&
    rest.endsWith(opens) &&
    masked.indexOf(opens, before.start + 2) >= after.start &&
    rest.indexOf(opens) === rest.length - 2;
  if (!isHalved) return [before, after];
  return [
    { start: before.start + 2, end: before.end },
    { start: after.start, end: after.start + rest.length - 2 },
  ];
}

function plain(masked: string, run: Run): Run {
  const [only] = run;
  return only && run.length === 1 ? [withoutBold(masked, only)] : run;
}

/**
 * The cards of one line of text; `reviewed`: a schedule proves that it is meant as a card; `oneWay`: it proves that
 * the two-way mark was meant one way; `below`: lines that belong to the answer.
 */
export function inlineCards(
  note: NoteText,
  section: Section,
  text: Span,
  isOpaque: IsOpaque,
  reviewed: boolean,
  oneWay = false,
  below: Run = [],
): Draft[] {
  const divider = findDivider(note, text, isOpaque, reviewed);
  if (!divider) return [];
  const { masked } = note.outline;
  const [before, after] = withoutHalves(
    masked,
    { start: text.start, end: divider.at },
    { start: divider.at + divider.mark.length, end: text.end },
  );
  return sideCards(note, section, {
    question: plain(masked, side(note, [before])),
    answer: side(note, [after]),
    bothWays: divider.bothWays && !oneWay,
    ...(below.length > 0 && { whole: side(note, [after, ...below]) }),
  });
}

/** Whether a schedule is at the end of the line or alone on the next one. */
export function isReviewed(line: Line, next: Line | undefined): boolean {
  return line.scheduled || (next !== undefined && next.scheduled && next.text === '');
}
