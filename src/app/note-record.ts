// One note of the index as a line of text, and back. Arrays by position rather than objects: a third of the size, and
// 13,000 cards are read in half the time.
import type { Source } from '../core/card/card.ts';
import { noteTitle } from '../core/card/extract.ts';
import type { IndexedCard, IndexedNote } from './indexed-note.ts';
import type { FileStat } from './ports.ts';

/** Count it up when a record takes another shape. */
export const recordVersion = 2;

/** What the index knows of a file. */
export interface NoteRecord {
  readonly mtime: number;
  readonly size: number;
  /** Null where only `texts` were asked for. */
  readonly note: IndexedNote | null;
  /** Keys of the texts that are cards when every option is on; null where nobody asked. */
  readonly texts: readonly string[] | null;
}

const sources: readonly Source[] = [
  'title',
  'property',
  'heading',
  'lead-in',
  'callout',
  'cloze',
  'separator',
];

/** Context: the title and all headings, the title and all headings but the last, or texts of its own. */
type ContextRow = 0 | 1 | readonly string[];
type RareRow = Pick<IndexedCard, 'chip' | 'nth' | 'group' | 'blockId'>;
type CardRow = readonly [
  textId: string,
  source: number,
  question: string,
  headings: number,
  context: ContextRow,
  ordinal: number,
  line: number,
  questionHash: string,
  answerHash: string,
  sketch: string,
  length: number,
  words: number,
  rare: RareRow | 0,
  asksName: 0 | 1,
];
type NoteRow = Pick<IndexedNote, 'aliases' | 'watched' | 'deck' | 'skipped' | 'problems'> & {
  readonly headings: readonly (readonly string[])[];
  readonly cards: readonly CardRow[];
};
type Row = readonly [mtime: number, size: number, note: NoteRow | null, texts: readonly string[] | null];

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function contextRow({ context, headings }: IndexedCard, title: string): ContextRow {
  if (equal(context, [title, ...headings])) return 0;
  return equal(context, [title, ...headings.slice(0, -1)]) ? 1 : context;
}

function contextOf(row: ContextRow, title: string, headings: readonly string[]): readonly string[] {
  if (row === 0) return [title, ...headings];
  return row === 1 ? [title, ...headings.slice(0, -1)] : row;
}

function noteRow({ title, aliases, watched, deck, cards, skipped, problems }: IndexedNote): NoteRow {
  const headings: (readonly string[])[] = [];
  const rows = cards.map((card): CardRow => {
    const { chip, nth, group, blockId, kept } = card;
    let at = headings.findIndex((other) => equal(other, card.headings));
    if (at < 0) at = headings.push(card.headings) - 1;
    const isRare = chip !== null || nth !== null || group !== null || blockId !== null;
    return [
      card.textId,
      sources.indexOf(card.source),
      card.question,
      at,
      contextRow(card, title),
      card.ordinal,
      card.line,
      kept.questionHash,
      kept.answerHash,
      kept.sketch,
      kept.length,
      kept.words,
      isRare ? { chip, nth, group, blockId } : 0,
      card.asksName ? 1 : 0,
    ];
  });
  return { aliases, watched, deck, skipped, problems, headings, cards: rows };
}

const common: RareRow = { chip: null, nth: null, group: null, blockId: null };

function noteOf(path: string, row: NoteRow): IndexedNote {
  const { aliases, watched, deck, skipped, problems, headings } = row;
  const title = noteTitle(path);
  // Cards of one section share their arrays.
  const contexts = headings.map((each) => [contextOf(0, title, each), contextOf(1, title, each)] as const);
  const cards = row.cards.map((card): IndexedCard => {
    const [textId, source, question, at, context, ordinal, line, questionHash, answerHash, sketch] = card;
    const [, , , , , , , , , , length, words, rare, asksName] = card;
    const { chip, nth, group, blockId } = rare === 0 ? common : rare;
    return {
      note: path,
      source: sources[source] ?? 'heading',
      question,
      context: typeof context === 'number' ? (contexts[at]?.[context] ?? []) : context,
      chip,
      nth,
      deck,
      line,
      headings: headings[at] ?? [],
      ordinal,
      group,
      blockId,
      textId,
      asksName: asksName === 1,
      kept: { questionHash, answerHash, sketch, length, words },
    };
  });
  return { note: path, title, aliases, watched, deck, cards, skipped, problems };
}

/**
 * FNV-1a over UTF-16 units. A fifth of the time of a CRC, which every record of a start pays, and enough to tell
 * damage.
 */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Begins with a checksum, so that a record that was damaged is told from one that is whole. */
export function encodeRecord(path: string, { mtime, size, note, texts }: NoteRecord): string {
  const row: Row = [mtime, size, note && noteRow(note), texts];
  const text = JSON.stringify(row);
  return `${checksum(path + text)} ${text}`;
}

/** Null for a record of another file or another size or time, and for one that is damaged. */
export function decodeRecord({ path, mtime, size }: FileStat, record: string): NoteRecord | null {
  const at = record.indexOf(' ');
  const text = record.slice(at + 1);
  // What is out of date is told before the costly part.
  if (!text.startsWith(`[${mtime},${size},`)) return null;
  if (record.slice(0, Math.max(at, 0)) !== checksum(path + text)) return null;
  // The checksum vouches for the shape: only `encodeRecord` writes it.
  const [, , note, texts] = JSON.parse(text) as Row;
  return { mtime, size, note: note && noteOf(path, note), texts };
}
