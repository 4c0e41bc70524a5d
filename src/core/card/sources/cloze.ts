// Finds the texts of a section that hide something: highlights and other enabled marks. cloze-card.ts builds the cards.
import { firstAfter } from '../../note/sorted-spans.ts';
import type { Span } from '../../note/span.ts';
import { clozeItems, type ClozeItem } from '../text/cloze-items.ts';
import { clozeTexts, type ClozeText } from '../text/cloze-texts.ts';
import { findDeletions, findLooseDeletions, type Deletion } from '../text/deletions.ts';
import type { NoteText, SectionSource } from '../draft.ts';
import { readLines } from '../text/lines.ts';
import { countScheduled, scheduledTexts } from '../scheduled.ts';
import type { Section } from '../section.ts';
import { clozeDrafts, type ClozeBlocks, type ClozeFound } from './cloze-card.ts';

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Deletions with note offsets. A run of lines is parsed in place, with its marks masked by spaces. */
function deletionsOf(note: NoteText, { within }: ClozeText, find: (text: string) => Deletion[]): Deletion[] {
  const { masked } = note.outline;
  const inside = masked
    .slice(within.start, within.end)
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, (marks) => `\n${' '.repeat(marks.length - 1)}`);
  return find(inside).map((one) => moved(one, within.start));
}

function moved({ whole, ...deletion }: Deletion, by: number): Deletion {
  return {
    ...deletion,
    outer: shifted(deletion.outer, by),
    inner: shifted(deletion.inner, by),
    ...(whole && { whole: moved(whole, by) }),
  };
}

/** The heading's own text, since the schedule below it may be for one of its highlights. */
function headingText(section: Section): ClozeText[] {
  const { heading } = section;
  return heading ? [{ run: [heading.title], within: heading.title, needsProof: true }] : [];
}

/**
 * A schedule proves how many deletions its author reviewed in the text above it, up to the blank line. If our rules
 * find fewer, that plugin's looser ones apply.
 */
function withProven(note: NoteText, section: Section, all: readonly ClozeFound[]): ClozeFound[] {
  const { masked, hidden } = note.outline;
  const within = { start: section.heading?.start ?? section.range.start, end: section.range.end };
  const code = section.blocks.filter(({ kind }) => kind === 'code');
  const lines = readLines(note.text, masked, within, code, hidden);
  const found = new Map(all.map((one) => [one.text, one]));
  // Both the texts and the schedules are in order.
  const places = all.map(({ text }) => text.within);
  for (const { start, end, line } of scheduledTexts(lines)) {
    const inside: ClozeFound[] = [];
    for (let index = firstAfter(places, start); (places[index]?.end ?? Infinity) <= end; index += 1) {
      const one = all[index];
      if (one && one.text.within.start >= start) inside.push(one);
    }
    const count = inside.reduce(
      (sum, { text, deletions }) => sum + (text.needsProof ? 0 : deletions.length),
      0,
    );
    if (countScheduled(note.text.slice(line.start, line.end)) <= count) continue;
    for (const { text } of inside) {
      const deletions = deletionsOf(note, text, findLooseDeletions);
      found.set(text, { text: { ...text, needsProof: false }, deletions });
    }
  }
  return [...found.values()];
}

/** Each card shows the whole text: 10,000 highlights in one paragraph would be gigabytes of cards. */
const maxDeletions = 100;

const highlightStart = /(?:^|[^=])==(?![=\s])/g;
const highlightEnd = /[^=\s]==(?!=)/g;

/** Whether the text may contain a highlight: not `a == b`, which is common in code and takes a parser to tell apart. */
function mayHighlight(text: string): boolean {
  if (!text.includes('==')) return false;
  highlightStart.lastIndex = 0;
  if (!highlightStart.test(text)) return false;
  highlightEnd.lastIndex = highlightStart.lastIndex;
  return highlightEnd.test(text);
}

/** `isProven`: a schedule may prove highlights that our rules reject. */
function holdsMark(note: NoteText, text: string, isProven: boolean): boolean {
  const { highlight, bold, curly, anki } = note.options.clozeMarks;
  return (
    (highlight && (isProven ? text.includes('==') : mayHighlight(text))) ||
    (bold && /\*\*|__/.test(text)) ||
    ((curly || anki) && text.includes('{{'))
  );
}

/** `==highlights==` in paragraphs, list items, table rows and callout lines. They claim nothing. */
export const clozeCards: SectionSource = (note, section, taken) => {
  const { masked } = note.outline;
  const start = section.heading?.start ?? section.range.start;
  const none = { drafts: [], skipped: [], claims: [] };
  const whole = masked.slice(start, section.range.end);
  // A deletion proven by a schedule has its marks, too.
  if (!holdsMark(note, whole, true)) return none;
  const isProven = note.text.slice(start, section.range.end).includes('<!--SR:');
  if (!isProven && !holdsMark(note, whole, false)) return none;
  const inBlocks = section.blocks.map((block): readonly ClozeText[] => {
    if (!holdsMark(note, masked.slice(block.start, block.end), isProven)) return [];
    if (block.kind === 'callout' && note.options.skippedCallouts.includes(block.type)) return [];
    return clozeTexts(masked, block);
  });
  const strict = [...headingText(section), ...inBlocks.flat()]
    .filter(({ within }) => holdsMark(note, masked.slice(within.start, within.end), isProven))
    .filter(({ within }) => (taken[firstAfter(taken, within.start)]?.start ?? Infinity) >= within.end)
    .map((text): ClozeFound => ({ text, deletions: strictDeletions(note, text) }));
  const found = isProven && strict.length > 0 ? withProven(note, section, strict) : strict;
  const asked = found.filter(
    ({ text, deletions }) => !text.needsProof && deletions.length > 0 && deletions.length <= maxDeletions,
  );
  const drafts = clozeDrafts(note, section, asked, blocksOf(note, inBlocks, found));
  return { drafts, skipped: [], claims: [] };
};

function strictDeletions(note: NoteText, text: ClozeText): Deletion[] {
  return deletionsOf(note, text, (inside) => findDeletions(inside, note.options.clozeMarks));
}

/** Texts by block, parsed only as far as needed. */
function blocksOf(
  note: NoteText,
  inBlocks: readonly (readonly ClozeText[])[],
  found: readonly ClozeFound[],
): ClozeBlocks {
  const { masked } = note.outline;
  const blockOf = new Map(inBlocks.flatMap((texts) => texts.map((text) => [text, texts])));
  const itemsOf = new Map<readonly ClozeText[], readonly ClozeItem[]>();
  const placeOf = new Map<ClozeText, number>();
  const deletions = new Map(found.map((one) => [one.text, one.deletions]));
  return {
    itemOf(text) {
      const texts = blockOf.get(text) ?? [];
      if (texts.length < 2) return null;
      let items = itemsOf.get(texts);
      if (!items) {
        items = clozeItems(masked, texts);
        itemsOf.set(texts, items);
        items.forEach((item, index) => placeOf.set(item.text, index));
      }
      return { items, index: placeOf.get(text) ?? 0 };
    },
    deletionsOf(text) {
      const known = deletions.get(text);
      if (known) return known;
      const read = holdsMark(note, masked.slice(text.within.start, text.within.end), false)
        ? strictDeletions(note, text)
        : [];
      deletions.set(text, read);
      return read;
    },
  };
}
