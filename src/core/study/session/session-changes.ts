// Updates a session when the vault, the log, or the day changes.
import type { Schedule } from '../../schedule/schedule.ts';
import { locate, putLast, putLearning, replacedAt, sizes, without } from '../queue/lanes.ts';
import type { Done, Session } from './session-state.ts';
import { laneOf, learningAt, type Queue, type StudyCard } from '../study-card.ts';

/** Why a card left the screen: what was done with it in another window or on another device. */
export type Left = 'answered' | 'suspended' | 'buried';

/** Null for a card that is still to be asked. */
export function leftBy(
  { practice, day, rules }: Session,
  { schedule: was }: StudyCard,
  card: StudyCard,
  now: number,
): Left | null {
  if (practice) return null;
  const is = card.schedule;
  if (is.suspended && !was.suspended) return 'suspended';
  if (is.buriedUntil !== null && is.buriedUntil !== was.buriedUntil && is.buriedUntil >= day) return 'buried';
  // An undo elsewhere leaves it on screen.
  if (is.reps <= was.reps || (is.lastAt ?? 0) <= (was.lastAt ?? 0)) return null;
  const lane = laneOf(is, day);
  const isLater = lane === 'learning' && learningAt(card) > now + rules.learnAheadMinutes * 60_000;
  return lane === null || isLater ? 'answered' : null;
}

/** Puts the new version of a card everywhere; it changes lanes, or leaves, if rescheduled elsewhere. */
export function changed(session: Session, card: StudyCard, was: string): Session {
  const gone = session.gone.has(card.id)
    ? new Set([...session.gone].filter((id) => id !== card.id))
    : session.gone;
  const follow = (each: Done): Done =>
    each.card.id === was
      ? { ...each, card: { ...card, schedule: { ...each.card.schedule, card: card.id } } }
      : each;
  const next = { ...session, gone, done: session.done.map(follow), undone: session.undone.map(follow) };
  const { current } = session;
  if (current?.card.id === was) return { ...next, current: { ...current, card } };
  const found = locate(session.queue, was);
  if (found === null) return next;
  const lane = laneOf(card.schedule, session.day);
  const stays = session.practice || sameAnswers(found.card.schedule, card.schedule) || lane === found.lane;
  if (stays && (session.practice || found.lane !== 'learning' || sameMinute(found.card, card)))
    return { ...next, queue: replacedAt(session.queue, found, card) };
  const queue = without(session.queue, was);
  if (lane === null) return { ...next, queue };
  return { ...next, queue: lane === 'learning' ? putLearning(queue, card) : putLast(queue, lane, card) };
}

function sameMinute(a: StudyCard, b: StudyCard): boolean {
  return learningAt(a) === learningAt(b);
}

function sameAnswers(a: Schedule, b: Schedule): boolean {
  return (
    a.reps === b.reps &&
    a.lastAt === b.lastAt &&
    a.suspended === b.suspended &&
    a.buriedUntil === b.buriedUntil
  );
}

/** Replaces the queue; the card on screen stays there. */
export function refilled(session: Session, queue: Queue): Session {
  const id = session.current?.card.id;
  const held = session.practice ? oneLane(queue) : queue;
  const left = id === undefined ? held : without(held, id);
  return { ...session, queue: left, sizes: sizes(left) };
}

/** In practice mode there are no steps and no days, only cards that are known by now and cards that aren't. */
export function oneLane({ learning, due, new: newCards }: Queue): Queue {
  return { learning: [], due: [...learning, ...due, ...newCards], new: [] };
}
