// Converts an Anki deck, exported as text or CSV, to notes: one note per deck, questions as headings, clozes as
// paragraphs. Returns files to create and writes none. Rows that don't become their own card are reported with their
// line.
import { defaultCardOptions, type CardOptions } from '../card/options.ts';
import { drain } from '../history/drain.ts';
import type { Problem } from '../note/problem.ts';
import { problemMessage } from '../text/message.ts';
import { deckTableSteps } from './deck-table.ts';
import { DeckWriter, type NewFile, type ReadCard } from './deck-writer.ts';

export interface AnkiImport {
  readonly files: readonly NewFile[];
  readonly cards: number;
  /** The notes' cards, as they will be read and asked. */
  readonly read: readonly ReadCard[];
  readonly problems: readonly Problem[];
}

export interface DeckProgress {
  /** Rows written so far. */
  readonly done: number;
  /** 0 while the file is being split into rows. */
  readonly of: number;
}

/**
 * @param path of the deck's file, for problems, and as the deck's name if the file doesn't name one
 * @param folder for the new notes, from the vault's root
 * @param tag a watched tag, without `#`
 * @param options of the vault the notes are for
 */
export function importDeck(
  path: string,
  content: string,
  folder: string,
  tag: string,
  options: CardOptions = defaultCardOptions,
): AnkiImport {
  return drain(importSteps({ path, content, folder, tag, options, isWhole: true }));
}

export interface DeckFile {
  readonly path: string;
  readonly content: string;
  readonly folder: string;
  readonly tag: string;
  readonly options: CardOptions;
  /** Whether to read a long note back as a whole at the end, which takes more than a second for 20,000 rows. */
  readonly isWhole: boolean;
}

/** The same in steps of a few milliseconds, one per row. */
export function* importSteps({
  path,
  content,
  folder,
  tag,
  options,
  isWhole,
}: DeckFile): Generator<DeckProgress, AnkiImport, undefined> {
  const table = yield* reported(deckTableSteps(content), { done: 0, of: 0 });
  const tags = options.tags.includes(tag) ? options.tags : [...options.tags, tag];
  // Escape separators without spaces too, so the row stays its card if they are enabled later.
  const watched = { ...options, tags, gluedSeparators: true };
  const writer = new DeckWriter(path, folder, tag, watched, table.html);
  if (table.unclosed !== null) writer.tell(table.unclosed, problemMessage('deck/openQuote'));
  const of = table.rows.length;
  for (const [done, row] of table.rows.entries()) {
    writer.add(row);
    yield { done: done + 1, of };
  }
  const notes = yield* reported(writer.notes(isWhole), { done: of, of });
  const read = notes.flatMap(({ cards }) => cards);
  return {
    files: notes.map(({ file }) => file),
    cards: read.length,
    read,
    problems: writer.problems.sort((a, b) => a.line - b.line),
  };
}

/** Tells the same progress at each step of some work. */
export function* reported<Progress, T>(
  work: Generator<undefined, T, undefined>,
  progress: Progress,
): Generator<Progress, T, undefined> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield progress;
  }
}
