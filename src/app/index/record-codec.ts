// Encodes one file of the index as a line of text and decodes it: a checksum, what every start needs, and what it
// rarely needs, separated by tabs.
import type { Card } from '../../core/card/card.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { IndexedNote } from './indexed-note.ts';
import { checksumFrom } from '../work/kept-texts.ts';
import { BodyText } from './note-body.ts';
import type { FileStat } from '../ports.ts';

/** Increment when the shape of a record changes. */
export const recordVersion = 16;

/** What the index knows about a file. */
export interface NoteRecord {
  readonly mtime: number;
  readonly size: number;
  /** Null if only `texts` were requested. */
  readonly note: IndexedNote | null;
  /** Keys of the texts that are cards with every option on; null if not requested. */
  readonly texts: readonly string[] | null;
}

type HeadRow =
  | readonly [mtime: number, size: number, isNote: 0]
  | readonly [
      mtime: number,
      size: number,
      isNote: 1,
      watched: boolean,
      deck: string,
      ids: string,
      lines: readonly number[],
      groups: readonly (string | null)[] | null,
      isTroubled: boolean,
      asides: readonly Card['aside'][] | null,
      ranks: string,
      longs: readonly number[] | null,
    ];

function headOf({ mtime, size, note }: NoteRecord): HeadRow {
  if (!note) return [mtime, size, 0];
  const { watched, deck, ids, lines, groups, isTroubled, asides, ranks, longs } = note.head;
  return [mtime, size, 1, watched, deck, ids, lines, groups, isTroubled, asides, ranks, longs];
}

/** Begins with a checksum, so that damaged records are detected. */
export function encodeRecord(path: string, record: NoteRecord): string {
  const { note, texts } = record;
  const text = `\t${JSON.stringify(headOf(record))}\t${note?.text() ?? ''}\t${texts ? JSON.stringify(texts) : ''}`;
  return `${checksumFrom(path, text, 1)}${text}`;
}

/** Null if the record is damaged, or its file, size or time differs. */
export function decodeRecord({ path, mtime, size }: FileStat, record: string): NoteRecord | null {
  // Outdated records are detected before the costly part.
  return record.startsWith(`[${mtime},${size},`, record.indexOf('\t') + 1) ? readRecord(path, record) : null;
}

/** The same for any size and time. */
export function readRecord(path: string, record: string): NoteRecord | null {
  const head = record.indexOf('\t') + 1;
  if (record.slice(0, Math.max(head - 1, 0)) !== checksumFrom(path, record, head)) return null;
  // The checksum guarantees the shape: only `encodeRecord` writes it.
  const body = record.indexOf('\t', head) + 1;
  const texts = record.indexOf('\t', body) + 1;
  const row = JSON.parse(record.slice(head, body - 1)) as HeadRow;
  const [mtime, size] = row;
  return {
    mtime,
    size,
    note: row[2] === 0 ? null : noteOf(path, row, record.slice(body, texts - 1)),
    texts: texts === record.length ? null : (JSON.parse(record.slice(texts)) as string[]),
  };
}

function noteOf(path: string, row: Extract<HeadRow, { 2: 1 }>, body: string): IndexedNote {
  const [, , , watched, deck, ids, lines, groups, isTroubled, asides, ranks, longs] = row;
  const head = { watched, deck, ids, lines, groups, isTroubled, asides, ranks, longs, digests: null };
  return new IndexedNote(path, head, BodyText.kept(noteTitle(path), body));
}
