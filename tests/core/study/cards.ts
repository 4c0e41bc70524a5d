// Cards, queues and sessions for the tests of studying. Noon of the study day `today`, UTC.
import type { Grade } from '../../../src/core/history/event.ts';
import { scheduleDefaults, type Schedule } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { studyDay } from '../../../src/core/schedule/study-day.ts';
import type { Action, Effect } from '../../../src/core/study/session/action.ts';
import type { RemainingLimits } from '../../../src/core/study/decks/limits.ts';
import { startSession, step, type Stepped } from '../../../src/core/study/session/session.ts';
import type { Session } from '../../../src/core/study/session/session-state.ts';
import { emptyQueue, type Queue, type StudyCard } from '../../../src/core/study/study-card.ts';
import { day, historyOf, minute, noon, today } from '../schedule/histories.ts';

/** A day without limits. */
export const unlimited: RemainingLimits = { new: Infinity, reviews: Infinity };

export const scheduler = createScheduler({ ...scheduleDefaults, fuzz: false });

/** A new card; its note is `note.md` unless told. */
export function newCards(id: string, more: Partial<StudyCard> = {}): StudyCard {
  return {
    id,
    note: 'note.md',
    deck: '',
    group: null,
    line: 1,
    aside: false,
    rank: 0,
    schedule: scheduler.newSchedule(id),
    ...more,
  };
}

/** A card that was answered, each answer given as [grade, ms since 1970]. */
export function answered(
  id: string,
  answers: readonly (readonly [Grade, number])[],
  more: Partial<StudyCard> = {},
): StudyCard {
  return { ...newCards(id, more), schedule: scheduler.replay(historyOf(answers, { id })) };
}

/** A card in review that was answered easy `days` ago, and so is due eight days after. */
export function easy(id: string, days: number, more: Partial<StudyCard> = {}): StudyCard {
  return answered(id, [[4, noon - days * day]], more);
}

/** A card in its second step that comes up `minutes` after noon. */
export function learning(id: string, minutes: number, more: Partial<StudyCard> = {}): StudyCard {
  return answered(id, [[3, noon + (minutes - 10) * minute]], more);
}

export function marked(card: StudyCard, marks: Partial<Schedule>): StudyCard {
  return { ...card, schedule: { ...card.schedule, ...marks } };
}

export function sessionOf(queue: Partial<Queue>, more: { practice?: boolean; now?: number } = {}): Session {
  return startSession({
    queue: { ...emptyQueue, ...queue },
    rules: { scheduler, newPlace: 'mixed', learnAheadMinutes: 20 },
    practice: more.practice ?? false,
    now: more.now ?? noon,
    zone: 0,
  });
}

/** A session of two cards that are due, `a` before `b`. */
export const two = (): Session => sessionOf({ due: [easy('a', 9), easy('b', 8)] });

export type Deed = { readonly now?: number } & (Action extends infer Each
  ? Each extends Action
    ? Omit<Each, 'now' | 'zone'>
    : never
  : never);

export interface Run {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** Does actions one after the other, at noon unless an action tells its time. */
export function run(session: Session, ...deeds: readonly Deed[]): Run {
  let current = session;
  const all: Effect[] = [];
  for (const deed of deeds) {
    const { session: next, effects } = stepAndPlan(current, { now: noon, ...deed, zone: 0 });
    current = next;
    all.push(...effects);
  }
  return { session: current, effects: all };
}

/** Does an action as the app does: a review is answered with its card as the log has planned it. */
export function stepAndPlan(session: Session, action: Action): Stepped {
  const { session: next, effects } = step(session, action);
  const { now, zone } = action;
  const review = effects.find((effect) => effect.kind === 'review' || effect.kind === 'redo');
  if (!review) return { session: next, effects };
  const { card } = review;
  const g = next.done.at(-1)?.grade ?? null;
  // A mark that is redone plans nothing.
  if (!card || g === null) {
    return { session: step(next, { kind: 'planned', card: null, now, zone }).session, effects };
  }
  const y = studyDay(now, zone, scheduler.options.rolloverHour);
  const planned = { ...card, schedule: scheduler.step(card.schedule, { t: now, z: zone, y, g }) };
  return { session: step(next, { kind: 'planned', card: planned, now, zone }).session, effects };
}

/** Reveals and grades what is on screen. */
export function answer(grade: Grade, now: number = noon): readonly Deed[] {
  return [
    { kind: 'reveal', now },
    { kind: 'grade', grade, now },
  ];
}

export const onScreen = ({ current }: Session) => current?.card.id ?? null;
export const ids = (cards: readonly StudyCard[]) => cards.map(({ id }) => id);
export { day, minute, noon, today };
