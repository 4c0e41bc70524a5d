// Runs the sources over a note and owns the rule of ownership: each block is the answer of at most one card, and the
// more explicit source takes it.
import { afterSpace } from '../note/blanks.ts';
import { crowdedSpans } from '../note/parse/crowded.ts';
import { deepSpans } from '../note/parse/deep.ts';
import { plainText } from '../note/plain-text.ts';
import { readOutline } from '../note/outline.ts';
import type { Problem } from '../note/problem.ts';
import { noProperties, readProperties, valuesFor, type Properties } from '../note/properties.ts';
import { firstAfter, merged } from '../note/sorted-spans.ts';
import type { Span } from '../note/span.ts';
import { isInFolders } from '../note/folder.ts';
import { originalOf } from '../note/conflict-copy.ts';
import { bodyTags, frontmatterTags, isUnder, mistakenTags, type Tag } from '../note/tags/tags.ts';
import { problemWords } from '../text/strings.ts';
import type { Card, Source } from './card.ts';
import { deckOf } from './deck.ts';
import {
  listKey,
  type Draft,
  type NoteText,
  type SectionSource,
  type Skipped,
  type SkipReason,
} from './draft.ts';
import { lineCounter } from './text/line-counter.ts';
import { defaultCardOptions, type CardOptions } from './options.ts';
import { readSections, type Section } from './section.ts';
import { groupsOf } from './siblings.ts';
import { notNote } from './not-note.ts';
import { toCards } from './to-cards.ts';
import { calloutCards } from './sources/callout.ts';
import { clozeCards } from './sources/cloze.ts';
import { headingCards } from './sources/heading.ts';
import { leadInCards } from './sources/lead-in.ts';
import { propertyCards } from './sources/property.ts';
import { separatorCards } from './sources/separator.ts';

/** A block that gave no card. */
export interface SkippedBlock {
  /** 1-based. */
  readonly line: number;
  readonly reason: SkipReason;
  /** The first words of the block. */
  readonly text: string;
}

export interface NoteCards {
  /** Path from the vault's root. */
  readonly note: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Whether the note is tagged to be watched and is no drawing. */
  readonly watched: boolean;
  readonly deck: string;
  /** In the order of their lines; empty for a note that is not watched. */
  readonly cards: readonly Card[];
  readonly skipped: readonly SkippedBlock[];
  readonly problems: readonly Problem[];
}

/** From the most to the least explicit, each with the cards that it makes. Clozes take nothing, but no separator's text. */
const sectionSources: readonly (readonly [readonly Source[], SectionSource])[] = [
  [['separator'], separatorCards],
  [['cloze'], clozeCards],
  [['callout'], calloutCards],
  [['lead-in'], leadInCards],
  [['heading', 'title'], headingCards],
];

interface FoundDrafts {
  readonly drafts: Draft[];
  readonly skipped: Skipped[];
  /** Of drafts that have siblings. */
  readonly groups: ReadonlyMap<Draft, string>;
}

const noCardsComment = /^(?:%%|<!--)\s*no[ -]?cards\s*(?:%%|-->)$/i;
/** Its section asks its clozes and nothing else, as Anki asks a note of its type "Cloze". */
const onlyClozesComment = /^(?:%%|<!--)\s*only[ -]clozes\s*(?:%%|-->)$/i;

/** The note's name without folder and `.md`. */
export function noteTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

function sectionDrafts(note: NoteText, section: Section): FoundDrafts {
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  let taken: readonly Span[] = [];
  const { sourcesOff } = note.options;
  const onlyClozes = holdsComment(note.text, note.outline.hidden, section.range, onlyClozesComment);
  for (const [sources, find] of sectionSources) {
    if (onlyClozes && find !== clozeCards) continue;
    if (sourcesOff.length > 0 && sources.every((source) => sourcesOff.includes(source))) continue;
    const found = find(note, section, taken);
    for (const draft of found.drafts) if (!sourcesOff.includes(draft.source)) drafts.push(draft);
    for (const one of found.skipped) skipped.push(one);
    if (found.claims.length > 0) taken = merged([...taken, ...found.claims]);
  }
  const groups = groupsOf(drafts);
  // A card comes before the clozes of its text.
  if (drafts.some(({ source }) => source === 'cloze'))
    drafts.sort((a, b) => Number(a.source === 'cloze') - Number(b.source === 'cloze'));
  return { drafts, skipped, groups };
}

function holdsComment(text: string, hidden: readonly Span[], { start, end }: Span, comment: RegExp): boolean {
  for (let index = firstAfter(hidden, start); index < hidden.length; index += 1) {
    const span = hidden[index];
    if (!span || span.start >= end) return false;
    if (span.start >= start && comment.test(text.slice(span.start, span.end))) return true;
  }
  return false;
}

/** Why a section gives no cards, it and all below it, or null. */
function leftOut(
  note: NoteText,
  section: Section,
  offTags: readonly Tag[],
  skippedHeadings: ReadonlySet<string>,
): SkipReason | null {
  const { text, outline } = note;
  const start = section.heading?.start ?? section.range.start;
  const within = (at: number): boolean => at >= start && at < section.range.end;
  if (
    holdsComment(text, outline.hidden, { start, end: section.range.end }, noCardsComment) ||
    offTags.some(({ at }) => within(at))
  )
    return 'left out by "no cards"';
  const own = section.headings.at(-1);
  return own !== undefined && skippedHeadings.has(listKey(own)) ? 'heading is on the skip list' : null;
}

function allDrafts(note: NoteText, properties: Properties, offTags: readonly Tag[]): FoundDrafts {
  const { drafts, skipped } = note.options.sourcesOff.includes('property')
    ? { drafts: [], skipped: [] }
    : propertyCards(note, properties);
  const groups = new Map<Draft, string>();
  const skippedHeadings = new Set(note.options.skippedHeadings.map(listKey));
  let offDepth = Infinity;
  for (const section of readSections(note.text, note.outline)) {
    const depth = section.heading?.depth ?? 0;
    if (depth > offDepth) continue;
    offDepth = Infinity;
    const reason = leftOut(note, section, offTags, skippedHeadings);
    if (reason) {
      offDepth = depth;
      skipped.push({ at: section.heading?.start ?? section.range.start, reason });
      continue;
    }
    const found = sectionDrafts(note, section);
    // One by one: a call takes no more than some 100,000 arguments.
    for (const draft of found.drafts) drafts.push(draft);
    for (const one of found.skipped) skipped.push(one);
    for (const [draft, group] of found.groups) groups.set(draft, group);
  }
  return { drafts, skipped, groups };
}

/** What stands from `at` on its line, 120 characters at most. */
function firstLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? at + 120 : Math.min(end, at + 120));
}

function problemsOf(
  path: string,
  note: NoteText,
  properties: Properties,
  lineAt: (at: number) => number,
): Problem[] {
  const problems: Problem[] = [];
  const { error } = properties;
  if (error) problems.push({ path, line: lineAt(error.at), message: problemWords.note.yaml(error.message) });
  const fence = note.outline.unclosedFence;
  if (fence !== null) problems.push({ path, line: lineAt(fence), message: problemWords.note.openFence });
  const [deep] = deepSpans(note.outline.masked);
  if (deep) problems.push({ path, line: lineAt(deep.start), message: problemWords.note.deep });
  for (const { start } of crowdedSpans(note.outline.masked)) {
    const line = lineAt(afterSpace(note.text, start, note.text.length));
    problems.push({ path, line, message: problemWords.note.crowded });
  }
  return problems;
}

interface Meaning {
  readonly watched: boolean;
  readonly isOff: boolean;
  readonly deck: string;
}

/** What its tags make of a note. */
function meaningOf(path: string, tags: readonly Tag[], options: CardOptions): Meaning {
  const hasTag = (roots: readonly string[]): boolean =>
    tags.some(({ name }) => roots.some((root) => isUnder(name, root)));
  const isWanted = options.watch === 'all' || isInFolders(path, options.folders) || hasTag(options.tags);
  return {
    watched: isWanted && !hasTag(options.tagsOff),
    isOff: hasTag([options.offTag]),
    deck: deckOf(path, tags, options.tags),
  };
}

/** Properties that were tags before Obsidian 1.9, where they would make another note of it. */
function tagProblems(
  path: string,
  properties: Properties,
  tags: readonly Tag[],
  options: CardOptions,
  lineAt: (at: number) => number,
): readonly Problem[] {
  const mistaken = mistakenTags(properties);
  if (mistaken.length === 0) return [];
  const now = meaningOf(path, tags, options);
  return mistaken.flatMap(({ key, at, names }): Problem[] => {
    const then = meaningOf(path, [...names.map((name) => ({ name, at: -1 })), ...tags], options);
    const isSame = then.watched === now.watched && then.isOff === now.isOff && then.deck === now.deck;
    if (isSame || !(then.watched || now.watched)) return [];
    const { tagsAsText, tagsElsewhere } = problemWords.note;
    const message = key === 'tags' ? tagsAsText(names.join(', ')) : tagsElsewhere(key);
    return [{ path, line: lineAt(at), message, fix: 'tags' }];
  });
}

function conflictProblem(path: string, original: string): Problem {
  return { path, line: 1, message: problemWords.note.conflictCopy(noteTitle(original)), fix: 'compare' };
}

/**
 * Reads the cards of a note. Never throws on any text: what is wrong is told in `problems`, what gave no card in
 * `skipped`. Offsets of the cards are into the text without a byte order mark.
 */
export function extractCards(
  file: { path: string; text: string },
  options: CardOptions = defaultCardOptions,
): NoteCards {
  const { path } = file;
  const title = noteTitle(path);
  const text = file.text.replace(/^\uFEFF/, '');
  const none = {
    note: path,
    title,
    aliases: [],
    deck: '',
    watched: false,
    cards: [],
    skipped: [],
    problems: [],
  };
  if (/\.excalidraw\.md$/i.test(path) || isInFolders(path, options.foldersOff)) return none;
  const outline = readOutline(text);
  const { frontmatter } = outline;
  const properties = frontmatter
    ? readProperties(text.slice(frontmatter.start, frontmatter.end), frontmatter.start)
    : noProperties;
  if (properties.list.some(({ key }) => key === 'excalidraw-plugin')) return none;
  const roots = [...options.tags, options.offTag, ...options.tagsOff].map((tag) => tag.toLowerCase());
  const tags = [...frontmatterTags(properties), ...bodyTags(text, outline, roots)];
  const tagSpans = tags
    .filter(({ at }) => at >= 0)
    .map(({ name, at }) => ({ start: at, end: at + 1 + name.length }));
  const note: NoteText = { title, text, outline, tags: tagSpans, options };
  const meaning = meaningOf(path, tags, options);
  const original = originalOf(path);
  const watched = meaning.watched && original === null;
  const offTags = tags.filter(({ name }) => isUnder(name, options.offTag));
  const lineAt = lineCounter(text);
  const about = {
    note: path,
    title,
    aliases: valuesFor(properties, ['aliases', 'alias']),
    deck: meaning.deck,
    watched,
  };
  const problems = [
    ...(original !== null && meaning.watched ? [conflictProblem(path, original)] : []),
    ...tagProblems(path, properties, tags, options, lineAt),
    ...(watched ? problemsOf(path, note, properties, lineAt) : []),
  ];
  if (!watched) return { ...about, cards: [], skipped: [], problems };
  if (offTags.some(({ at }) => at < 0)) {
    return {
      ...about,
      cards: [],
      skipped: [{ line: 1, reason: 'left out by "no cards"', text: title }],
      problems,
    };
  }
  const apart = options.onlyNotes ? notNote(outline, properties) : null;
  if (apart) return { ...about, cards: [], skipped: [{ line: 1, reason: apart, text: title }], problems };
  const found = allDrafts(note, properties, offTags);
  return {
    ...about,
    cards: toCards(path, note, meaning.deck, found, lineAt),
    skipped: found.skipped
      .sort((a, b) => a.at - b.at)
      .map(({ at, reason }) => ({
        line: lineAt(at),
        reason,
        text: plainText(firstLine(text, at)),
      })),
    problems,
  };
}
