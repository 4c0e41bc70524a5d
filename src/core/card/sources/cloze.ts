// One card for each highlight: its text with a blank in it asks for the text with nothing hidden.
import { firstAfter, merged } from '../../note/sorted-spans.ts';
import type { Run, Span } from '../../note/span.ts';
import { clozeTexts, type ClozeText } from '../text/cloze-texts.ts';
import { findDeletions, findLooseDeletions, type Deletion } from '../text/deletions.ts';
import type { Draft, NoteText, SectionSource } from '../draft.ts';
import { readLines } from '../text/lines.ts';
import { subtract } from '../text/pieces.ts';
import { countScheduled, scheduledTexts } from '../scheduled.ts';
import type { Section } from '../section.ts';
import { side } from './separator-sides.ts';

interface Found {
  readonly text: ClozeText;
  readonly deletions: readonly Deletion[];
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Deletions with offsets into the note. A run of lines is parsed as it stands, its marks masked by blanks. */
function deletionsOf(note: NoteText, { within }: ClozeText, find: (text: string) => Deletion[]): Deletion[] {
  const { masked } = note.outline;
  const inside = masked
    .slice(within.start, within.end)
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, (marks) => `\n${' '.repeat(marks.length - 1)}`);
  return find(inside).map(({ outer, inner, ...rest }) => ({
    outer: shifted(outer, within.start),
    inner: shifted(inner, within.start),
    ...rest,
  }));
}

function blank(deletion: Deletion): string {
  return `==[${deletion.hint ?? '…'}]==`;
}

/** The text with each deletion replaced by what `show` gives for it, or left as it is where that is null. */
function withShown(
  note: NoteText,
  run: Run,
  deletions: readonly Deletion[],
  show: (one: Deletion) => string | null,
): string {
  const cuts = deletions.flatMap((one) => {
    const shown = show(one);
    return shown === null ? [] : [{ ...one.outer, shown }];
  });
  const cutOut = merged(cuts);
  let out = '';
  let next = 0;
  for (const span of run) {
    for (const part of subtract(span, cutOut)) {
      for (let cut = cuts[next]; cut && cut.start < part.start; cut = cuts[(next += 1)]) out += cut.shown;
      out += note.text.slice(part.start, part.end);
    }
  }
  return (
    out +
    cuts
      .slice(next)
      .map(({ shown }) => shown)
      .join('')
  );
}

/** Deletions that are hidden together. Numbers order the cards, else their places do. */
function grouped(deletions: readonly Deletion[]): Deletion[][] {
  const groups: Deletion[][] = [];
  for (const one of deletions) {
    const same = one.number === null ? undefined : groups.find(([first]) => first?.number === one.number);
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}

/** `{{c1::text}}`, `==1;;text==`: more than the text stands between the marks. */
function needsMarks(note: NoteText, { outer, inner }: Deletion): boolean {
  const { text } = note;
  return (
    text.startsWith('{{', outer.start) ||
    text.slice(inner.end, inner.end + 2) === ';;' ||
    inner.start - outer.start > 2
  );
}

function cardsOf(note: NoteText, section: Section, { text, deletions }: Found): Draft[] {
  const run = side(note, text.run);
  const marked = deletions.some((one) => needsMarks(note, one));
  const plain = (one: Deletion): string | null =>
    needsMarks(note, one) ? `==${note.text.slice(one.inner.start, one.inner.end)}==` : null;
  const at = text.run[0]?.start ?? text.within.start;
  return grouped(deletions).map((hidden) => ({
    source: 'cloze',
    question: run,
    questionText: withShown(note, run, deletions, (one) => (hidden.includes(one) ? blank(one) : plain(one))),
    answer: [run],
    ...(marked && { answerText: withShown(note, run, deletions, plain) }),
    chip: null,
    nth: null,
    headings: section.headings,
    context: [note.title, ...section.shownHeadings],
    at,
    tests: at,
    cloze: { hidden: hidden.map(({ inner }) => inner), hint: hidden[0]?.hint ?? null },
  }));
}

/** The heading's own text, where the schedule below it may be one of its highlights. */
function headingText(section: Section): ClozeText[] {
  const { heading } = section;
  return heading ? [{ run: [heading.title], within: heading.title, needsProof: true }] : [];
}

/**
 * A schedule proves how many deletions its author reviewed in the text above it, to the blank line. Where there are
 * fewer by our rules, the looser ones of that plugin count.
 */
function withProven(note: NoteText, section: Section, all: readonly Found[]): Found[] {
  const { masked, hidden } = note.outline;
  const within = { start: section.heading?.start ?? section.range.start, end: section.range.end };
  const code = section.blocks.filter(({ kind }) => kind === 'code');
  const lines = readLines(note.text, masked, within, code, hidden);
  const found = new Map(all.map((one) => [one.text, one]));
  // The texts are in order, and so are what schedules end.
  const places = all.map(({ text }) => text.within);
  for (const { start, end, line } of scheduledTexts(lines)) {
    const inside: Found[] = [];
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

/** Each of its cards shows the whole text: 10,000 highlights in one paragraph would be gigabytes of cards. */
const maxDeletions = 100;

const highlightStart = /(?:^|[^=])==(?![=\s])/g;
const highlightEnd = /[^=\s]==(?!=)/g;

/** Whether a highlight can stand in the text: no `a == b`, which code is full of and which costs a parser to tell. */
function mayHighlight(text: string): boolean {
  if (!text.includes('==')) return false;
  highlightStart.lastIndex = 0;
  if (!highlightStart.test(text)) return false;
  highlightEnd.lastIndex = highlightStart.lastIndex;
  return highlightEnd.test(text);
}

/** `isProven`: a schedule may prove highlights that are none by our rules. */
function holdsMark(note: NoteText, text: string, isProven: boolean): boolean {
  const { highlight, bold, curly, anki } = note.options.clozeMarks;
  return (
    (highlight && (isProven ? text.includes('==') : mayHighlight(text))) ||
    (bold && /\*\*|__/.test(text)) ||
    ((curly || anki) && text.includes('{{'))
  );
}

/** `==highlights==` of paragraphs, list items, table rows and lines of callouts. They take nothing. */
export const clozeCards: SectionSource = (note, section, taken) => {
  const { masked } = note.outline;
  const start = section.heading?.start ?? section.range.start;
  const none = { drafts: [], skipped: [], claims: [] };
  const whole = masked.slice(start, section.range.end);
  // A deletion that a schedule proves has its marks, too.
  if (!holdsMark(note, whole, true)) return none;
  const isProven = note.text.slice(start, section.range.end).includes('<!--SR:');
  if (!isProven && !holdsMark(note, whole, false)) return none;
  const texts = section.blocks.flatMap((block) => {
    if (!holdsMark(note, masked.slice(block.start, block.end), isProven)) return [];
    if (block.kind === 'callout' && note.options.skippedCallouts.includes(block.type)) return [];
    return clozeTexts(masked, block);
  });
  const strict = [...headingText(section), ...texts]
    .filter(({ within }) => holdsMark(note, masked.slice(within.start, within.end), isProven))
    .filter(({ within }) => (taken[firstAfter(taken, within.start)]?.start ?? Infinity) >= within.end)
    .map((text): Found => ({
      text,
      deletions: deletionsOf(note, text, (inside) => findDeletions(inside, note.options.clozeMarks)),
    }));
  const found = isProven && strict.length > 0 ? withProven(note, section, strict) : strict;
  const drafts = found
    .filter(({ text, deletions }) => !text.needsProof && deletions.length <= maxDeletions)
    .flatMap((one) => cardsOf(note, section, one));
  return { drafts: drafts.filter(({ questionText }) => questionText !== ''), skipped: [], claims: [] };
};
