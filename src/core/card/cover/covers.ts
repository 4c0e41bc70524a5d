// What of a note is covered while the note itself asks: each asked card has one cover, over its answer. A card whose
// answer another one asks or covers already (the second of two directions) is left out: its cover would hide a question.
import { merged, spanAt } from '../../note/sorted-spans.ts';
import type { Span } from '../../note/span.ts';
import type { Card } from '../card.ts';

export interface CoverCard {
  readonly id: string;
  readonly card: Pick<Card, 'source' | 'question' | 'questionSpan' | 'answerRuns' | 'cloze' | 'line'>;
  /** Others are not covered, but the covers of others end at their questions. */
  readonly isAsked: boolean;
}

export interface Cover {
  readonly id: string;
  readonly card: CoverCard['card'];
  /** The covered text without the blanks around it; empty for a property. Sorted, disjoint. */
  readonly spans: readonly Span[];
}

/** A card that has its question in the text; `cover` is null if it covers nothing. */
export interface Asking extends Span {
  readonly cover: Cover | null;
  /** Markdown of the question. */
  readonly question: string;
  /** What is written between question and answer, such as `::`. */
  readonly mark: string;
}

export interface Covers {
  /** In the order of the note; what is inside another cover comes after that. */
  readonly all: readonly Cover[];
  /** Sorted. */
  readonly asking: readonly Asking[];
}

const footnote = /^\[\^[^\]\n]+\]:/;

/** Spans without the blanks around them, and without footnotes, which are shown at the end of a note. */
function shownSpans(text: string, spans: readonly Span[]): readonly Span[] {
  return merged(
    spans.flatMap(({ start, end }) => {
      const inside = text.slice(start, end);
      const from = start + inside.length - inside.trimStart().length;
      const to = start + inside.trimEnd().length;
      return from < to && !footnote.test(text.slice(from, to)) ? [{ start: from, end: to }] : [];
    }),
  );
}

/** Whether part of a covered answer is at the end of the note. */
export const citesFootnote = (text: string, { spans }: Cover): boolean =>
  spans.some(({ start, end }) => /\[\^|\^\[/.test(text.slice(start, end)));

/** Sources that a note cannot ask in place. */
const elsewhere = new Set<Card['source']>(['note', 'occlusion']);

const overlaps = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((one) => one.start < end && start < one.end);

/** Properties first. Where two covers begin together, the longer one is around the other. */
function inOrder({ spans: [a], ...one }: Cover, { spans: [b], ...other }: Cover): number {
  return (
    (a?.start ?? -1) - (b?.start ?? -1) ||
    (b?.end ?? 0) - (a?.end ?? 0) ||
    Number(one.card.cloze !== null) - Number(other.card.cloze !== null)
  );
}

/** @param cards of the note with this text, in its order */
export function coversOf(text: string, cards: readonly CoverCard[]): Covers {
  const all: Cover[] = [];
  const asking: Asking[] = [];
  const questions: Span[] = [];
  let taken: Span[] = [];
  for (const { id, card, isAsked } of cards) {
    const { source, cloze, questionSpan } = card;
    if (elsewhere.has(source)) continue;
    const isTop = source === 'property';
    const spans = isTop ? [] : shownSpans(text, cloze ? cloze.hidden : card.answerRuns.flat());
    const [first] = spans;
    const isMirror =
      !cloze && first && (spans.some((span) => overlaps(questions, span)) || spanAt(taken, first.start));
    const isCovered = isAsked && !isMirror && (isTop || first !== undefined);
    const cover = isCovered ? { id, card, spans } : null;
    if (cover) all.push(cover);
    if (cloze || isTop || source === 'table') continue;
    if (cover) taken = merged([...taken, ...spans]);
    if (!questionSpan || isMirror) continue;
    if (cover) questions.push(questionSpan);
    const next = spans.find(({ start }) => start >= questionSpan.end)?.start ?? questionSpan.end;
    const mark = text.slice(questionSpan.end, next);
    asking.push({
      ...questionSpan,
      cover,
      question: card.question,
      mark: /\n[ \t]*\n/.test(mark) ? '' : mark,
    });
  }
  return { all: all.sort(inOrder), asking: asking.sort((a, b) => a.start - b.start) };
}

/** What of a section of the note is covered, from general to particular. */
export type Part =
  /** All of it that no other part names. */
  | { readonly kind: 'rest'; readonly cover: Cover }
  /** What follows a question up to the next one, or to the end of its list item. */
  | { readonly kind: 'after'; readonly asking: Asking }
  /** The cell of a row below a table's head, both from 0. */
  | {
      readonly kind: 'cell';
      readonly cover: Cover;
      readonly table: number;
      readonly row: number;
      readonly cell: number;
    }
  /** A text within it; `nth`, from 0, among those that are written alike. */
  | { readonly kind: 'hidden'; readonly cover: Cover; readonly markdown: string; readonly nth: number };

export interface SectionCovers {
  readonly parts: readonly Part[];
  /** Covers that begin here. */
  readonly opens: readonly Cover[];
  /** Covers that end here. */
  readonly closes: readonly Cover[];
}

const within = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

/** @param section whole lines of the note */
export function sectionCovers(text: string, { all, asking }: Covers, section: Span): SectionCovers {
  const here = all.filter(({ spans }) => overlaps(spans, section));
  const parts: Part[] = [];
  if (here.length === 0) return { parts, opens: here, closes: here };
  const asked = asking
    .filter(({ start }) => within(section, start))
    .map((one) => (one.cover && here.includes(one.cover) ? one : { ...one, cover: null }));
  const after = new Set(asked.map(({ cover }) => cover));
  for (const cover of here)
    if (!cover.card.cloze && cover.card.source !== 'table' && !after.has(cover))
      parts.push({ kind: 'rest', cover });
  for (const one of asked) parts.push({ kind: 'after', asking: one });
  for (const cover of here)
    if (cover.card.source === 'table')
      for (const { start } of cover.spans.filter((span) => overlaps([span], section)))
        parts.push({ kind: 'cell', cover, ...cellAt(text, section.start, start) });
  const hidden = here
    .flatMap((cover) => (cover.card.cloze ? cover.spans.map((span) => ({ cover, ...span })) : []))
    .filter((one) => within(section, one.start))
    .sort((a, b) => a.start - b.start);
  const seen = new Map<string, number>();
  for (const { cover, start, end } of hidden) {
    const markdown = text.slice(start, end);
    const nth = seen.get(markdown) ?? 0;
    seen.set(markdown, nth + 1);
    parts.push({ kind: 'hidden', cover, markdown, nth });
  }
  const from = ({ spans }: Cover): number => spans[0]?.start ?? -1;
  const to = ({ spans }: Cover): number => (spans.at(-1)?.end ?? 0) - 1;
  return {
    parts,
    opens: here.filter((cover) => within(section, from(cover))),
    closes: here.filter((cover) => within(section, to(cover))),
  };
}

/** A row of dashes, without its blanks. */
const delimiterRow = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/;

/** The cell at an offset: which table from `start` on, which row below its head, which cell of the row. */
function cellAt(text: string, start: number, at: number): { table: number; row: number; cell: number } {
  const lines = text.slice(start, at).split('\n');
  const line = lines.pop() ?? '';
  let [table, row] = [-1, 0];
  for (const one of lines) {
    if (one.includes('|') && delimiterRow.test(one.replace(/[ \t\r>]+/g, ''))) [table, row] = [table + 1, 0];
    else row += 1;
  }
  const bars = line.replace(/^[ \t>]*\|?/, '').replace(/\\[\\|]/g, '');
  return { table: Math.max(0, table), row, cell: bars.split('|').length - 1 };
}

/** Where each line of a text begins. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
