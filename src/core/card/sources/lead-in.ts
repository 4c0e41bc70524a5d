// Lead-in cards: bold text that opens a paragraph or line asks for what follows, up to the next lead-in.
import type { Span } from '../../note/span.ts';
import type { Run } from '../../note/span.ts';
import { readAnswer, type ReadAnswer } from '../text/useful.ts';
import { withKnown, type Draft, type NoteText, type SectionSource, type Skipped } from '../draft.ts';
import { lineStart, pieces } from '../text/pieces.ts';
import type { Section } from '../section.ts';
import { askingLeadIns, leadInsOf, type PlacedLeadIn } from './lead-in-lines.ts';

interface Ranged<Lead> {
  readonly lead: Lead;
  readonly end: number;
  readonly own: Run[];
  readonly read: ReadAnswer;
}

/** Lead-ins followed by text, with that text. Others are no boundary: their text stays in the previous answer. */
function answered<Lead extends PlacedLeadIn>(
  note: NoteText,
  section: Section,
  taken: readonly Span[],
  leads: readonly Lead[],
  skipped: Skipped[],
): readonly Ranged<Lead>[] {
  const { masked, hidden } = note.outline;
  const ranged = (all: readonly Lead[]): readonly Ranged<Lead>[] =>
    all.map((lead, index) => {
      const next = all[index + 1];
      const end = next ? lineStart(note.text, next.at) : section.range.end;
      const own = pieces(masked, { start: lead.content, end }, taken, hidden);
      return { lead, end, own, read: readAnswer(note, own) };
    });
  const kept = ranged(leads).filter(({ lead, read: { reason } }) => {
    if (reason) skipped.push({ at: lead.at, reason });
    return reason === null;
  });
  return kept.length === leads.length ? kept : ranged(kept.map(({ lead }) => lead));
}

export const leadInCards: SectionSource = (note, section, taken) => {
  const skipped: Skipped[] = [];
  const all = leadInsOf(note, section, taken, skipped);
  if (all.length === 0) return { drafts: [], skipped, claims: [] };
  const isStrict = note.options.lineLeadIns;
  const before = all.filter(({ opensParagraph }) => opensParagraph);
  const leads: readonly (PlacedLeadIn & { readonly label?: Run })[] = isStrict
    ? askingLeadIns(note, all, skipped)
    : before;
  const cards = answered(note, section, taken, leads, skipped);
  // History match: for a long time a lead-in's answer ran to the next paragraph that opens with one.
  const isSame = leads.length === before.length && leads.every((lead, at) => lead === before[at]);
  const known = isSame ? [] : answered(note, section, taken, before, []);
  const knownOf = new Map(known.map((one) => [one.lead.at, one]));
  const claims: Span[] = [];
  const drafts = cards.map(({ lead, end, read: { answer, known: cut } }): Draft => {
    const was = knownOf.get(lead.at);
    claims.push({ start: lineStart(note.text, lead.at), end });
    return {
      source: 'lead-in',
      question: lead.question,
      answer,
      ...withKnown(
        was && {
          ...(lead.label && { question: lead.label }),
          ...((was.end !== end || lead.label) && { answer: was.own }),
        },
        cut,
      ),
      chip: null,
      nth: null,
      headings: section.headings,
      context: [note.title, ...section.shownHeadings],
      at: lead.at,
    };
  });
  return { drafts, skipped, claims };
};
