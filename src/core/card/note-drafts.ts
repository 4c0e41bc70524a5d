// Runs the sources over a note and enforces ownership: each block is the answer of at most one card, and the
// more explicit source wins.
import { valuesFor, type Properties } from '../note/properties.ts';
import { firstAfter, merged } from '../note/sorted-spans.ts';
import type { Span } from '../note/span.ts';
import type { Tag } from '../note/tags/tags.ts';
import type { Source } from './card.ts';
import {
  withKnown,
  type Draft,
  type NoteText,
  type SectionSource,
  type Skipped,
  type SkipReason,
} from './draft.ts';
import { withFootnotes } from './footnotes.ts';
import { asksName, nameOnce } from './name-once.ts';
import { withReversed } from './sources/reversed.ts';
import { readSections, type Section } from './section.ts';
import { groupsOf } from './siblings.ts';
import { calloutCards } from './sources/callout.ts';
import { clozeCards } from './sources/cloze.ts';
import { headingCards } from './sources/heading.ts';
import { leadInCards } from './sources/lead-in.ts';
import { occlusionDrafts } from './boxes/occlusion.ts';
import { propertyCards } from './sources/property.ts';
import { wholeNote } from './sources/whole-note.ts';
import { separatorCards } from './sources/separator.ts';
import { tableCards } from './sources/table.ts';
import { isListed } from './lists/listed.ts';

/** The function that finds each source's cards in a section; properties belong to the note. */
const finders: Readonly<Record<Exclude<Source, 'property' | 'note' | 'occlusion'>, SectionSource>> = {
  // From most to least explicit, the order in which they claim blocks. Clozes claim none.
  separator: separatorCards,
  cloze: clozeCards,
  table: tableCards,
  callout: calloutCards,
  'lead-in': leadInCards,
  heading: headingCards,
  title: headingCards,
};

interface Turn {
  readonly sources: readonly Source[];
  readonly find: SectionSource;
}

/** A function that finds cards for several sources runs once. */
const turns: readonly Turn[] = [...new Set(Object.values(finders))].map((find) => ({
  find,
  sources: (Object.keys(finders) as (keyof typeof finders)[]).filter((source) => finders[source] === find),
}));

const onlyClozes = turns.filter(({ find }) => find === clozeCards);
const tableTurn = turns.findIndex(({ find }) => find === tableCards);
const [beforeTables, afterTables] = [turns.slice(0, tableTurn), turns.slice(tableTurn + 1)];

export interface FoundDrafts {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
  /** For drafts that have siblings. */
  readonly groups: ReadonlyMap<Draft, string>;
}

const noCardsComment = /^(?:%%|<!--)\s*no[ -]?cards\s*(?:%%|-->)$/i;
/** Its section asks only its clozes, like a note of Anki's "Cloze" type. */
const onlyClozesComment = /^(?:%%|<!--)\s*only[ -]clozes\s*(?:%%|-->)$/i;

type FoundInSection = Omit<FoundDrafts, 'groups'>;

/** @param taken what earlier turns have claimed */
function inTurn(
  note: NoteText,
  section: Section,
  some: readonly Turn[],
  taken: readonly Span[],
): FoundInSection & { readonly taken: readonly Span[] } {
  const { sourcesOff } = note.options;
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  for (const { sources, find } of some) {
    if (sourcesOff.length > 0 && sources.every((source) => sourcesOff.includes(source))) continue;
    const found = find(note, section, taken);
    for (const draft of found.drafts) if (!sourcesOff.includes(draft.source)) drafts.push(draft);
    for (const one of found.skipped) skipped.push(one);
    if (found.claims.length > 0) taken = merged([...taken, ...found.claims]);
  }
  return { drafts, skipped, taken };
}

/** History match: before tables made cards, a table was part of the answer around it, as it still is in `before`. */
function withTables(drafts: readonly Draft[], before: readonly Draft[]): Draft[] {
  const keyOf = ({ source, at }: Draft): string => `${source} ${at}`;
  const known = new Map(before.map((draft) => [keyOf(draft), draft]));
  return drafts.map((draft) => {
    const was = known.get(keyOf(draft));
    if (!was || sliceKey(was) === sliceKey(draft)) return draft;
    return { ...draft, ...withKnown({ answer: was.answerText ?? was.answer, ...was.known }, draft.known) };
  });
}

function sliceKey({ answer }: Draft): string {
  return answer.map((run) => run.map(({ start, end }) => `${start}-${end}`).join()).join(' ');
}

function sectionDrafts(note: NoteText, section: Section): FoundInSection {
  if (holdsComment(note.text, note.outline.hidden, section.range, onlyClozesComment))
    return inTurn(note, section, onlyClozes, []);
  const first = inTurn(note, section, beforeTables, []);
  const tables = inTurn(note, section, turns.slice(tableTurn, tableTurn + 1), first.taken);
  const last = inTurn(note, section, afterTables, tables.taken);
  const around =
    tables.drafts.length === 0
      ? last.drafts
      : withTables(last.drafts, inTurn(note, section, afterTables, first.taken).drafts);
  // A card comes before the clozes of its text.
  const [clozes, explicit]: [Draft[], Draft[]] = [[], []];
  for (const draft of first.drafts) (draft.source === 'cloze' ? clozes : explicit).push(draft);
  return {
    drafts: [...explicit, ...tables.drafts, ...around, ...clozes],
    skipped: [...first.skipped, ...tables.skipped, ...last.skipped],
  };
}

function holdsComment(text: string, hidden: readonly Span[], { start, end }: Span, comment: RegExp): boolean {
  for (let index = firstAfter(hidden, start); index < hidden.length; index += 1) {
    const span = hidden[index];
    if (!span || span.start >= end) return false;
    if (span.start >= start && comment.test(text.slice(span.start, span.end))) return true;
  }
  return false;
}

/** Returns why a section and everything below it makes no cards, or null. */
function leftOut(note: NoteText, section: Section, offTags: readonly Tag[]): SkipReason | null {
  const { text, outline } = note;
  const start = section.heading?.start ?? section.range.start;
  const within = (at: number): boolean => at >= start && at < section.range.end;
  if (
    holdsComment(text, outline.hidden, { start, end: section.range.end }, noCardsComment) ||
    offTags.some(({ at }) => within(at))
  )
    return 'left out by "no cards"';
  const own = section.headings.at(-1);
  return own !== undefined && isListed(note.lists.skippedHeadings, own, note.words.key)
    ? 'heading is on the skip list'
    : null;
}

/** The cards of a note that is read as a whole and has no other cards. */
export function onlyWhole(note: NoteText): FoundDrafts {
  const whole = wholeOf(note);
  return { drafts: whole ? [whole] : [], skipped: [], groups: new Map() };
}

function wholeOf(note: NoteText): Draft | null {
  return note.options.sourcesOff.includes('note') ? null : wholeNote(note);
}

/**
 * @param offTags tags that exclude a section
 * @param isWhole whether it is read as a whole, too
 */
export function allDrafts(
  note: NoteText,
  properties: Properties,
  offTags: readonly Tag[],
  isWhole: boolean,
): FoundDrafts {
  const { drafts, skipped } = note.options.sourcesOff.includes('property')
    ? { drafts: [], skipped: [] }
    : propertyCards(note, properties);
  const occluded: Draft[] = [];
  const seen = new Set<string>();
  const asksBoxes = !note.options.sourcesOff.includes('occlusion');
  let offDepth = Infinity;
  for (const section of readSections(note.text, note.outline)) {
    const depth = section.heading?.depth ?? 0;
    if (depth > offDepth) continue;
    offDepth = Infinity;
    const reason = leftOut(note, section, offTags);
    if (reason) {
      offDepth = depth;
      skipped.push({ at: section.heading?.start ?? section.range.start, reason });
      continue;
    }
    if (asksBoxes) for (const draft of occlusionDrafts(note, section, seen)) occluded.push(draft);
    const found = sectionDrafts(note, section);
    // One by one: a call accepts at most some 100,000 arguments.
    for (const draft of found.drafts) drafts.push(draft);
    for (const one of found.skipped) skipped.push(one);
  }
  const isReversed = note.options.reversed === 'on' || valuesFor(properties, ['reversed']).includes('true');
  const cited = withFootnotes(note, isReversed ? withReversed(note, drafts) : drafts);
  const once = nameOnce(note, cited.drafts);
  const whole = isWhole ? wholeOf(note) : null;
  const others = occluded.length > 0 ? [...once.drafts, ...occluded] : once.drafts;
  const all = whole ? [...others, whole] : others;
  return {
    drafts: all,
    skipped: [...skipped, ...cited.skipped, ...once.skipped],
    groups: groupsOf(all, (draft) => draft === whole || asksName(note, draft)),
  };
}
