// Cards of lead-ins: bold text that opens a paragraph or a line.
import { findLeadIn, mayOpenLeadIn } from '../../note/lead-in.ts';
import { spanAt } from '../../note/sorted-spans.ts';
import { sliceRun, type Run, type Span } from '../../note/span.ts';
import { readAnswer } from '../text/useful.ts';
import { listKey, type Draft, type NoteText, type SectionSource, type Skipped } from '../draft.ts';
import { lineStart, pieces } from '../text/pieces.ts';
import type { Section } from '../section.ts';
import { says } from '../text/says.ts';

interface LeadIn {
  readonly question: Run;
  readonly at: number;
  readonly content: number;
}

function readLeadIns(note: NoteText, section: Section, taken: readonly Span[], skipped: Skipped[]): LeadIn[] {
  const { masked } = note.outline;
  const found: LeadIn[] = [];
  for (const { kind, start, end } of section.blocks) {
    if (kind !== 'paragraph' || !mayOpenLeadIn(masked, start)) continue;
    if (spanAt(taken, start)) continue;
    const lead = findLeadIn(masked.slice(start, end));
    if (!lead) continue;
    const question = lead.question.map((span) => ({ start: start + span.start, end: start + span.end }));
    if (!question.some((span) => says(masked.slice(span.start, span.end)))) continue;
    if (note.options.proseWords.includes(listKey(sliceRun(masked, question)))) {
      skipped.push({ at: start, reason: 'bold word is on the prose list' });
    } else found.push({ question, at: start, content: start + lead.content });
  }
  return found;
}

/**
 * Bold lead-ins of a section: each asks for what follows, up to the next. One that nothing follows is no card and no
 * boundary: its bold text stays in the answer before it, so that no text is lost.
 */
export const leadInCards: SectionSource = (note, section, taken) => {
  const skipped: Skipped[] = [];
  const { masked, hidden } = note.outline;
  const answerOf = ({ content }: LeadIn, next: LeadIn | undefined): { end: number; answer: Run[] } => {
    const end = next ? lineStart(note.text, next.at) : section.range.end;
    return { end, answer: pieces(masked, { start: content, end }, taken, hidden) };
  };
  const all = readLeadIns(note, section, taken, skipped);
  const answered = all.filter((lead, index) => {
    const { reason } = readAnswer(note, answerOf(lead, all[index + 1]).answer);
    if (reason) skipped.push({ at: lead.at, reason });
    return reason === null;
  });
  const claims: Span[] = [];
  const drafts = answered.map((lead, index): Draft => {
    const { end, answer: own } = answerOf(lead, answered[index + 1]);
    const { answer, known } = readAnswer(note, own);
    claims.push({ start: lineStart(note.text, lead.at), end });
    return {
      source: 'lead-in',
      question: lead.question,
      answer,
      ...(known && { known }),
      chip: null,
      nth: null,
      headings: section.headings,
      context: [note.title, ...section.shownHeadings],
      at: lead.at,
    };
  });
  return { drafts, skipped, claims };
};
