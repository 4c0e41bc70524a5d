// How all lines of a history stand in columns: the rows of one card's id behind each other, reviews as numbers, all
// else as the part of the line that the numbers do not tell. Every line comes back to the letter.
import { type Column, readColumns, textsOf, writeColumns } from './columns.ts';

/** Count it up when a column gets another meaning. */
const shape = 1;

const numbers = [
  /** Of each row: see `RowKind`. */
  'kind',
  /** In `devices`. */
  'device',
  'sequence',
  /** ms, as written. */
  'time',
  /** In `batches`, from 1 on; 0 for none. */
  'batch',
  /** Of a review: grade, ms to answer, minutes east of UTC, study day. Of a row kept whole, `took` is its place in `raws`. */
  'grade',
  'took',
  'zone',
  'day',
  /** Where the text of each row begins in `text`, and where the last ends. */
  'textFrom',
  'text',
  /** Of each id: its first row; then where the last ends. */
  'rowFrom',
  /** Whether the id stands for a card with a history. */
  'hasCard',
  /** Of each id: the path of the card's look, in `paths`, from 1 on; 0 for none. */
  'lookPath',
  /** The source of that look, in `sources`, and the hashes of its question and answer, where each begins and ends. */
  'lookSource',
  'lookHashFrom',
  'lookHashes',
  /** Rows that count at another time than they say, and that time and study day. */
  'bentRow',
  'bentTime',
  'bentDay',
  /** Rows that hold an imported memory, and that part two cards. */
  'memoryRow',
  'apartRow',
  /** 1 where two imported memories have one name. */
  'rivals',
  /** See `NameRows`. */
  'nameCells',
  'nameChars',
  'nameFrom',
  /** Three of each device: the highest sequence, the time of that line, and the study day of its last review. */
  'deviceEnd',
] as const;

const texts = ['devices', 'batches', 'paths', 'sources', 'raws', 'others'] as const;

export type Numbers = Readonly<Record<(typeof numbers)[number], Column>>;
export type Texts = Readonly<Record<(typeof texts)[number], readonly string[]>>;

export const rowKinds = { review: 0, look: 1, field: 2, whole: 3 } as const;

export function encodeLayout(
  columns: Numbers,
  textColumns: Readonly<Record<keyof Texts, Column>>,
): Uint8Array {
  return writeColumns(shape, [
    ...numbers.map((name) => columns[name]),
    ...texts.map((name) => textColumns[name]),
  ]);
}

/** Null for a block that is damaged, or of another shape. */
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

/** What a line says before that which only its text knows; `letter` is the kind in the log. */
export function frameOf(id: string, time: number, letter: string, card: string): string {
  return `{"i":"${id}","t":${String(time)},"k":"${letter}","c":${JSON.stringify(card)},`;
}

export function batchEnd(batch: string | undefined): string {
  return batch === undefined ? '}' : `,"b":${JSON.stringify(batch)}}`;
}

/** What a review says besides. */
export function reviewText(grade: number, took: number, zone: number, day: number): string {
  return `"g":${String(grade)},"d":${String(took)},"z":${String(zone)},"y":${String(day)}`;
}
