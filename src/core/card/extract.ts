// Turns a file's text into a note's cards: checks whether it is watched, reads its properties and reports problems.
import { afterSpace } from '../note/blanks.ts';
import { crowdedSpans } from '../note/parse/crowded.ts';
import { deepSpans } from '../note/parse/deep.ts';
import { plainText } from '../note/plain-text.ts';
import { frontmatterEnd } from '../note/mask.ts';
import { frontmatterSpan, readOutline } from '../note/outline.ts';
import type { Problem } from '../note/problem.ts';
import { noProperties, readProperties, valuesFor, type Properties } from '../note/properties.ts';
import { isInFolders } from '../note/folder.ts';
import { originalOf } from '../note/conflict-copy.ts';
import { bodyTags, frontmatterTags, isTagUnder, mistakenTags, type Tag } from '../note/tags/tags.ts';
import { problemMessage } from '../text/message.ts';
import type { Card } from './card.ts';
import { deckOf } from './deck.ts';
import type { NoteText, SkipReason } from './draft.ts';
import { lineCounter } from './text/line-counter.ts';
import {
  defaultCardOptions,
  everyCard,
  everyNote,
  optionsOfDeck,
  type CardOptions,
  type ReadOptions,
} from './options.ts';
import { allDrafts, onlyWhole } from './note-drafts.ts';
import { listsOf, type Lists } from './lists/listed.ts';
import { isDrawing, notNote } from './not-note.ts';
import { noteSubject } from './prompt/note-subject.ts';
import { mayHoldTable } from './table/cells.ts';
import { toCards } from './to-cards.ts';
import { noteWords } from './worth/note-words.ts';

/** A block that made no card. */
export interface SkippedBlock {
  /** 1-based. */
  readonly line: number;
  readonly reason: SkipReason;
  /** The first words of the block. */
  readonly text: string;
}

export interface NoteCards {
  /** Path from the vault root. */
  readonly note: string;
  readonly title: string;
  /** What the note is about, as used in prompts; see `noteSubject`. */
  readonly subject: string;
  readonly aliases: readonly string[];
  /** Whether the note has a watched tag. */
  readonly watched: boolean;
  readonly deck: string;
  /** In line order; empty for an unwatched note. */
  readonly cards: readonly Card[];
  readonly skipped: readonly SkippedBlock[];
  readonly problems: readonly Problem[];
}

interface NoteFile {
  readonly path: string;
  readonly text: string;
}

/** The note's name without folder or `.md`. */
export function noteTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The text from `at` to the end of its line, at most 120 characters. */
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
  if (error)
    problems.push({ path, line: lineAt(error.at), message: problemMessage('note/yaml', error.message) });
  const fence = note.outline.unclosedFence;
  if (fence !== null) problems.push({ path, line: lineAt(fence), message: problemMessage('note/openFence') });
  const [deep] = deepSpans(note.outline.masked);
  if (deep) problems.push({ path, line: lineAt(deep.start), message: problemMessage('note/deep') });
  for (const { start } of crowdedSpans(note.outline.masked)) {
    const line = lineAt(afterSpace(note.text, start, note.text.length));
    problems.push({ path, line, message: problemMessage('note/crowded') });
  }
  return problems;
}

interface Meaning {
  readonly watched: boolean;
  /** Whether it is read as a whole, watched or not. */
  readonly isReading: boolean;
  readonly isOff: boolean;
  readonly deck: string;
}

/** What a note's tags say about it. */
function meaningOf(path: string, tags: readonly Tag[], options: CardOptions): Meaning {
  const hasTag = (roots: readonly string[]): boolean =>
    tags.some(({ name }) => roots.some((root) => isTagUnder(name, root)));
  const isWanted = options.watch === 'all' || isInFolders(path, options.folders) || hasTag(options.tags);
  return {
    watched: isWanted && !hasTag(options.tagsOff),
    isReading: (options.noteTags.includes(everyNote) || hasTag(options.noteTags)) && !hasTag(options.tagsOff),
    isOff: hasTag([options.offTag]),
    deck: deckOf(path, tags, options.tags),
  };
}

/** Properties that were tags before Obsidian 1.9, if they would change how the note is treated. */
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
    const message =
      key === 'tags'
        ? problemMessage('note/tagsAsText', names.join(', '))
        : problemMessage('note/tagsElsewhere', key);
    return [{ path, line: lineAt(at), message, fix: 'tags' }];
  });
}

function conflictProblem(path: string, original: string): Problem {
  return { path, line: 1, message: problemMessage('note/conflictCopy', noteTitle(original)), fix: 'compare' };
}

/** Extracts the cards of notes, one after the other, with the same options. See `extractCards`. */
export function cardReader(options: ReadOptions): (file: NoteFile) => NoteCards {
  const lists = listsOf(options);
  return (file) => readCards(file, options, lists);
}

/**
 * Extracts the cards of a note. Never throws, whatever the text: errors go to `problems`, blocks that made no card to
 * `skipped`. Card offsets are relative to the text without its byte order mark.
 */
export function extractCards(file: NoteFile, options: ReadOptions = defaultCardOptions): NoteCards {
  return readCards(file, options, listsOf(options));
}

function readCards(file: NoteFile, options: ReadOptions, lists: Lists): NoteCards {
  const { path } = file;
  const title = noteTitle(path);
  const text = file.text.replace(/^\uFEFF/, '');
  const none = {
    note: path,
    title,
    subject: title,
    aliases: [],
    deck: '',
    watched: false,
    cards: [],
    skipped: [],
    problems: [],
  };
  if (isInFolders(path, options.foldersOff)) return none;
  const bodyStart = frontmatterEnd(text);
  const frontmatter = bodyStart > 0 ? frontmatterSpan(text, bodyStart) : null;
  const properties = frontmatter
    ? readProperties(text.slice(frontmatter.start, frontmatter.end), frontmatter.start)
    : noProperties;
  if (isDrawing(path, properties)) {
    // Its content, sometimes megabytes, is never parsed.
    const { watched } = meaningOf(path, frontmatterTags(properties), options);
    const skipped: SkippedBlock[] = [{ line: 1, reason: 'a drawing', text: title }];
    return watched ? { ...none, watched, skipped } : none;
  }
  const outline = readOutline(text);
  const roots = [...options.tags, ...options.noteTags, options.offTag, ...options.tagsOff].map((tag) =>
    tag.toLowerCase(),
  );
  const tags = [...frontmatterTags(properties), ...bodyTags(text, outline, roots)];
  const tagSpans = tags
    .filter(({ at }) => at >= 0)
    .map(({ name, at }) => ({ start: at, end: at + 1 + name.length }));
  const subject = noteSubject(title, outline);
  const meaning = meaningOf(path, tags, options);
  const note: NoteText = {
    path,
    title,
    subject,
    text,
    outline,
    tags: tagSpans,
    options: optionsOfDeck(options, meaning.deck),
    lists,
    boxes: options.boxes,
    words: noteWords({ title, subject }),
  };
  const original = originalOf(path);
  const watched = (meaning.watched || meaning.isReading) && original === null;
  const offTags = tags.filter(({ name }) => isTagUnder(name, options.offTag));
  const lineAt = lineCounter(text);
  const about = {
    note: path,
    title,
    subject,
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
  const apart = options.onlyNotes ? notNote(path, outline, properties, options.templateFolders) : null;
  if (apart) return { ...about, cards: [], skipped: [{ line: 1, reason: apart, text: title }], problems };
  const found = meaning.watched ? allDrafts(note, properties, offTags, meaning.isReading) : onlyWhole(note);
  return {
    ...about,
    cards: toCards(path, note, meaning.deck, found, lineAt),
    skipped: [...found.skipped]
      .sort((a, b) => a.at - b.at)
      .map(({ at, reason }) => ({
        line: lineAt(at),
        reason,
        text: plainText(firstLine(text, at)),
      })),
    problems,
  };
}

/**
 * All cards a note can make, whatever the settings. A glued mark takes its line out of the answer around it, and so does
 * a table; so each of these readings counts, and cards in several of them appear as often.
 */
export function possibleCards(file: NoteFile): readonly Card[] {
  const readings: CardOptions[] = [{ ...everyCard, noteTags: [everyNote] }];
  if (file.text.includes('::')) readings.push({ ...everyCard, gluedSeparators: false });
  if (mayHoldTable(file.text))
    readings.push({ ...everyCard, wideTables: 'cells' }, { ...everyCard, sourcesOff: ['table'] });
  return readings.flatMap((options) => extractCards(file, options).cards);
}
