// A session as plain data: what is on screen, what is waiting, what can be undone.
import type { Grade } from '../../history/event.ts';
import type { Outcomes } from '../../schedule/schedule.ts';
import type { Scheduler } from '../../schedule/scheduler.ts';
import { studyDay } from '../../schedule/study-day.ts';
import type { NewPlace } from '../options.ts';
import {
  learningAt,
  type Counts,
  type Lane,
  type Moment,
  type Queue,
  type StudyCard,
} from '../study-card.ts';

export type Phase =
  | 'question'
  | 'answer'
  /** Only learning cards whose time has not come; see `waitingUntil`. */
  | 'waiting'
  | 'finished'
  | 'closed';

export interface SessionRules {
  readonly scheduler: Scheduler;
  readonly newPlace: NewPlace;
  readonly learnAheadMinutes: number;
}

export interface OnScreen {
  readonly card: StudyCard;
  readonly lane: Lane;
  /** Number of parts of the answer shown, step by step. */
  readonly parts: number;
  /** The answer is shown and can be graded. */
  readonly revealed: boolean;
  /** It can be graded, but only `parts` of the answer are shown: a long one opened at its beginning. */
  readonly collapsed: boolean;
  /** ms since 1970 when the question was shown. */
  readonly since: number;
}

/** An action on a card that can be undone. */
export interface Done {
  readonly kind: 'grade' | 'bury' | 'suspend' | 'flag' | 'skip' | 'reset';
  /** Ticket of the effect that recorded it; null if nothing was recorded. */
  readonly ticket: number | null;
  /** The flag that was set, 0 for none; only for `flag`. */
  readonly flag?: number;
  /** As it was before. */
  readonly card: StudyCard;
  readonly lane: Lane;
  readonly grade: Grade | null;
  /** ms from question to grade; 0 for other actions. */
  readonly took: number;
}

export interface SessionStats {
  readonly answers: number;
  readonly again: number;
  /** ms spent on answers; capped at five minutes each. */
  readonly time: number;
}

export interface Session {
  readonly rules: SessionRules;
  /** Answers aren't recorded. */
  readonly practice: boolean;
  /** Study day of the last action. */
  readonly day: number;
  readonly current: OnScreen | null;
  /** Waiting cards, excluding the one on screen. */
  readonly queue: Queue;
  /** Lane sizes when the queue arrived; used to mix new cards evenly among due ones. */
  readonly sizes: Counts;
  /** Oldest first. */
  readonly done: readonly Done[];
  /** What was undone and can be redone, last undone last; empty after anything else is done. */
  readonly undone: readonly Done[];
  /** How many actions from before the session were undone after those. */
  readonly undoneEarlier: number;
  readonly stats: SessionStats;
  /** Next ticket for an effect. */
  readonly ticket: number;
  /** Cards that left the vault during the session. */
  readonly gone: ReadonlySet<string>;
  readonly closed: boolean;
}

export function phaseOf({ closed, current, queue }: Session): Phase {
  if (closed) return 'closed';
  if (current !== null) return current.revealed ? 'answer' : 'question';
  return queue.learning.length > 0 ? 'waiting' : 'finished';
}

/** ms since 1970 when the next learning card may be shown, in phase `waiting`; send a `tick` then. */
export function waitingUntil(session: Session): number | null {
  const [first] = session.queue.learning;
  if (phaseOf(session) !== 'waiting' || first === undefined) return null;
  return learningAt(first) - session.rules.learnAheadMinutes * 60_000;
}

/** Cards left, including the one on screen. */
export function remaining({ queue, current }: Session): Counts {
  const left = (lane: Lane) => queue[lane].length + (current?.lane === lane ? 1 : 0);
  return { learning: left('learning'), due: left('due'), new: left('new') };
}

/** What a redo does: what was undone last. Null for an action from before the session. */
export function nextRedo({ undone, undoneEarlier }: Session): Done | null {
  return undoneEarlier > 0 ? null : (undone.at(-1) ?? null);
}

/** How many different cards were graded. */
export function gradedCards({ done }: Session): number {
  return new Set(done.filter(({ kind }) => kind === 'grade').map(({ card }) => card.id)).size;
}

/** What was hard: the cards graded Again at least once, or, if there are none, those graded Hard; in order. */
export function hardCards({ done }: Session): { readonly grade: Grade; readonly ids: readonly string[] } {
  const graded = (wanted: Grade): readonly string[] => [
    ...new Set(done.filter(({ grade }) => grade === wanted).map(({ card }) => card.id)),
  ];
  const again = graded(1);
  return again.length > 0 ? { grade: 1, ids: again } : { grade: 2, ids: graded(2) };
}

/** The result of each grade now; null with no card on screen. */
export function outcomes({ current, rules }: Session, moment: Moment): Outcomes | null {
  if (current === null) return null;
  return rules.scheduler.next(current.card.schedule, {
    t: moment.now,
    z: moment.zone,
    y: dayAt(rules, moment),
  });
}

export function dayAt({ scheduler }: SessionRules, { now, zone }: Moment): number {
  return studyDay(now, zone, scheduler.options.rolloverHour);
}
