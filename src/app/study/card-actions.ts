// The user's actions on cards, written to the history so that they can be undone.
import type { HistoryEvent, NewEvent } from '../../core/history/event.ts';
import { isLeechNow } from '../../core/schedule/leech.ts';
import type { History } from '../history/history.ts';
import type { Action, UndoneAction } from '../history/own-events.ts';
import type { SnapshotWriter } from '../cards/snapshot-writer.ts';
import type { ReviewHost } from './review.ts';
import type { Study } from './study.ts';

export class CardActions {
  readonly #history: History;
  readonly #snapshots: SnapshotWriter;

  constructor(history: History, snapshots: SnapshotWriter) {
    this.#history = history;
    this.#snapshots = snapshots;
  }

  /** Sets a field of some cards (`suspended`, `buried`, `flag`, `reset`) as one action. */
  mark(ids: readonly string[], field: string, value: unknown): void {
    this.#append(
      ids.map((c): NewEvent => ({ k: 'x', c, w: field, v: value })),
      ids,
    );
  }

  /** Moves new cards, in this order: before all others (-1), after them (1), or back to the usual place (0). */
  reposition(ids: readonly string[], place: -1 | 0 | 1, study: Study): void {
    let [from, to] = [0, 0];
    for (const id of study.positioned()) {
      const { position } = study.schedule(id);
      from = Math.min(from, position);
      to = Math.max(to, position);
    }
    const start = place < 0 ? from - ids.length : to + 1;
    this.#append(
      ids.map((c, at): NewEvent => ({ k: 'x', c, w: 'position', v: place && start + at })),
      ids,
    );
  }

  /** Undoes this device's last action and returns it; null if there is none. */
  undo(): Action | null {
    return this.#history.undo();
  }

  /** Takes back this device's last undo and returns the action that counts again; null if there is none. */
  redo(): Action | null {
    return this.#redo(this.#history.redoable());
  }

  #redo(undone: UndoneAction | null): Action | null {
    if (undone) this.#history.note(undone.undos.map((e) => ({ k: 'u', e })));
    return undone?.action ?? null;
  }

  /** Records whether a lost history and a card are the same. */
  reconnect(lost: string, card: string, isOne: boolean): void {
    if (isOne) this.#append([{ k: 'a', f: lost, c: card }], []);
    else this.#append([{ k: 'x', c: lost, w: 'apart', v: card }], []);
  }

  /** What a review needs from the app. `study` is called each time, since new settings replace it. */
  forReviews(study: () => Study): ReviewHost {
    const cardOf = (action: Action | null): string | null => {
      const event = action?.events.find((one) => 'c' in one);
      return event && 'c' in event ? this.#history.canonical(event.c) : null;
    };
    return {
      study,
      answer: (card, { grade, now, zone, day, took }) => {
        const review: NewEvent = { k: 'r', c: card.id, g: grade, d: took, z: zone, y: day, t: now };
        const { options, scheduler } = study();
        const after = () => scheduler.step(card.schedule, { t: now, z: zone, y: day, g: grade });
        const isLeech =
          options.suspendLeeches &&
          grade === 1 &&
          isLeechNow(card.schedule, after(), scheduler.options.leechLapses);
        const suspend: NewEvent = { k: 'x', c: card.id, w: 'suspended', v: true };
        return this.#append(isLeech ? [review, suspend] : [review], [card.id]);
      },
      mark: (c, w, v) => this.#append([{ k: 'x', c, w, v }], [c]),
      undo: (name) => {
        // Another review, or the command, may have undone it.
        if (!this.#history.redoable(name)) this.#history.note([{ k: 'u', e: name }]);
      },
      redo: (name) => {
        this.#redo(this.#history.redoable(name));
      },
      undoLast: () => cardOf(this.undo()),
      redoLast: () => cardOf(this.redo()),
    };
  }

  /** Appends an action, along with any card snapshots the log does not have yet. Returns its first event. */
  #append(events: readonly NewEvent[], cards: readonly string[]): HistoryEvent {
    const before = this.#snapshots.before(cards);
    const first = this.#history.append(events, before)[before.length];
    this.#snapshots.written(cards);
    if (!first) throw new Error('an action without an event');
    return first;
  }
}
