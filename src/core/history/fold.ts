// The fold: a bag of events → the history of every card. The bag only grows, and what is derived depends on the
// bag alone: any order, grouping or repetition of the same lines gives the same state.
import { drain } from './drain.ts';
import { EffectiveTimes } from './effective-times.ts';
import type {
  AliasEvent,
  CardEvent,
  CardHistory,
  FieldEvent,
  HistoryEvent,
  MoveEvent,
  ReviewEvent,
  UndoEvent,
} from './event.ts';
import { type ContradictoryLink, type Joins, joinCards } from './joins.ts';
import type { LogLine } from './log-format.ts';
import { MoveIndex, readMoves } from './moves.ts';
import { compareEvents } from './order.ts';
import { replayCard } from './card-history.ts';
import { differingNames, isUndone, settleUndos, type Undone } from './undo.ts';

type OwnEvent = ReviewEvent | CardEvent | FieldEvent;

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What the events of one `add` touch, beyond what they say themselves. */
interface Touched {
  readonly ids: Set<string>;
  undos: boolean;
  links: boolean;
  moves: boolean;
}

export class Fold {
  /** Lines by event id; a map of lists, or a set of whole lines, took twice the time at 100,000 events. */
  private readonly lines = new Map<string, LogLine>();
  /** Further lines of one id: a cloned device wrote them. */
  private readonly twins = new Map<string, LogLine[]>();
  private readonly batches = new Map<string, HistoryEvent[]>();
  private readonly times = new EffectiveTimes();
  private count = 0;
  private readonly own = new Map<string, OwnEvent[]>();
  private readonly memories = new Map<string, FieldEvent[]>();
  private readonly undos: UndoEvent[] = [];
  private readonly links: AliasEvent[] = [];
  private readonly moveEvents: MoveEvent[] = [];

  private undone: Undone = new Map();
  private joins: Joins = joinCards([]);
  private joinsVersion = 0;
  /** Ids by the id that stands for them, where there is more than one. */
  private members = new Map<string, string[]>();
  private moves = new MoveIndex([]);
  /** Where each look comes from: later moves change its path. */
  private readonly seen = new Map<string, { readonly event: CardEvent; readonly path: string }>();
  private readonly histories = new Map<string, CardHistory>();

  /** By the id that stands for the card. Read it again after each `add`. */
  get cards(): ReadonlyMap<string, CardHistory> {
    return this.histories;
  }

  /** Distinct events, undone and unknown ones included. */
  get size(): number {
    return this.count;
  }

  /** Grows whenever other ids may stand for a card. */
  get joined(): number {
    return this.joinsVersion;
  }

  get contradictions(): readonly ContradictoryLink[] {
    return this.joins.contradictions;
  }

  has(line: LogLine): boolean {
    const first = this.lines.get(line.event.i);
    if (first === undefined) return false;
    if (first.text === line.text) return true;
    return this.twins.get(line.event.i)?.some((twin) => twin.text === line.text) ?? false;
  }

  /** Ids that the log has joined to another, which stands for them. */
  joinedIds(): Iterable<string> {
    return this.joins.sets.joined().keys();
  }

  /** The id that stands for this one. */
  canonical(id: string): string {
    return this.joins.sets.find(id);
  }

  isUndone(event: HistoryEvent): boolean {
    return isUndone(this.undone, event);
  }

  /** Every event as it was written, undone and unknown ones too, in no order. */
  *events(): Generator<HistoryEvent> {
    for (const line of this.lines.values()) yield line.event;
    for (const twins of this.twins.values()) for (const line of twins) yield line.event;
  }

  /** The events of an id or of a batch. */
  eventsOf(name: string): readonly HistoryEvent[] {
    const first = this.lines.get(name);
    const twins = this.twins.get(name) ?? [];
    return [...(first ? [first, ...twins] : []).map((line) => line.event), ...(this.batches.get(name) ?? [])];
  }

  /** Every review that was not undone, of before a reset too, in no order: for limits and statistics. */
  *reviews(): Generator<ReviewEvent> {
    for (const events of this.own.values()) {
      for (const event of events) if (event.k === 'r' && !this.isUndone(event)) yield this.times.of(event);
    }
  }

  /** The reviews among them that lie after a time: with the present one, those of clocks that run ahead. */
  *reviewsAfter(t: number): Generator<ReviewEvent> {
    for (const event of this.times.after(t))
      if (event.k === 'r' && !this.isUndone(event)) yield this.times.of(event);
  }

  /** Pairs of cards that a person said are not one card. */
  apart(): readonly (readonly [string, string])[] {
    const pairs: [string, string][] = [];
    for (const events of this.own.values()) {
      for (const event of events) {
        if (event.k !== 'x' || event.w !== 'apart' || typeof event.v !== 'string') continue;
        if (!this.isUndone(event)) pairs.push([this.canonical(event.c), this.canonical(event.v)]);
      }
    }
    return pairs;
  }

  /** Adds lines, in any order, known ones too. Returns the ids of the cards whose history is another now. */
  add(lines: Iterable<LogLine>): Set<string> {
    return drain(this.adding(lines));
  }

  /** The same in steps, for a start; yields how many lines and cards are done. Read nothing before its end. */
  *adding(lines: Iterable<LogLine>): Generator<number, Set<string>, undefined> {
    let done = 0;
    const touched: Touched = { ids: new Set(), undos: false, links: false, moves: false };
    for (const line of lines) {
      this.keep(line, touched);
      yield (done += 1);
    }
    for (const event of this.times.settle()) this.touch(event, touched);
    if (touched.undos) this.settleUndos(touched);
    if (touched.links) this.settleLinks(touched);
    const changed = new Set<string>();
    if (touched.moves) this.settleMoves(changed);
    for (const id of touched.ids) {
      const root = this.canonical(id);
      if (id !== root && this.forget(id)) changed.add(id);
      changed.add(root);
    }
    for (const id of changed) {
      if (id === this.canonical(id)) this.replay(id);
      yield (done += 1);
    }
    return changed;
  }

  private keep(line: LogLine, touched: Touched): void {
    const { event } = line;
    const first = this.lines.get(event.i);
    if (first === undefined) this.lines.set(event.i, line);
    else if (this.has(line)) return;
    else push(this.twins, event.i, line);
    this.count += 1;
    this.times.add(event);
    if (event.b !== undefined) push(this.batches, event.b, event);
    if (event.k === 'u') this.undos.push(event);
    else if (event.k === 'a') this.links.push(event);
    else if (event.k === 'p') this.moveEvents.push(event);
    else if (event.k !== 'unknown') {
      push(this.own, event.c, event);
      const key = memoryKey(event);
      if (key !== null) push(this.memories, key, event as FieldEvent);
    }
    this.touch(event, touched);
  }

  private touch(event: HistoryEvent, touched: Touched): void {
    if (event.k === 'u') touched.undos = true;
    else if (event.k === 'a') touched.links = true;
    else if (event.k === 'p') touched.moves = true;
    else if (event.k !== 'unknown') {
      touched.ids.add(event.c);
      const key = memoryKey(event);
      for (const rival of (key !== null && this.memories.get(key)) || []) touched.ids.add(rival.c);
    }
  }

  private settleUndos(touched: Touched): void {
    const before = this.undone;
    this.undone = settleUndos(this.undos);
    for (const name of differingNames(before, this.undone)) {
      for (const event of this.eventsOf(name)) this.touch(event, touched);
    }
  }

  private settleLinks(touched: Touched): void {
    const before = this.joins.sets.joined();
    this.joins = joinCards(this.counting(this.links));
    this.joinsVersion += 1;
    const after = this.joins.sets.joined();
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(id) ?? id, after.get(id) ?? id];
      if (was !== is) for (const each of [id, was, is]) touched.ids.add(each);
    }
    this.members = new Map();
    for (const [id, root] of after) push(this.members, root, id);
  }

  private settleMoves(changed: Set<string>): void {
    this.moves = new MoveIndex(readMoves(this.counting(this.moveEvents)));
    for (const [id, { event, path }] of this.seen) {
      const card = this.histories.get(id);
      const now = this.moves.movedPath(path, event);
      if (!card?.look || card.look.path === now) continue;
      this.histories.set(id, { ...card, look: { ...card.look, path: now } });
      changed.add(id);
    }
  }

  /** Whether there was anything to forget. */
  private forget(id: string): boolean {
    this.seen.delete(id);
    return this.histories.delete(id);
  }

  private replay(id: string): void {
    const members = [id, ...(this.members.get(id) ?? [])];
    const events = this.counting(members.flatMap((member) => this.own.get(member) ?? [])).sort(compareEvents);
    if (events.length === 0) {
      this.forget(id);
      return;
    }
    const { card, seen } = replayCard(id, events, (event) => this.isFirstOfName(event));
    if (card.look === null || seen === null) {
      this.seen.delete(id);
      this.histories.set(id, card);
      return;
    }
    const { path } = card.look;
    this.seen.set(id, { event: seen, path });
    this.histories.set(id, { ...card, look: { ...card.look, path: this.moves.movedPath(path, seen) } });
  }

  private isFirstOfName(event: FieldEvent): boolean {
    const key = memoryKey(event);
    const rivals = (key !== null && this.memories.get(key)) || [];
    return this.counting(rivals).every((rival) => compareEvents(event, rival) <= 0);
  }

  /** Those that were not undone, each at its effective time. */
  private counting<E extends HistoryEvent>(events: readonly E[]): E[] {
    return events.filter((event) => !this.isUndone(event)).map((event) => this.times.of(event));
  }
}

/** The name of the schedule that an imported memory came from; null for any other event. */
function memoryKey(event: HistoryEvent): string | null {
  if (event.k !== 'x' || event.w !== 'memory') return null;
  return (event.v as { readonly key: string }).key;
}
