// This device's own events, which undo walks backward, only as far as it needs to.
import type { HistoryEvent, NewEvent } from '../../core/history/event.ts';
import type { Fold } from '../../core/history/fold.ts';
import { deviceOf, sequenceOf } from '../../core/history/order.ts';

/** Events of one user action, undone together. */
export interface Action {
  readonly name: string;
  readonly events: readonly HistoryEvent[];
}

export interface UndoneAction {
  /** Ids of its undos: two windows, or two lists of what was done, may have undone it. */
  readonly undos: readonly string[];
  readonly action: Action;
}

export class OwnEvents {
  readonly #fold: Fold;
  readonly #device: string;
  /** In order; null while they match the fold's events for this device. */
  #events: HistoryEvent[] | null;

  /** @param isNew whether the device has written nothing yet, even if the fold has events under its name */
  constructor(fold: Fold, device: string, isNew: boolean) {
    this.#fold = fold;
    this.#device = device;
    this.#events = isNew ? [] : null;
  }

  /** The last action still in effect, if its number is above `from`. */
  lastAction(from: number): Action | null {
    for (const event of this.#backwards()) {
      if (event.k === 'u' || this.#fold.isUndone(event)) continue;
      if (sequenceOf(event.i) <= from) return null;
      const action = this.#actionOf(event);
      if (action) return action;
    }
    return null;
  }

  /** The last undo still in effect, if no action came after it and its number is above `from`. */
  lastUndo(from: number): UndoneAction | null {
    for (const event of this.#backwards()) {
      if (sequenceOf(event.i) <= from) return null;
      if (this.#fold.isUndone(event)) continue;
      if (event.k !== 'u') {
        if (this.#actionOf(event)) return null;
        continue;
      }
      const undone = this.undone(event.e, from);
      if (undone) return undone;
    }
    return null;
  }

  /** An action with its undos still in effect; null if it counts, or if one has a number up to `from`. */
  undone(name: string, from: number): UndoneAction | null {
    const events = this.#fold.eventsOf(name);
    const [first] = events;
    // A redo is the undo of an undo.
    if (!first || first.k === 'u') return null;
    const undos: string[] = [];
    for (const event of this.#backwards()) {
      if (event.i === first.i) break;
      if (event.k !== 'u' || event.e !== name || this.#fold.isUndone(event)) continue;
      if (sequenceOf(event.i) <= from) return null;
      undos.push(event.i);
    }
    return undos.length === 0 ? null : { undos, action: { name, events } };
  }

  /** The action that an event is part of; null for the app's own events. */
  #actionOf(event: HistoryEvent): Action | null {
    if (event.b !== undefined) return { name: event.b, events: this.#fold.eventsOf(event.b) };
    return event.k === 'r' || event.k === 'x' ? { name: event.i, events: [event] } : null;
  }

  /** Newest first. */
  *#backwards(): Generator<HistoryEvent> {
    const events = this.#fold.isPacked ? this.#events : this.#list();
    if (!events) {
      yield* this.#fold.backwards(this.#device);
      return;
    }
    for (let at = events.length - 1; at >= 0; at -= 1) {
      const event = events[at];
      if (event) yield event;
    }
  }

  /** A twin of this device may have used the id that an undo names, so the undo records its target's time. */
  aimed(event: NewEvent): NewEvent {
    if (event.k !== 'u' || event.at !== undefined) return event;
    const target = this.#last(event.e);
    return target ? { ...event, at: target.t } : event;
  }

  /** The last event with this id. */
  #last(id: string): HistoryEvent | undefined {
    if (this.#events) return this.#events.filter(({ i }) => i === id).at(-1);
    return deviceOf(id) === this.#device ? this.#fold.eventsOf(id).at(-1) : undefined;
  }

  /** Call before adding them to the fold. */
  wrote(events: readonly HistoryEvent[]): void {
    if (!this.#events && events.some(({ i }) => deviceOf(i) !== this.#device)) this.#list();
    this.#events?.push(...events);
  }

  /** The device gets a new name; what others write under the old one is not its own. */
  becomesNew(): void {
    this.#list();
  }

  /** Events with this device's name arrived from a file. Call before adding them to the fold. */
  came(events: readonly HistoryEvent[], device: string): void {
    const known = this.#list();
    // Before a clone was noticed, this session had another id, with higher sequences.
    const former = known.filter((event) => deviceOf(event.i) !== device);
    this.#events = [...former, ...[...known.slice(former.length), ...events].sort(bySequence)];
  }

  #list(): HistoryEvent[] {
    return (this.#events ??= [...this.#fold.backwards(this.#device)].reverse());
  }
}

const bySequence = (a: HistoryEvent, b: HistoryEvent): number => sequenceOf(a.i) - sequenceOf(b.i);
