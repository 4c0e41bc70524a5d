// Callout cards: the title asks, the body answers.
import { afterSpace, beforeSpace } from '../../note/blanks.ts';
import { hasBody } from '../../note/callout.ts';
import { findLeadIn, withoutBold } from '../../note/lead-in.ts';
import type { CalloutBlock } from '../../note/outline.ts';
import { spanAt } from '../../note/sorted-spans.ts';
import { sliceRun, type Run, type Span } from '../../note/span.ts';
import { mayHoldTable } from '../table/cells.ts';
import { isOnlyBlocks, readAnswer } from '../text/useful.ts';
import type { Draft, NoteText, SectionSource, Skipped } from '../draft.ts';
import { askingOf, withKnown } from '../draft.ts';
import { afterLine, lineStart, subRun, subtractFromRun } from '../text/pieces.ts';
import { isListed } from '../lists/listed.ts';
import { calloutsOf } from '../text/inner-callouts.ts';
import type { Section } from '../section.ts';
import { says } from '../text/says.ts';

/** The body without surrounding blank lines or hidden text. */
function bodyRun(note: NoteText, body: Run): Run {
  const { masked, hidden } = note.outline;
  const inside = sliceRun(masked, body);
  const first = afterSpace(inside, 0, inside.length);
  const end = beforeSpace(inside, 0, inside.length);
  return subtractFromRun(subRun(body, lineStart(inside, first), end), hidden);
}

/** A lead-in that opens the body of an untitled callout: its question, and the rest of the body. */
function leadOfBody(note: NoteText, body: Run): { question: Run; rest: Run } | null {
  const inside = sliceRun(note.outline.masked, body);
  const from = inside.search(/\S/);
  const end = /\r?\n[ \t]*\r?\n/.exec(inside.slice(from));
  const lead = findLeadIn(end ? inside.slice(from, from + end.index) : inside.slice(from));
  if (!lead) return null;
  const question = lead.question.flatMap((span) => subRun(body, from + span.start, from + span.end));
  if (!says(sliceRun(note.outline.masked, question))) return null;
  if (isListed(note.lists.proseWords, sliceRun(note.text, question), note.words.key)) return null;
  const rest = subRun(body, from + lead.content, inside.length);
  return hasBody(note.outline.masked, rest) ? { question, rest } : null;
}

interface CalloutCard {
  readonly draft: Draft;
  /** Whether it asks by the section's heading because it has no title. */
  readonly untitled: boolean;
}

function read(note: NoteText, section: Section, block: CalloutBlock): CalloutCard {
  const base = {
    source: 'callout',
    chip: block.type,
    nth: null,
    headings: section.headings,
    context: [note.title, ...section.shownHeadings],
    at: block.start,
  } as const;
  const title = block.title && withoutBold(note.outline.masked, block.title);
  if (title && says(note.outline.masked.slice(title.start, title.end))) {
    return {
      draft: {
        ...base,
        question: [title],
        answer: [bodyRun(note, block.body)],
      },
      untitled: false,
    };
  }
  const lead = leadOfBody(note, block.body);
  if (lead)
    return {
      draft: {
        ...base,
        question: lead.question,
        answer: [bodyRun(note, lead.rest)],
        ...(title && { known: { question: [title], answer: [bodyRun(note, block.body)] } }),
      },
      untitled: false,
    };
  const { heading } = section;
  const own = title ?? (heading && withoutBold(note.outline.masked, heading.title));
  const isSilent = own !== null && !says(note.outline.masked.slice(own.start, own.end));
  const known = isSilent ? { known: { question: [own] } } : {};
  return {
    draft: { ...base, question: askingOf(note, section), answer: [bodyRun(note, block.body)], ...known },
    untitled: true,
  };
}

/** Callouts with the same type and title, or none, share a section; "2 of 3" tells them apart. */
function numbered(note: NoteText, cards: readonly CalloutCard[]): Draft[] {
  if (cards.length < 2) return cards.map(({ draft }) => draft);
  const seen = new Map<string, number>();
  const counts = new Map<string, number>();
  const keyOf = ({ draft: { chip, question }, untitled }: CalloutCard): string => {
    const title = typeof question === 'string' || untitled ? '' : sliceRun(note.text, question).trim();
    return `${chip ?? ''} ${title.toLowerCase()}`;
  };
  for (const card of cards) counts.set(keyOf(card), (counts.get(keyOf(card)) ?? 0) + 1);
  return cards.map((card) => {
    const key = keyOf(card);
    const of = counts.get(key) ?? 0;
    if (of < 2) return card.draft;
    const index = (seen.get(key) ?? 0) + 1;
    seen.set(key, index);
    return { ...card.draft, nth: { index, of } };
  });
}

/** A section's callouts: the title asks for the body. One that says nothing stays in the answer around it. */
export const calloutCards: SectionSource = (note, section, taken) => {
  if (!section.blocks.some(({ kind }) => kind === 'callout')) return { drafts: [], skipped: [], claims: [] };
  const cards: CalloutCard[] = [];
  const skipped: Skipped[] = [];
  const claims: Span[] = [];
  const blocks = section.blocks.flatMap((block) => {
    if (block.kind !== 'callout') return [];
    const inner = note.options.innerCallouts ? calloutsOf(note.outline.masked, block) : [block];
    // What remains of a container once its callouts are cards says nothing.
    if (inner[0] !== block)
      claims.push({ start: lineStart(note.text, block.start), end: afterLine(note.text, block.end) });
    return inner;
  });
  for (const block of blocks) {
    if (spanAt(taken, block.start)) continue;
    const body = subtractFromRun(block.body, taken);
    const claim = { start: lineStart(note.text, block.start), end: afterLine(note.text, block.end) };
    const at = block.start;
    if (note.options.skippedCallouts.includes(block.type)) {
      skipped.push({ at, reason: 'callout type is on the skip list' });
      claims.push(claim);
    } else if (!hasBody(note.outline.masked, body)) {
      // Its table asks: what remains of it says nothing.
      if (mayHoldTable(sliceRun(note.outline.masked, block.body))) claims.push(claim);
      else skipped.push({ at, reason: 'callout without a body' });
    } else {
      const card = read(note, section, { ...block, body });
      const { reason, answer, known } = readAnswer(note, card.draft.answer);
      if (reason) {
        skipped.push({ at, reason });
        if (isOnlyBlocks(note, [body])) claims.push(claim);
      } else {
        claims.push(claim);
        cards.push({ ...card, draft: { ...card.draft, answer, ...withKnown(card.draft.known, known) } });
      }
    }
  }
  return { drafts: numbered(note, cards), skipped, claims };
};
