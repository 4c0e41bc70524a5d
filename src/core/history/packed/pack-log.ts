// Packs all lines of a history into the columns that are kept between starts.
import type { HistoryEvent, SnapshotKey, ReviewEvent } from '../event.ts';
import type { LogLine } from '../log-format.ts';
import { deviceOf, sequenceOf } from '../order.ts';
import { type Column, isAscii, textColumn } from './columns.ts';
import { briefSnapshot } from './brief-snapshot.ts';
import { batchEnd, encodeLayout, frameOf, type Numbers, rowKinds } from './layout.ts';
import { NameRows } from './name-rows.ts';
import { textOfReview } from './packed-log.ts';

/** A history to pack. It must not change meanwhile. */
export interface Packable {
  /** All ids that lines name as their card. */
  readonly ids: readonly string[];
  /** The number of lines of single cards, and all other lines. */
  readonly rows: number;
  readonly others: readonly LogLine[];
  linesOf(id: string): readonly LogLine[];
  /** The event at its effective time. */
  of(event: HistoryEvent): HistoryEvent;
  hasCard(id: string): boolean;
  /** Where a card was, and what identifies it; null if it has no snapshot. */
  snapshot(id: string): SnapshotKey | null;
}

/** Numbers texts in the order they arrive. */
class Places {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.push(text) - 1;
      this.#places.set(text, place);
    }
    return place;
  }
}

/** Approximate characters in a line with a snapshot. */
const usualText = 400;

class Text {
  #bytes = new Uint8Array(usualText);
  length = 0;

  add(text: string): void {
    if (this.length + text.length > this.#bytes.length) {
      const bytes = new Uint8Array(2 * (this.length + text.length));
      bytes.set(this.#bytes);
      this.#bytes = bytes;
    }
    for (let at = 0; at < text.length; at += 1) this.#bytes[this.length + at] = text.charCodeAt(at);
    this.length += text.length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

class Ends {
  readonly devices = new Places();
  readonly #ends: [sequence: number, t: number, day: number, dayAt: number][] = [];
  /** The numbers of all lines, by device: a set of their ids took a fifth of the time of packing. */
  readonly #sequences: number[][] = [];

  /** The index of its device; null if an id is not written our way. */
  take(event: HistoryEvent): number | null {
    const [device, sequence] = [deviceOf(event.i), sequenceOf(event.i)];
    if (event.i !== `${device}.${String(sequence)}`) return null;
    const place = this.devices.of(device);
    const end = (this.#ends[place] ??= [-Infinity, -Infinity, -Infinity, -Infinity]);
    (this.#sequences[place] ??= []).push(sequence);
    if (sequence > end[0]) [end[0], end[1]] = [sequence, event.t];
    if (event.k === 'r' && sequence > end[3]) [end[2], end[3]] = [event.y, sequence];
    return place;
  }

  /** Whether two lines share a number. */
  get haveTwins(): boolean {
    return this.#sequences.some((sequences) => {
      const inOrder = Float64Array.from(sequences).sort();
      return inOrder.some((sequence, at) => at > 0 && sequence === inOrder[at - 1]);
    });
  }

  column(): Float64Array {
    return Float64Array.from(this.#ends.flatMap(([sequence, t, day]) => [sequence, t, day]));
  }
}

/** Maximum number of devices a column can hold. */
const mostDevices = 0x7fff;

/**
 * The columns of a history; null if it has something they cannot hold: a cloned device, ids with unusual
 * characters. Yields how many ids are done.
 */
export function* packing(log: Packable): Generator<number, Uint8Array | null, undefined> {
  const { rows, ids } = log;
  const numbers = {
    kind: new Uint8Array(rows),
    device: new Uint16Array(rows),
    sequence: new Float64Array(rows),
    time: new Float64Array(rows),
    batch: new Int32Array(rows),
    grade: new Uint8Array(rows),
    took: new Int32Array(rows),
    zone: new Int32Array(rows),
    day: new Int32Array(rows),
    textFrom: new Int32Array(rows + 1),
    rowFrom: new Int32Array(ids.length + 1),
    hasCard: new Uint8Array(ids.length),
    snapshotPath: new Int32Array(ids.length),
    snapshotSource: new Int32Array(ids.length),
    snapshotHashFrom: new Int32Array(2 * ids.length + 1),
  };
  const [ends, batches, paths, sources] = [new Ends(), new Places(), new Places(), new Places()];
  const [text, hashes] = [new Text(), new Text()];
  const raws: string[] = [];
  const bent: (readonly [row: number, event: HistoryEvent])[] = [];
  const [memoryRow, apartRow]: [number[], number[]] = [[], []];
  const memories = new Set<unknown>();
  let row = 0;
  const bend = (event: HistoryEvent): void => {
    const counts = log.of(event);
    if (counts !== event) bent.push([row, counts]);
  };
  for (const [at, id] of ids.entries()) {
    if (!isAscii(id)) return null;
    const snapshot = log.snapshot(id);
    for (const line of log.linesOf(id)) {
      const { event } = line;
      const device = ends.take(event);
      if (device === null || row >= rows) return null;
      const { b, t, i } = event;
      numbers.device[row] = device;
      numbers.sequence[row] = sequenceOf(i);
      numbers.time[row] = t;
      numbers.batch[row] = b === undefined ? 0 : batches.of(b) + 1;
      const rest = event.k === 'r' ? null : restOf(line, id);
      if (event.k === 'r' && textOfReview(event) === line.text) fillReview(numbers, row, event);
      else if (rest !== null) {
        const brief = event.k === 'c' && snapshot ? briefSnapshot(rest, snapshot) : null;
        if (brief !== null) numbers.kind[row] = rowKinds.brief;
        else numbers.kind[row] = event.k === 'c' ? rowKinds.snapshot : rowKinds.field;
        text.add(brief ?? rest);
      } else {
        numbers.kind[row] = rowKinds.whole;
        numbers.took[row] = raws.push(line.text) - 1;
      }
      if (event.k === 'x' && event.w === 'memory') {
        memoryRow.push(row);
        memories.add((event.v as { readonly key: unknown }).key);
      }
      if (event.k === 'x' && event.w === 'apart') apartRow.push(row);
      bend(event);
      row += 1;
      numbers.textFrom[row] = text.length;
    }
    numbers.rowFrom[at + 1] = row;
    numbers.hasCard[at] = log.hasCard(id) ? 1 : 0;
    numbers.snapshotPath[at] = snapshot ? paths.of(snapshot.path) + 1 : 0;
    numbers.snapshotSource[at] = snapshot ? sources.of(snapshot.source) + 1 : 0;
    for (const [nth, hash] of [snapshot?.questionHash ?? '', snapshot?.answerHash ?? ''].entries()) {
      if (!isAscii(hash)) return null;
      hashes.add(hash);
      numbers.snapshotHashFrom[2 * at + nth + 1] = hashes.length;
    }
    yield at;
  }
  if (row !== rows) return null;
  for (const { event } of log.others) {
    if (ends.take(event) === null) return null;
    bend(event);
    row += 1;
  }
  if (ends.devices.texts.length > mostDevices || ends.haveTwins) return null;
  yield ids.length;
  const names = NameRows.of(ids);
  yield ids.length;
  const columns: Numbers = {
    ...numbers,
    text: text.bytes,
    snapshotHashes: hashes.bytes,
    bentRow: Int32Array.from(bent, ([at]) => at),
    bentTime: Float64Array.from(bent, ([, event]) => event.t),
    bentDay: Float64Array.from(bent, ([, event]) => (event.k === 'r' ? event.y : 0)),
    memoryRow: Int32Array.from(memoryRow),
    apartRow: Int32Array.from(apartRow),
    rivals: Uint8Array.of(memories.size < memoryRow.length ? 1 : 0),
    nameCells: names.cells,
    nameChars: names.chars,
    nameFrom: names.from,
    deviceEnd: ends.column(),
  };
  yield ids.length;
  return encodeLayout(columns, {
    devices: textColumn(ends.devices.texts),
    batches: textColumn(batches.texts),
    paths: textColumn(paths.texts),
    sources: textColumn(sources.texts),
    raws: textColumn(raws),
    others: textColumn(log.others.map((line) => line.text)),
  });
}

function fillReview(
  numbers: Readonly<Record<'kind' | 'grade' | 'took' | 'zone' | 'day', Column>>,
  row: number,
  { g, d, z, y }: ReviewEvent,
): void {
  numbers.kind[row] = rowKinds.review;
  numbers.grade[row] = g;
  numbers.took[row] = d;
  numbers.zone[row] = z;
  numbers.day[row] = y;
}

/** The part that only the line's text holds; null if the line is not written our way. */
function restOf({ event, text }: LogLine, card: string): string | null {
  const { i, t, k, b } = event;
  const [frame, end] = [frameOf(i, t, k, card), batchEnd(b)];
  if (!text.startsWith(frame) || !text.endsWith(end) || text.length <= frame.length + end.length) return null;
  const rest = text.slice(frame.length, text.length - end.length);
  return isAscii(rest) ? rest : null;
}
