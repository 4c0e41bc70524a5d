// What a person does to cards, written into the history as actions that can be taken back.
import type { HistoryEvent, NewEvent } from '../../core/history/event.ts';
import type { Action, History } from '../history/history.ts';
import type { LookWriter } from '../cards/look-writer.ts';
import type { ReviewHost } from './review.ts';
import type { Study } from './study.ts';

export class CardActions {
  readonly #history: History;
  readonly #looks: LookWriter;

  constructor(history: History, looks: LookWriter) {
    this.#history = history;
    this.#looks = looks;
  }

  /** Sets a field of some cards (`suspended`, `buried`, `flag`, `reset`) as one action. */
  mark(ids: readonly string[], field: string, value: unknown): void {
    this.#append(
      ids.map((c): NewEvent => ({ k: 'x', c, w: field, v: value })),
      ids,
    );
  }

  /** Takes back the last action of this device and returns it; null if there is none. */
  undo(): Action | null {
    return this.#history.undo();
  }

  /** Says that a lost history and a card are one, or are not. */
  reconnect(lost: string, card: string, isOne: boolean): void {
    if (isOne) this.#append([{ k: 'a', f: lost, c: card }], []);
    else this.#append([{ k: 'x', c: lost, w: 'apart', v: card }], []);
  }

  /** What a review asks of the app. `study` is asked each time: other settings bring another. */
  forReviews(study: () => Study): ReviewHost {
    const undo = (event: string): void => {
      this.#history.note([{ k: 'u', e: event }]);
    };
    return {
      study,
      answer: (card, { grade, now, zone, day, took }) => {
        const review: NewEvent = { k: 'r', c: card.id, g: grade, d: took, z: zone, y: day, t: now };
        return this.#append([review], [card.id]);
      },
      mark: (c, w, v) => this.#append([{ k: 'x', c, w, v }], [c]),
      undo,
      undoLast: () => {
        const event = this.undo()?.events.find((one) => 'c' in one);
        return event && 'c' in event ? this.#history.canonical(event.c) : null;
      },
    };
  }

  /** Appends an action, and with it what its cards look like, where the log does not know. Gives the last event. */
  #append(events: readonly NewEvent[], cards: readonly string[]): HistoryEvent {
    const last = this.#history.append(events, this.#looks.before(cards)).at(-1);
    this.#looks.written(cards);
    if (!last) throw new Error('an action without an event');
    return last;
  }
}
