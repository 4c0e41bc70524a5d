// One running review: the session, and what it needs from the log. Screens show its state and send actions.
import type { Grade, HistoryEvent } from '../../core/history/event.ts';
import type { Action, Effect } from '../../core/study/session/action.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import { step, startSession } from '../../core/study/session/session.ts';
import type { Session } from '../../core/study/session/session-state.ts';
import type { Moment, Queue, StudyCard } from '../../core/study/study-card.ts';
import type { Study } from './study.ts';

/** An action without its time, which the review adds. */
export type ReviewAction = Action extends infer Each
  ? Each extends Action
    ? Omit<Each, keyof Moment>
    : never
  : never;

export interface ReviewHost {
  /** Replaced when the settings change. */
  study(): Study;
  /** Saves an answer, and what follows from it, as one action; once it returns, no crash loses it. */
  answer(
    card: StudyCard,
    answer: { grade: Grade; now: number; zone: number; day: number; took: number },
  ): HistoryEvent;
  /** Saves a change to a card's marks. */
  mark(card: string, field: string, value: unknown): HistoryEvent;
  /** Undoes an action, unless it is undone. */
  undo(name: string): void;
  /** Makes an action count again. */
  redo(name: string): void;
  /** Undoes this device's last action; returns the card it was about. */
  undoLast(): string | null;
  /** Redoes what this device undid last; returns the card it was about. */
  redoLast(): string | null;
}

/** A card that left the screen without an action of the user. */
type Leaving = Extract<Effect, { readonly kind: 'gone' | 'left' }>;
type Listener = (session: Session, leaving: Leaving | null) => void;

/** A session with its first card on screen. */
export function openSession(study: Study, request: StudyRequest): Session {
  const { scope, practice = false } = request;
  const { newPlace, learnAheadMinutes } = study.optionsOf(scope.kind === 'deck' ? scope.deck : '');
  return startSession({
    queue: study.queue(request),
    rules: { scheduler: study.scheduler, newPlace, learnAheadMinutes },
    practice,
    ...study.moment(),
  });
}

export class Review {
  readonly request: StudyRequest;
  /** Whether answers are typed, once that was switched in this review; it is stored nowhere. */
  isTyped: boolean | null = null;
  /** Answers before it, of a review that was left open when the app quit. */
  earlier = 0;
  readonly #host: ReviewHost;
  readonly #tickets = new Map<number, string>();
  readonly #listeners = new Set<Listener>();
  readonly #waiting: ReviewAction[] = [];
  #isActing = false;
  #session: Session;

  constructor(host: ReviewHost, request: StudyRequest) {
    this.#host = host;
    this.request = request;
    this.#session = openSession(host.study(), request);
  }

  get session(): Session {
    return this.#session;
  }

  /** Called after every action, with the card that left by itself, if any. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Throws if an answer or a mark could not be saved; then nothing has changed. Anything that arrives during an action
   * (the history reports its answer) waits until the action is complete, so that no partial state is seen.
   */
  dispatch(action: ReviewAction): void {
    this.#waiting.push(action);
    if (this.#isActing) return;
    this.#isActing = true;
    let gone: Leaving | null = null;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
        gone = this.#act(next) ?? gone;
    } finally {
      this.#isActing = false;
    }
    for (const listener of [...this.#listeners]) listener(this.#session, gone);
  }

  /** Continues with what the scope has beyond today. */
  studyRest(): void {
    this.dispatch({ kind: 'queue', queue: this.rest() });
  }

  rest(): Queue {
    return this.#host.study().rest(this.request.scope);
  }

  #act(action: ReviewAction): Leaving | null {
    const before = this.#session;
    const { session, effects } = step(before, { ...action, ...this.#host.study().moment() });
    this.#session = session;
    let gone: Leaving | null = null;
    try {
      for (const effect of effects) gone = this.#carryOut(effect) ?? gone;
    } catch (error) {
      // What could not be saved has not happened.
      this.#session = before;
      throw error;
    }
    return gone;
  }

  /** The log planned the card when it took the answer, so nothing is planned here. */
  #planned(card: StudyCard | null): void {
    const schedule = card && this.#host.study().known(card.id);
    const planned = schedule ? { ...card, schedule } : null;
    const moment = this.#host.study().moment();
    this.#session = step(this.#session, { kind: 'planned', card: planned, ...moment }).session;
  }

  #carryOut(effect: Effect): Leaving | null {
    switch (effect.kind) {
      case 'review': {
        const { ticket, card } = effect;
        const { i, b } = this.#host.answer(card, effect);
        this.#tickets.set(ticket, b ?? i);
        this.#planned(card);
        return null;
      }
      case 'mark': {
        const { field, value } = effect.mark;
        this.#tickets.set(effect.ticket, this.#host.mark(effect.card.id, field, value).i);
        return null;
      }
      case 'undo': {
        const action = this.#tickets.get(effect.ticket);
        if (action !== undefined) this.#host.undo(action);
        return null;
      }
      case 'redo': {
        const action = this.#tickets.get(effect.ticket);
        if (action !== undefined) this.#host.redo(action);
        this.#planned(effect.card);
        return null;
      }
      case 'redo-earlier': {
        const id = this.#host.redoLast();
        this.#countEarlier(-1);
        const { current } = this.#session;
        if (current === null || current.card.id !== id) return null;
        this.#session = { ...this.#session, current: null };
        this.#planned(current.card);
        return null;
      }
      case 'undo-earlier': {
        const id = this.#host.undoLast();
        if (id !== null) this.#countEarlier(1);
        const card = id === null ? null : this.#host.study().card(id);
        if (card) this.dispatch({ kind: 'show', card });
        return null;
      }
      case 'refresh':
        this.dispatch({ kind: 'queue', queue: this.#host.study().queue(this.request) });
        return null;
      case 'gone':
      case 'left':
        return effect;
    }
  }

  /** So that a redo brings back what was undone last, in this session or before it. */
  #countEarlier(by: number): void {
    const { undoneEarlier } = this.#session;
    this.#session = { ...this.#session, undoneEarlier: Math.max(0, undoneEarlier + by) };
  }
}
