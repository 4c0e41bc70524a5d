import { findLeadIn, mayOpenLeadIn, withoutBold } from '../../note/lead-in.ts';
import type { Span } from '../../note/span.ts';
import { answerKind, kindOf, mayLink } from '../text/answer.ts';
import { askingOf, skipReasonOf, type NoteText, type SectionSource } from '../draft.ts';
import { pieces, subtractFromRun } from '../text/pieces.ts';
import type { Section } from '../section.ts';
import { says } from '../text/says.ts';

/** The bold labels of lines of links (`**Papers:** [[A]]`): with their links they answer nothing. */
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

/** The section's own text: the heading asks for it; before the first heading, the note's title does. */
export const headingCards: SectionSource = (note, section, taken) => {
  const { masked, hidden } = note.outline;
  const { heading, headings } = section;
  const answer = pieces(masked, section.range, taken, hidden);
  const labels = linkLabels(note, section);
  const kind = kindOf(
    masked,
    labels.length === 0 ? answer : answer.map((run) => subtractFromRun(run, labels)),
  );
  const at = heading ? heading.start : (answer[0]?.[0]?.start ?? section.range.start);
  const isEmpty = heading !== null && note.text.slice(heading.title.start, heading.title.end).trim() === '';
  const reason = isEmpty ? 'no text of its own' : skipReasonOf(kind);
  if (reason) {
    // Nothing before the first heading is no gap worth telling.
    return { drafts: [], skipped: heading || kind !== 'empty' ? [{ at, reason }] : [], claims: [] };
  }
  const title = heading && withoutBold(masked, heading.title);
  const isSilent = title !== null && !says(masked.slice(title.start, title.end));
  const draft = {
    source: heading ? 'heading' : 'title',
    question: isSilent ? askingOf(note, section) : title ? [title] : note.title,
    ...(isSilent && { known: { question: [title] } }),
    answer,
    chip: null,
    nth: null,
    headings,
    context: heading ? [note.title, ...headings.slice(0, -1)] : [],
    at,
  } as const;
  return { drafts: [draft], skipped: [], claims: [] };
};
