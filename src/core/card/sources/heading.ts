// Cards of headings, and of the text before the first one, which the title asks for.
import { findLeadIn, mayOpenLeadIn, withoutBold } from '../../note/lead-in.ts';
import type { Span } from '../../note/span.ts';
import { spanAt } from '../../note/sorted-spans.ts';
import type { HeadingBlock } from '../../note/outline.ts';
import { answerKind, kindOf, mayLink } from '../text/answer.ts';
import { readAnswer } from '../text/useful.ts';
import { askingOf, withKnown, type NoteText, type SectionSource } from '../draft.ts';
import { pieces, subtractFromRun } from '../text/pieces.ts';
import type { Section } from '../section.ts';
import { says } from '../text/says.ts';

/** The bold labels of link lines (`**Papers:** [[A]]`): like their links, they answer nothing. */
function linkLabels(note: NoteText, section: Section): Span[] {
  const { masked } = note.outline;
  const labels: Span[] = [];
  for (const { kind, start, end } of section.blocks) {
    if (kind !== 'paragraph' || !mayOpenLeadIn(masked, start)) continue;
    const text = masked.slice(start, end);
    const lead = mayLink(text) ? findLeadIn(text) : null;
    if (lead && answerKind(text.slice(lead.content)) === 'only links')
      labels.push({ start, end: start + lead.content });
  }
  return labels;
}

/** Whether the heading at a position is a subheading of the section it follows. */
function isBelow(masked: string, at: number, above: HeadingBlock | null): boolean {
  const depth = /^#{1,6}(?=[ \t])/.exec(masked.slice(at, at + 7))?.[0].length ?? 0;
  return depth > (above?.depth ?? 6);
}

/** The section's own text: its heading asks for it; before the first heading, the note title does. */
export const headingCards: SectionSource = (note, section, taken) => {
  const { masked, hidden } = note.outline;
  const { heading, headings, shownHeadings } = section;
  const own = pieces(masked, section.range, taken, hidden);
  const {
    answer,
    known,
    reason: useless,
  } = readAnswer(note, own, (place) =>
    place >= section.range.end ? isBelow(masked, place, heading) : spanAt(taken, place) !== undefined,
  );
  const labels = linkLabels(note, section);
  const at = heading ? heading.start : (own[0]?.[0]?.start ?? section.range.start);
  const isEmpty = heading !== null && note.text.slice(heading.title.start, heading.title.end).trim() === '';
  const isLinks =
    labels.length > 0 &&
    kindOf(
      masked,
      answer.map((run) => subtractFromRun(run, labels)),
    ) !== 'ok';
  const reason = isEmpty ? 'no text of its own' : (useless ?? (isLinks ? 'only links' : null));
  if (reason) {
    // An empty range before the first heading is not worth reporting.
    const isReported = heading !== null || reason !== 'no text of its own';
    return { drafts: [], skipped: isReported ? [{ at, reason }] : [], claims: [] };
  }
  const title = heading && withoutBold(masked, heading.title);
  const isSilent = title !== null && !says(masked.slice(title.start, title.end));
  const draft = {
    source: heading ? 'heading' : 'title',
    question: isSilent ? askingOf(note, section) : title ? [title] : note.title,
    ...withKnown(isSilent ? { question: [title] } : undefined, known),
    answer,
    chip: null,
    nth: null,
    headings,
    context: heading ? [note.title, ...shownHeadings.slice(0, -1)] : [],
    at,
  } as const;
  return { drafts: [draft], skipped: [], claims: [] };
};
