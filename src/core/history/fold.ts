// The fold: turns a bag of events into the history of every card. The bag only grows, and the result depends on the
// bag alone: any order, grouping or repetition of the same lines gives the same state. It may build on lines packed
// at an earlier start: then only lines on top of them are folded, and anything that would change the packed part
// unpacks all of it.
import { drain } from './drain.ts';
import { EffectiveTimes } from './effective-times.ts';
import {
  type AliasEvent,
  type CardEvent,
  type CardHistory,
  type FieldEvent,
  type HistoryEvent,
  type SnapshotKey,
  memoryKey,
  type MoveEvent,
  type ReviewEvent,
  type UndoEvent,
} from './event.ts';
import { type ContradictoryLink, type Joins, joinCards, membersOf } from './joins/joins.ts';
import { readBoxes } from './boxes.ts';
import { pushTo, type Touched, untouched } from './touched.ts';
import type { LogLine } from './log-format.ts';
import { MoveIndex, readMoves } from './moves.ts';
import { compareEvents, deviceOf, sequenceOf } from './order.ts';
import { LazyHistories } from './packed/lazy-histories.ts';
import { areOnTop } from './packed/on-top.ts';
import type { Packable } from './packed/pack-log.ts';
import type { Answer, OwnEvent, PackedLog } from './packed/packed-log.ts';
import { replayCard } from './card-history.ts';
import { differingNames, isUndone, settleUndos, type Undone } from './undo.ts';

export class Fold {
  /** Lines by event id; a map of lists, or a set of whole lines, took twice as long at 100,000 events. */
  readonly #lines = new Map<string, LogLine>();
  /** Additional lines with the same id, written by a cloned device. */
  readonly #twins = new Map<string, LogLine[]>();
  readonly #batches = new Map<string, HistoryEvent[]>();
  #times = new EffectiveTimes();
  #count = 0;
  #own = new Map<string, OwnEvent[]>();
  #memories = new Map<string, FieldEvent[]>();
  #undos: UndoEvent[] = [];
  #links: AliasEvent[] = [];
  #moveEvents: MoveEvent[] = [];
  #boxesAndUnknown: HistoryEvent[] = [];
  /** Lines of single cards folded at an earlier start. */
  #base: PackedLog | null;
  /** The first move that is not in the packed lines. */
  #firstMove = 0;

  #undone: Undone = new Map();
  #joins: Joins = joinCards([]);
  #joinsVersion = 0;
  /** All ids of a card by its canonical id, if it has more than one. */
  #members = new Map<string, string[]>();
  #moves = new MoveIndex([]);
  /** The source of each snapshot: later moves change its path. */
  readonly #seen = new Map<string, { readonly event: CardEvent; readonly path: string }>();
  #histories: LazyHistories;

  /** @param base the packed part of an earlier fold; all its lines count as added */
  constructor(base: PackedLog | null = null) {
    this.#base = base;
    this.#histories = new LazyHistories(base, (id) => this.#replayed(id));
    if (!base) return;
    const touched = untouched();
    for (const line of base.others) this.#keep(line, touched);
    this.#times = new EffectiveTimes();
    this.#count = base.size;
    this.#firstMove = this.#moveEvents.length;
    this.#undone = settleUndos(this.#undos);
    this.#joins = joinCards(this.#counting(this.#links));
    this.#members = membersOf(this.#joins);
    this.#moves = new MoveIndex(readMoves(this.#counting(this.#moveEvents)));
  }

  /** By canonical id. Read it again after each `add`. */
  get cards(): ReadonlyMap<string, CardHistory> {
    return this.#histories;
  }

  /** Number of distinct events, including undone and unknown ones. */
  get size(): number {
    return this.#count;
  }

  /** Whether it builds on packed lines. */
  get isPacked(): boolean {
    return this.#base !== null;
  }

  /** Increases whenever canonical ids may have changed. */
  get joined(): number {
    return this.#joinsVersion;
  }

  get contradictions(): readonly ContradictoryLink[] {
    return this.#joins.contradictions;
  }

  /** Where a card was, and what identifies it, without building its history. Null if it has no snapshot. */
  snapshot(id: string): SnapshotKey | null {
    if (this.#base && !this.#histories.isMade(id)) return this.#base.snapshot(id);
    return this.#histories.get(id)?.snapshot ?? null;
  }

  has(line: LogLine): boolean {
    const first = this.#lines.get(line.event.i);
    if (first === undefined) return this.#base?.has(line) ?? false;
    return [first, ...(this.#twins.get(line.event.i) ?? [])].some(({ text }) => text === line.text);
  }

  /** Ids that the log has joined to another id, which is canonical. */
  joinedIds(): Iterable<string> {
    return this.#joins.sets.joined().keys();
  }

  /** The canonical id for this one. */
  canonical(id: string): string {
    return this.#joins.sets.find(id);
  }

  isUndone(event: HistoryEvent): boolean {
    return isUndone(this.#undone, event);
  }

  /** Every event as written, including undone and unknown ones, in no particular order. */
  *events(): Generator<HistoryEvent> {
    for (const line of this.#lines.values()) yield line.event;
    for (const twins of this.#twins.values()) for (const line of twins) yield line.event;
    for (const id of this.#base?.ids() ?? []) yield* this.#base?.eventsOf(id) ?? [];
  }

  /** Ids that several lines have; no packed line is one of them. */
  twinIds(): Iterable<string> {
    return this.#twins.keys();
  }

  /** The events of a device, last first; reads only as far as the caller asks. */
  *backwards(device: string): Generator<HistoryEvent> {
    const live = [...this.#lines.values(), ...[...this.#twins.values()].flat()]
      .map(({ event }) => event)
      .filter((event) => deviceOf(event.i) === device)
      .sort((a, b) => sequenceOf(a.i) - sequenceOf(b.i));
    for (const event of this.#base?.backwards(device) ?? []) {
      for (let last = live.at(-1); last && sequenceOf(last.i) > sequenceOf(event.i); last = live.at(-1)) {
        yield last;
        live.pop();
      }
      yield event;
    }
    yield* live.reverse();
  }

  /** The events with an id or in a batch. */
  eventsOf(name: string): readonly HistoryEvent[] {
    const first = this.#lines.get(name);
    const twins = this.#twins.get(name) ?? [];
    return [
      ...(this.#base?.named(name) ?? []),
      ...(first ? [first, ...twins] : []).map((line) => line.event),
      ...(this.#batches.get(name) ?? []),
    ];
  }

  /** Every review that was not undone, even from before a reset, unordered: for limits and statistics. */
  *reviews(): Generator<ReviewEvent> {
    yield* this.#effective([...this.#own.values()].flat());
    yield* this.#effective(this.#base?.reviews() ?? []);
  }

  /** The same in brief: nothing is kept of packed ones. */
  *answers(): Generator<Answer> {
    yield* this.#effective([...this.#own.values()].flat());
    yield* this.#base?.answers(this.#undone) ?? [];
  }

  /** Those reviews after a time: given the current time, these are from clocks that run ahead. */
  *reviewsAfter(t: number): Generator<ReviewEvent> {
    yield* this.#effective(this.#times.after(t));
    yield* this.#effective(this.#base?.reviewsAfter(t) ?? []);
  }

  *#effective(events: Iterable<HistoryEvent>): Generator<ReviewEvent> {
    for (const event of events) if (event.k === 'r' && !this.isUndone(event)) yield this.#at(event);
  }

  /** The boxes on pictures, each as it is now. */
  boxes(): ReturnType<typeof readBoxes> {
    return readBoxes(this.#counting(this.#boxesAndUnknown), this.#moves);
  }

  /** Pairs of cards that a person marked as different cards. */
  apart(): readonly (readonly [string, string])[] {
    const pairs: [string, string][] = [];
    for (const events of [...this.#own.values(), this.#base?.apart() ?? []]) {
      for (const event of events) {
        if (event.k !== 'x' || event.w !== 'apart' || typeof event.v !== 'string') continue;
        if (!this.isUndone(event)) pairs.push([this.canonical(event.c), this.canonical(event.v)]);
      }
    }
    return pairs;
  }

  /** Adds lines in any order, including known ones. Returns the ids of cards whose history changed. */
  add(lines: Iterable<LogLine>): Set<string> {
    return drain(this.adding(lines));
  }

  /** The same in steps, for a start; yields how many lines and cards are done. Read nothing until it ends. */
  *adding(lines: Iterable<LogLine>): Generator<number, Set<string>, undefined> {
    let done = 0;
    const touched = untouched();
    let fresh = lines;
    if (this.#base) {
      const added = (fresh = [...lines].filter((line) => !this.has(line)));
      const events = [...this.#moveEvents.slice(this.#firstMove), ...added.map(({ event }) => event)];
      if (!areOnTop(events, this.#base)) yield* this.#unpacking(this.#base);
    }
    for (const line of fresh) {
      this.#keep(line, touched);
      yield (done += 1);
    }
    for (const event of this.#times.settle()) this.#touch(event, touched);
    if (touched.undos) this.#settleUndos(touched);
    if (touched.links) this.#settleLinks(touched);
    const changed = new Set<string>();
    if (touched.moves) this.#settleMoves(changed);
    for (const id of touched.ids) {
      const root = this.canonical(id);
      if (id !== root && this.#forget(id)) changed.add(id);
      changed.add(root);
    }
    for (const id of changed) {
      if (id === this.canonical(id)) this.#replay(id);
      yield (done += 1);
    }
    return changed;
  }

  /** The data to pack, or null if a device wrote two lines with one number. */
  packable(): Packable | null {
    if (this.#twins.size > 0) return null;
    const others = [...this.#undos, ...this.#links, ...this.#moveEvents, ...this.#boxesAndUnknown];
    // A card may be named only by a link.
    const ids = new Set([...(this.#base?.ids() ?? []), ...this.#own.keys(), ...this.#histories.keys()]);
    const base = this.#base;
    const histories = this.#histories;
    const lineOf = ({ i }: HistoryEvent): LogLine | [] => this.#lines.get(i) ?? [];
    return {
      ids: [...ids],
      rows: this.#count - others.length,
      others: others.flatMap(lineOf),
      linesOf: (id) => [...(base?.linesOf(id) ?? []), ...(this.#own.get(id) ?? []).flatMap(lineOf)],
      of: (event) => this.#at(event),
      hasCard: (id) => histories.has(id),
      snapshot: (id) => this.snapshot(id),
    };
  }

  /** Folds the packed lines like any others. */
  *#unpacking(base: PackedLog): Generator<number, void, undefined> {
    const lines = [...this.#lines.values(), ...[...this.#twins.values()].flat()];
    for (const id of base.ids()) lines.push(...base.linesOf(id));
    this.#base = null;
    this.#firstMove = 0;
    for (const map of [this.#lines, this.#twins, this.#batches, this.#seen]) map.clear();
    this.#times = new EffectiveTimes();
    this.#count = 0;
    this.#own = new Map();
    this.#memories = new Map();
    [this.#undos, this.#links, this.#moveEvents, this.#boxesAndUnknown] = [[], [], [], []];
    this.#undone = new Map();
    this.#joins = joinCards([]);
    this.#members = new Map();
    this.#moves = new MoveIndex([]);
    this.#histories = new LazyHistories(null, () => null);
    yield* this.adding(lines);
  }

  #keep(line: LogLine, touched: Touched): void {
    const { event } = line;
    const first = this.#lines.get(event.i);
    if (first === undefined) this.#lines.set(event.i, line);
    else if (this.has(line)) return;
    else pushTo(this.#twins, event.i, line);
    this.#count += 1;
    this.#times.add(event);
    if (event.b !== undefined) pushTo(this.#batches, event.b, event);
    if (event.k === 'u') this.#undos.push(event);
    else if (event.k === 'a') this.#links.push(event);
    else if (event.k === 'p') this.#moveEvents.push(event);
    else if (event.k === 'unknown' || event.k === 'o') this.#boxesAndUnknown.push(event);
    else {
      pushTo(this.#own, event.c, event);
      const key = memoryKey(event);
      if (key !== null) pushTo(this.#memories, key, event as FieldEvent);
    }
    this.#touch(event, touched);
  }

  #touch(event: HistoryEvent, touched: Touched): void {
    if (event.k === 'u') touched.undos = true;
    else if (event.k === 'a') touched.links = true;
    else if (event.k === 'p') touched.moves = true;
    else if (event.k !== 'unknown') {
      touched.ids.add(event.c);
      const key = memoryKey(event);
      if (key !== null) for (const rival of this.#rivals(key)) touched.ids.add(rival.c);
    }
  }

  #settleUndos(touched: Touched): void {
    const before = this.#undone;
    this.#undone = settleUndos(this.#undos);
    for (const name of differingNames(before, this.#undone)) {
      for (const event of this.eventsOf(name)) this.#touch(event, touched);
    }
  }

  #settleLinks(touched: Touched): void {
    const before = this.#joins.sets.joined();
    this.#joins = joinCards(this.#counting(this.#links));
    this.#joinsVersion += 1;
    const after = this.#joins.sets.joined();
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(id) ?? id, after.get(id) ?? id];
      if (was !== is) for (const each of [id, was, is]) touched.ids.add(each);
    }
    this.#members = membersOf(this.#joins);
  }

  #settleMoves(changed: Set<string>): void {
    // Cards not yet asked for; moves since then affect no others.
    const since = readMoves(this.#moveEvents.slice(this.#firstMove)).map(({ from }) => from);
    for (const id of this.#base?.cardsBelow(since) ?? []) this.#histories.get(id);
    this.#moves = new MoveIndex(readMoves(this.#counting(this.#moveEvents)));
    for (const event of this.#boxesAndUnknown) if (event.k === 'o') changed.add(event.c);
    for (const [id, { event, path }] of this.#seen) {
      const card = this.#histories.get(id);
      const now = this.#moves.movedPath(path, event);
      if (!card?.snapshot || card.snapshot.path === now) continue;
      this.#histories.set(id, { ...card, snapshot: { ...card.snapshot, path: now } });
      changed.add(id);
    }
  }

  /** Whether there was anything to forget. */
  #forget(id: string): boolean {
    this.#seen.delete(id);
    return this.#histories.delete(id);
  }

  #replay(id: string): void {
    const card = this.#replayed(id);
    if (card) this.#histories.set(id, card);
    else this.#forget(id);
  }

  #replayed(id: string): CardHistory | null {
    const members = [id, ...(this.#members.get(id) ?? [])];
    const events = this.#counting(members.flatMap((member) => this.#eventsOfCard(member))).sort(
      compareEvents,
    );
    if (events.length === 0) return null;
    const { card, seen } = replayCard(id, events, (event) => this.#isFirstOfName(event));
    if (card.snapshot === null || seen === null) {
      this.#seen.delete(id);
      return card;
    }
    const { path } = card.snapshot;
    this.#seen.set(id, { event: seen, path });
    return { ...card, snapshot: { ...card.snapshot, path: this.#moves.movedPath(path, seen) } };
  }

  #eventsOfCard(id: string): readonly OwnEvent[] {
    return [...(this.#base?.eventsOf(id) ?? []), ...(this.#own.get(id) ?? [])];
  }

  #isFirstOfName(event: FieldEvent): boolean {
    const key = memoryKey(event);
    if (key === null || (this.#base?.hasRivals === false && !this.#memories.has(key))) return true;
    return this.#counting(this.#rivals(key)).every((rival) => compareEvents(event, rival) <= 0);
  }

  #rivals(key: string): readonly FieldEvent[] {
    return [...(this.#base?.memoriesOf(key) ?? []), ...(this.#memories.get(key) ?? [])];
  }

  /** The event with its effective time and study day. */
  #at<E extends HistoryEvent>(event: E): E {
    const known = this.#times.of(event);
    return known === event && this.#base ? this.#base.of(event) : known;
  }

  /** Events that were not undone, each at its effective time. */
  #counting<E extends HistoryEvent>(events: readonly E[]): E[] {
    return events.filter((event) => !this.isUndone(event)).map((event) => this.#at(event));
  }
}
