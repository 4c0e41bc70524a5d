// All lines of a history as kept between starts: nothing about a card is read until somebody asks for it.
import type { CardEvent, FieldEvent, Grade, HistoryEvent, SnapshotKey, ReviewEvent } from '../event.ts';
import { admittedLine, type LogLine } from '../log-format.ts';
import { deviceOf, sequenceOf } from '../order.ts';
import { fullSnapshot } from './brief-snapshot.ts';
import { asciiOf, type Column } from './columns.ts';
import { batchEnd, decodeLayout, frameOf, type Numbers, reviewText, rowKinds, type Texts } from './layout.ts';
import { isUndone, type Undone } from '../undo.ts';
import { NameRows } from './name-rows.ts';

/** What a review took: its study day, and ms from question to grade. */
export type Answer = Pick<ReviewEvent, 'y' | 'd'>;

export type OwnEvent = ReviewEvent | CardEvent | FieldEvent;

/** How far a device had come. */
export interface DeviceEnd {
  /** No line has a higher one. */
  readonly sequence: number;
  /** ms; no line of the device has a later effective time. */
  readonly t: number;
  /** None of its reviews has a later effective day. */
  readonly y: number;
}

export class PackedLog {
  readonly #columns: Numbers;
  readonly #texts: Texts;
  /** All ids that lines name, by row. */
  readonly names: NameRows;
  readonly #lines = new Map<number, readonly LogLine[]>();
  readonly #ends = new Map<string, DeviceEnd>();
  readonly #bent = new Map<HistoryEvent, HistoryEvent>();
  #bySequence: Map<string, Map<number, number>> | null = null;
  #memories: Map<string, FieldEvent[]> | null = null;
  /** Lines that belong to no single card: undos, links, moves, and unknown kinds. */
  readonly others: readonly LogLine[];
  /** ms: no line has a later effective time. */
  readonly latest: number;

  private constructor(columns: Numbers, texts: Texts) {
    this.#columns = columns;
    this.#texts = texts;
    this.names = new NameRows(columns.nameCells, columns.nameChars as Uint8Array, columns.nameFrom);
    const { deviceEnd } = columns;
    let latest = -Infinity;
    for (const [at, device] of texts.devices.entries()) {
      const [sequence = 0, t = 0, y = 0] = deviceEnd.subarray(3 * at, 3 * at + 3);
      this.#ends.set(device, { sequence, t, y });
      latest = Math.max(latest, t);
    }
    this.latest = latest;
    this.others = texts.others.map(admittedLine);
    // Bent lines among the others come after all rows.
    for (const [at, { event }] of this.others.entries()) this.#bend(event, this.#rows + at);
  }

  /** Null if the block is damaged or has a different shape. */
  static read(block: Uint8Array): PackedLog | null {
    const layout = decodeLayout(block);
    return layout && new PackedLog(layout.numbers, layout.texts);
  }

  get #rows(): number {
    return this.#columns.kind.length;
  }

  /** Total number of lines. */
  get size(): number {
    return this.#rows + this.others.length;
  }

  /** Canonical ids of cards with a history, by row. */
  *cardIds(): Generator<string> {
    for (let at = 0; at < this.names.count; at += 1)
      if (this.#columns.hasCard[at] === 1) yield this.names.name(at);
  }

  get cardCount(): number {
    const { hasCard } = this.#columns;
    let count = 0;
    for (let at = 0; at < hasCard.length; at += 1) count += hasCard[at] ?? 0;
    return count;
  }

  /** All ids that lines name, including those of no card. */
  *ids(): Generator<string> {
    for (let at = 0; at < this.names.count; at += 1) yield this.names.name(at);
  }

  hasCard(id: string): boolean {
    return this.hasCardAt(this.names.row(id));
  }

  hasCardAt(row: number): boolean {
    return this.#columns.hasCard[row] === 1;
  }

  /** The number of cards with a snapshot, by its path. */
  snapshotsByPath(): ReadonlyMap<string, number> {
    const { paths } = this.#texts;
    const counts = new Map<string, number>();
    for (const [row, at] of this.#columns.snapshotPath.entries()) {
      const path = paths[at - 1];
      if (path !== undefined && this.hasCardAt(row)) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    return counts;
  }

  endOf(device: string): DeviceEnd | undefined {
    return this.#ends.get(device);
  }

  /** The event with its effective time and study day. */
  of<E extends HistoryEvent>(event: E): E {
    return this.#bent.size === 0 ? event : ((this.#bent.get(event) as E | undefined) ?? event);
  }

  /** Lines of an id, the same objects each time. */
  linesOf(id: string): readonly LogLine[] {
    const at = this.names.row(id);
    return at < 0 ? [] : this.#linesAt(at);
  }

  eventsOf(id: string): readonly OwnEvent[] {
    return this.linesOf(id).map(({ event }) => event as OwnEvent);
  }

  has({ event, text }: LogLine): boolean {
    const row = this.#rowOf(event.i);
    if (row !== undefined) return this.#lineAt(row).text === text;
    return this.others.some((line) => line.text === text);
  }

  /** Events of single cards that have this id or belong to this batch. */
  named(name: string): readonly OwnEvent[] {
    const row = this.#rowOf(name);
    if (row !== undefined) return [this.#eventAt(row)];
    const batch = this.#texts.batches.indexOf(name) + 1;
    if (batch === 0) return [];
    const rows: number[] = [];
    for (let at = 0; at < this.#rows; at += 1) if (this.#columns.batch[at] === batch) rows.push(at);
    return this.#inSequence(rows).map((at) => this.#eventAt(at));
  }

  *reviews(): Generator<ReviewEvent> {
    for (let at = 0; at < this.names.count; at += 1)
      for (const { event } of this.#linesAt(at)) if (event.k === 'r') yield event;
  }

  /** Of all reviews that were not undone, without their events. */
  *answers(undone: Undone): Generator<Answer> {
    const { kind, device, sequence, batch, took, day, bentDay } = this.#columns;
    const { devices } = this.#texts;
    const batches = this.#texts.batches.map((name) => undone.has(name));
    // Whole ids would be made of every row.
    const suspects = devices.map(() => new Set<number>());
    for (const name of undone.keys()) suspects[devices.indexOf(deviceOf(name))]?.add(sequenceOf(name));
    for (let row = 0; row < this.#rows; row += 1) {
      const isDoubtful =
        kind[row] !== rowKinds.review ||
        batches[(batch[row] ?? 0) - 1] === true ||
        suspects[device[row] ?? 0]?.has(sequence[row] ?? 0) === true;
      if (!isDoubtful) {
        const bent = this.#bentAt(row);
        yield { y: (bent === undefined ? day[row] : bentDay[bent]) ?? 0, d: took[row] ?? 0 };
        continue;
      }
      if (kind[row] !== rowKinds.review && kind[row] !== rowKinds.whole) continue;
      const event = this.#eventAt(row);
      if (event.k === 'r' && !isUndone(undone, event)) yield this.of(event);
    }
  }

  /** Reviews with an effective time after this one. */
  *reviewsAfter(t: number): Generator<ReviewEvent> {
    const { time } = this.#columns;
    if (this.latest <= t) return;
    for (let at = 0; at < this.#rows; at += 1) {
      if ((time[at] ?? 0) <= t) continue;
      const event = this.#eventAt(at);
      if (event.k === 'r' && this.of(event).t > t) yield event;
    }
  }

  /** What a device wrote about single cards, last first. */
  *backwards(device: string): Generator<OwnEvent> {
    const nth = this.#texts.devices.indexOf(device);
    const rows: number[] = [];
    for (let at = 0; at < this.#rows; at += 1) if (this.#columns.device[at] === nth) rows.push(at);
    for (const row of this.#inSequence(rows).reverse()) yield this.#eventAt(row);
  }

  /** Whether two imported memories share a name. */
  get hasRivals(): boolean {
    return this.#columns.rivals[0] === 1;
  }

  /** Where a card was, and what identifies it; null if it has no snapshot. */
  snapshot(id: string): SnapshotKey | null {
    const row = this.names.row(id);
    const path = row < 0 ? undefined : this.#texts.paths[(this.#columns.snapshotPath[row] ?? 0) - 1];
    if (path === undefined) return null;
    const { snapshotSource, snapshotHashFrom, snapshotHashes } = this.#columns;
    const hash = (nth: 0 | 1): string => {
      const [from = 0, to = 0] = snapshotHashFrom.subarray(2 * row + nth, 2 * row + nth + 2);
      return asciiOf(snapshotHashes as Uint8Array, from, to);
    };
    const source = this.#texts.sources[(snapshotSource[row] ?? 0) - 1] ?? '';
    return { path, source, questionHash: hash(0), answerHash: hash(1) };
  }

  /** The imported memories with a name. */
  memoriesOf(key: string): readonly FieldEvent[] {
    if (!this.#memories) {
      this.#memories = new Map();
      for (const row of this.#columns.memoryRow) {
        const event = this.#eventAt(row) as FieldEvent;
        const { key: name } = event.v as { readonly key: string };
        const list = this.#memories.get(name);
        if (list) list.push(event);
        else this.#memories.set(name, [event]);
      }
    }
    return this.#memories.get(key) ?? [];
  }

  apart(): readonly FieldEvent[] {
    return [...this.#columns.apartRow].map((row) => this.#eventAt(row) as FieldEvent);
  }

  /** Cards whose snapshot is at or below one of these paths. */
  cardsBelow(paths: readonly string[]): readonly string[] {
    const isBelow = this.#texts.paths.map((path) =>
      paths.some((one) => path === one || path.startsWith(`${one}/`)),
    );
    if (!isBelow.includes(true)) return [];
    const found: string[] = [];
    for (const [at, path] of this.#columns.snapshotPath.entries())
      if (path > 0 && isBelow[path - 1]) found.push(this.names.name(at));
    return found;
  }

  #inSequence(rows: number[]): number[] {
    const { sequence } = this.#columns;
    return rows.sort((a, b) => (sequence[a] ?? 0) - (sequence[b] ?? 0));
  }

  /** The row of a single card's event. */
  #rowOf(id: string): number | undefined {
    const device = deviceOf(id);
    const end = this.#ends.get(device);
    if (!end || !(sequenceOf(id) <= end.sequence)) return undefined;
    this.#bySequence ??= this.#sequences();
    return this.#bySequence.get(device)?.get(sequenceOf(id));
  }

  #sequences(): Map<string, Map<number, number>> {
    const { device, sequence } = this.#columns;
    const all = this.#texts.devices.map(() => new Map<number, number>());
    for (let at = 0; at < this.#rows; at += 1) all[device[at] ?? 0]?.set(sequence[at] ?? 0, at);
    return new Map(this.#texts.devices.map((name, at) => [name, all[at] ?? new Map<number, number>()]));
  }

  #eventAt(row: number): OwnEvent {
    return this.#lineAt(row).event as OwnEvent;
  }

  #lineAt(row: number): LogLine {
    const { rowFrom } = this.#columns;
    // An id without lines begins where the next one does.
    const low = placeIn(rowFrom, row + 1) - 1;
    const line = this.#linesAt(low)[row - (rowFrom[low] ?? 0)];
    if (!line) throw new Error(`no line stands in row ${String(row)}`);
    return line;
  }

  #linesAt(at: number): readonly LogLine[] {
    let lines = this.#lines.get(at);
    if (!lines) {
      const [first = 0, end = 0] = this.#columns.rowFrom.subarray(at, at + 2);
      const card = this.names.name(at);
      lines = Array.from({ length: end - first }, (_, nth) => this.#decode(first + nth, card));
      for (const [nth, { event }] of lines.entries()) this.#bend(event, first + nth);
      this.#lines.set(at, lines);
    }
    return lines;
  }

  #decode(row: number, card: string): LogLine {
    const columns = this.#columns;
    const kind = columns.kind[row];
    const took = columns.took[row] ?? 0;
    if (kind === rowKinds.whole) return admittedLine(this.#texts.raws[took] ?? '');
    const i = `${this.#texts.devices[columns.device[row] ?? 0] ?? ''}.${String(columns.sequence[row] ?? 0)}`;
    const t = columns.time[row] ?? 0;
    const batch = columns.batch[row] ?? 0;
    const b = batch === 0 ? undefined : this.#texts.batches[batch - 1];
    if (kind === rowKinds.review) {
      const [g, z, y] = [columns.grade[row] as Grade, columns.zone[row] ?? 0, columns.day[row] ?? 0];
      const event: ReviewEvent = { i, t, k: 'r', c: card, g, d: took, z, y, ...(b !== undefined && { b }) };
      return new ReviewLine(event);
    }
    const [from = 0, to = 0] = columns.textFrom.subarray(row, row + 2);
    const text = asciiOf(columns.text as Uint8Array, from, to);
    const key = kind === rowKinds.brief && this.snapshot(card);
    const rest = key ? fullSnapshot(text, key) : text;
    return admittedLine(`${frameOf(i, t, kind === rowKinds.field ? 'x' : 'c', card)}${rest}${batchEnd(b)}`);
  }

  /** The row's place among the bent ones, which are in order. */
  #bentAt(row: number): number | undefined {
    const { bentRow } = this.#columns;
    const at = placeIn(bentRow, row);
    return bentRow[at] === row ? at : undefined;
  }

  #bend(event: HistoryEvent, row: number): void {
    const at = this.#bentAt(row);
    if (at === undefined) return;
    const { bentTime, bentDay } = this.#columns;
    const t = bentTime[at] ?? event.t;
    this.#bent.set(event, event.k === 'r' ? { ...event, t, y: bentDay[at] ?? event.y } : { ...event, t });
  }
}

/** The first place whose number is not lower, in a column in order. */
function placeIn(column: Column, number: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Builds its text lazily: nobody asks for the text of most reviews. */
class ReviewLine implements LogLine {
  readonly event: ReviewEvent;

  constructor(event: ReviewEvent) {
    this.event = event;
  }

  get text(): string {
    return textOfReview(this.event);
  }
}

/** The line of a review as we write it. */
export function textOfReview({ i, t, c, g, d, z, y, b }: ReviewEvent): string {
  return `${frameOf(i, t, 'r', c)}${reviewText(g, d, z, y)}${batchEnd(b)}`;
}
