// The column layout of all lines of a history: rows of one card id are contiguous, reviews are numbers, and all else
// is the part of the line that the numbers do not give. Every line is restored character for character.
import { type Column, readColumns, textsOf, writeColumns } from './columns.ts';

/** Increase it when a column's meaning changes. */
const shape = 2;

const numbers = [
  /** Per row: see `RowKind`. */
  'kind',
  /** Index into `devices`. */
  'device',
  'sequence',
  /** ms, as written. */
  'time',
  /** Index into `batches`, from 1; 0 for none. */
  'batch',
  /** For a review: grade, ms to answer, minutes east of UTC, study day. For a row kept whole, `took` indexes `raws`. */
  'grade',
  'took',
  'zone',
  'day',
  /** Where each row's text begins in `text`, and where the last ends. */
  'textFrom',
  'text',
  /** Per id: its first row; then where the last ends. */
  'rowFrom',
  /** Whether the id is canonical for a card with a history. */
  'hasCard',
  /** Per id: the path of the card's snapshot, an index into `paths`, from 1; 0 for none. */
  'snapshotPath',
  /** The source of that snapshot, in `sources`, and its question and answer hashes, with where each begins and ends. */
  'snapshotSource',
  'snapshotHashFrom',
  'snapshotHashes',
  /** Rows whose effective time differs from their own, with that time and study day. */
  'bentRow',
  'bentTime',
  'bentDay',
  /** Rows that hold an imported memory, and rows that mark two cards as different. */
  'memoryRow',
  'apartRow',
  /** 1 if two imported memories share a name. */
  'rivals',
  /** See `NameRows`. */
  'nameCells',
  'nameChars',
  'nameFrom',
  /** Three per device: the highest sequence, the time of that line, and the study day of its last review. */
  'deviceEnd',
] as const;

const texts = ['devices', 'batches', 'paths', 'sources', 'raws', 'others'] as const;

export type Numbers = Readonly<Record<(typeof numbers)[number], Column>>;
export type Texts = Readonly<Record<(typeof texts)[number], readonly string[]>>;

/** `brief`: a snapshot whose text is shortened by what else is known of the card's last one. */
export const rowKinds = { review: 0, snapshot: 1, field: 2, whole: 3, brief: 4 } as const;

export function encodeLayout(
  columns: Numbers,
  textColumns: Readonly<Record<keyof Texts, Column>>,
): Uint8Array {
  return writeColumns(shape, [
    ...numbers.map((name) => columns[name]),
    ...texts.map((name) => textColumns[name]),
  ]);
}

/** Null if the block is damaged or has a different shape. */
export function decodeLayout(block: Uint8Array): { readonly numbers: Numbers; readonly texts: Texts } | null {
  const columns = readColumns(shape, block);
  if (columns?.length !== numbers.length + texts.length) return null;
  const empty = new Uint8Array(0);
  return {
    numbers: Object.fromEntries(numbers.map((name, at) => [name, columns[at] ?? empty])) as Numbers,
    texts: Object.fromEntries(
      texts.map((name, at) => [name, textsOf(columns[numbers.length + at] ?? empty)]),
    ) as unknown as Texts,
  };
}

/** The start of a line, before the part that only its text holds; `letter` is the kind in the log. */
export function frameOf(id: string, time: number, letter: string, card: string): string {
  return `{"i":"${id}","t":${String(time)},"k":"${letter}","c":${JSON.stringify(card)},`;
}

export function batchEnd(batch: string | undefined): string {
  return batch === undefined ? '}' : `,"b":${JSON.stringify(batch)}}`;
}

/** The rest of a review line. */
export function reviewText(grade: number, took: number, zone: number, day: number): string {
  return `"g":${String(grade)},"d":${String(took)},"z":${String(zone)},"y":${String(day)}`;
}
