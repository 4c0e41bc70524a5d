// The state machine of a review, for every screen that shows one. Pure: what to record is returned as effects, and only
// grading records an answer, so closing in the middle of a card records nothing.
import { longestAnswer } from '../../history/event.ts';
import type { Grade } from '../../history/event.ts';
import type { Action, Effect, Mark } from './action.ts';
import { putFirst, putLast, putLearning, sizes, take, without } from '../queue/lanes.ts';
import { changed, leftBy, oneLane, refilled } from './session-changes.ts';
import {
  dayAt,
  nextRedo,
  type Done,
  type OnScreen,
  type Session,
  type SessionRules,
  type SessionStats,
} from './session-state.ts';
import { laneOf, type Lane, type Moment, type Queue, type StudyCard } from '../study-card.ts';

/** The session after an action, and what the caller must record. */
export interface Stepped {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

export interface SessionStart extends Moment {
  readonly queue: Queue;
  readonly rules: SessionRules;
  readonly practice: boolean;
}

/** Opens a session with its first card on screen. */
export function startSession({ queue, rules, practice, now, zone }: SessionStart): Session {
  const held = practice ? oneLane(queue) : queue;
  const empty: Session = {
    rules,
    practice,
    day: dayAt(rules, { now, zone }),
    current: null,
    queue: held,
    sizes: sizes(held),
    done: [],
    undone: [],
    undoneEarlier: 0,
    stats: { answers: 0, again: 0, time: 0 },
    ticket: 1,
    gone: new Set(),
    closed: false,
  };
  return advance(empty, now);
}

/** Applies one action. One that makes no sense in the phase (a grade before the answer is shown) changes nothing. */
export function step(session: Session, action: Action): Stepped {
  if (session.closed) return silent(session);
  const { session: after, effects } = act(session, action);
  const day = dayAt(session.rules, action);
  if (day <= session.day || after.closed) return { session: after, effects };
  // A new study day has begun: request a new queue. What is on screen stays.
  return {
    session: { ...after, day },
    effects: session.practice ? effects : [...effects, { kind: 'refresh', day }],
  };
}

/** A step with nothing to record. */
function silent(session: Session): Stepped {
  return { session, effects: [] };
}

function act(session: Session, action: Action): Stepped {
  switch (action.kind) {
    case 'reveal':
      return silent(onScreen(session, revealedBy(action.parts)));
    case 'reveal-part': {
      const parts = (session.current?.parts ?? 0) + 1;
      return silent(onScreen(session, parts >= action.parts ? { parts, revealed: true } : { parts }));
    }
    case 'grade':
      return grade(session, action.grade, action);
    case 'planned':
      return silent(advance(comesBack(session, action.card), action.now));
    case 'bury':
      return mark(session, 'bury', { field: 'buried', value: dayAt(session.rules, action) }, action.now);
    case 'suspend':
      return mark(session, 'suspend', { field: 'suspended', value: true }, action.now);
    case 'reset':
      return mark(session, 'reset', { field: 'reset', value: true }, action.now);
    case 'flag':
      return mark(session, 'flag', { field: 'flag', value: action.flag }, action.now);
    case 'skip':
      return skip(session, action.now);
    case 'undo':
      return undo(session, action.now);
    case 'redo':
      return redo(session, action);
    case 'changed':
      return follow(session, action.card, action.was ?? action.card.id, action.now);
    case 'gone':
      return leave(session, action.id, action.now);
    case 'show':
      return silent(show(session, action.card, laneFor(session, action.card), action.now));
    case 'queue':
      return silent(advance(refilled(session, action.queue), action.now));
    case 'tick':
      return silent(advance(session, action.now));
    case 'close':
      return silent({ ...session, current: null, closed: true });
  }
}

/** How much of the answer a new question shows. */
const unseen = { parts: 0, revealed: false, collapsed: false } as const;

function revealedBy(parts: number | undefined): Partial<OnScreen> {
  return parts === undefined
    ? { revealed: true, collapsed: false }
    : { parts, revealed: true, collapsed: true };
}

function onScreen(session: Session, change: Partial<OnScreen>): Session {
  return session.current === null ? session : { ...session, current: { ...session.current, ...change } };
}

/** Fills an empty screen with the next card. */
function advance(session: Session, now: number): Session {
  if (session.current !== null) return session;
  const taken = take(session.queue, now, { ...session.rules, sizes: session.sizes });
  if (taken === null) return session;
  const { card, lane, rest } = taken;
  return { ...session, queue: rest, current: { card, lane, ...unseen, since: now } };
}

function grade(session: Session, given: Grade, { now, zone }: Moment): Stepped {
  const { current, practice, rules } = session;
  if (current === null || !current.revealed) return silent(session);
  const { card, lane } = current;
  const took = Math.max(0, now - current.since);
  const done: Done = {
    kind: 'grade',
    ticket: practice ? null : session.ticket,
    card,
    lane,
    grade: given,
    took,
  };
  const graded = { ...remember(session, done), stats: tally(session.stats, done, 1) };
  if (practice) {
    const queue = given === 1 ? putLast(session.queue, lane, card) : session.queue;
    return silent(advance({ ...graded, queue, current: null }, now));
  }
  const { ticket } = session;
  // The next card comes with `planned`: it may be this one again.
  const day = dayAt(rules, { now, zone });
  const effects: Effect[] = [{ kind: 'review', ticket, card, grade: given, now, zone, day, took }];
  return { session: { ...graded, current: null }, effects };
}

/** A card still in its steps comes up again in this session. */
function comesBack(session: Session, card: StudyCard | null): Session {
  // A leech may have been suspended by its answer.
  if (
    card === null ||
    laneOf(card.schedule, session.day) === null ||
    card.schedule.dueAt === null ||
    session.current?.card.id === card.id
  )
    return session;
  return { ...session, queue: putLearning(without(session.queue, card.id), card) };
}

/** Records a mark on the card on screen. Every mark but a flag removes the card. */
function mark(session: Session, kind: Done['kind'], change: Mark, now: number): Stepped {
  const { current, ticket } = session;
  if (current === null) return silent(session);
  const { card, lane } = current;
  const flag = change.field === 'flag' && { flag: change.value };
  const marked = remember(session, { kind, ticket, card, lane, grade: null, took: 0, ...flag });
  const effects: Effect[] = [{ kind: 'mark', ticket, card, mark: change }];
  if (change.field !== 'flag') return { session: advance({ ...marked, current: null }, now), effects };
  const schedule = { ...card.schedule, flag: change.value };
  return { session: onScreen(marked, { card: { ...card, schedule } }), effects };
}

function skip(session: Session, now: number): Stepped {
  const { current } = session;
  if (current === null) return silent(session);
  const { card, lane } = current;
  const skipped = remember(session, { kind: 'skip', ticket: null, card, lane, grade: null, took: 0 });
  // Take the next card first: if the last one is skipped, it comes up again at once.
  const next = advance({ ...skipped, current: null }, now);
  const queue = putLast(next.queue, lane, card, now + session.rules.learnAheadMinutes * 60_000);
  return silent(advance({ ...next, queue }, now));
}

function remember(session: Session, done: Done): Session {
  const ticket = done.ticket === null ? session.ticket : session.ticket + 1;
  return { ...session, done: [...session.done, done], undone: [], undoneEarlier: 0, ticket };
}

function tally(stats: SessionStats, { grade, took }: Done, sign: 1 | -1): SessionStats {
  return {
    answers: stats.answers + sign,
    again: stats.again + (grade === 1 ? sign : 0),
    time: stats.time + sign * Math.min(took, longestAnswer),
  };
}

function undo(session: Session, now: number): Stepped {
  const last = session.done.at(-1);
  if (last === undefined) return { session, effects: session.practice ? [] : [{ kind: 'undo-earlier' }] };
  const effects: Effect[] = last.ticket === null ? [] : [{ kind: 'undo', ticket: last.ticket }];
  const back = {
    ...session,
    done: session.done.slice(0, -1),
    undone: [...session.undone, last],
    stats: last.kind === 'grade' ? tally(session.stats, last, -1) : session.stats,
  };
  const { card, lane } = last;
  if (session.gone.has(card.id)) return { session: back, effects: [...effects, { kind: 'gone', card }] };
  if (last.kind === 'flag' && session.current?.card.id === card.id)
    return { session: onScreen(back, { card }), effects };
  return { session: show(back, card, lane, now), effects };
}

function redo(session: Session, moment: Moment): Stepped {
  const last = nextRedo(session);
  if (last === null) return { session, effects: session.practice ? [] : [{ kind: 'redo-earlier' }] };
  const { card, lane, kind, grade: given, ticket } = last;
  const undone = session.undone.slice(0, -1);
  const isGone = session.gone.has(card.id);
  if (ticket === null && !isGone) {
    // It recorded nothing, so it is simply done again.
    const { session: again } = act(onScreen(show(session, card, lane, moment.now), { revealed: true }), {
      ...moment,
      ...(kind === 'grade' ? { kind, grade: given ?? 3 } : { kind: 'skip' }),
    });
    return silent({ ...again, undone });
  }
  const shown = isGone || kind === 'flag' ? session : show(session, card, lane, moment.now);
  const redone = {
    ...shown,
    undone,
    done: [...session.done, last],
    stats: kind === 'grade' ? tally(session.stats, last, 1) : session.stats,
    current: shown.current?.card.id === card.id && kind !== 'flag' ? null : shown.current,
  };
  const effect: Effect | null =
    ticket === null ? null : { kind: 'redo', ticket, card: kind === 'grade' ? card : null };
  return { session: redone, effects: effect ? [effect] : [] };
}

function laneFor({ practice, day }: Session, { schedule }: StudyCard): Lane {
  return practice ? 'due' : (laneOf(schedule, day) ?? 'due');
}

/** Puts a card on screen; the previous one waits at the front of its lane. */
function show(session: Session, card: StudyCard, lane: Lane, now: number): Session {
  const { current } = session;
  let queue = without(session.queue, card.id);
  if (current !== null && current.card.id !== card.id) queue = putFirst(queue, current.lane, current.card);
  return { ...session, queue, current: { card, lane, ...unseen, since: now } };
}

/** What was done with a card elsewhere; the one on screen leaves it if it need not be asked any more. */
function follow(session: Session, card: StudyCard, was: string, now: number): Stepped {
  const { current } = session;
  const how = current?.card.id === was ? leftBy(session, current.card, card, now) : null;
  const followed = changed(session, card, was);
  if (how === null) return silent(advance(followed, now));
  const next = advance(comesBack({ ...followed, current: null }, card), now);
  return { session: next, effects: [{ kind: 'left', card, how }] };
}

function leave(session: Session, id: string, now: number): Stepped {
  const gone = new Set(session.gone).add(id);
  const { current } = session;
  if (current?.card.id !== id) return silent({ ...session, gone, queue: without(session.queue, id) });
  return {
    session: advance({ ...session, gone, current: null }, now),
    effects: [{ kind: 'gone', card: current.card }],
  };
}
