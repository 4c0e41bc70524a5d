// A card as studying sees it: where it is and when it is due, without its text.
import type { ScheduleTimes } from '../schedule/packed-schedules.ts';
import type { Schedule } from '../schedule/schedule.ts';

export interface StudyCard {
  readonly id: string;
  /** Path of the note. */
  readonly note: string;
  /** Path of the deck; `""` is the root. */
  readonly deck: string;
  /** Cards of a note with the same group are siblings: they test the same text. */
  readonly group: string | null;
  /** 1-based line; determines the order of a note's cards. */
  readonly line: number;
  /** Set aside by the rules: not asked, unless it was reviewed before or the user wants it. */
  readonly aside: boolean;
  /** How well it can be answered, lowest is best: these come up first. */
  readonly rank: number;
  readonly schedule: Schedule;
}

/** What decides whether and when a card comes up on a day. */
export interface QueuedCard extends Pick<StudyCard, 'group' | 'aside' | 'rank'> {
  readonly schedule: ScheduleTimes;
}

/** Whether a card is excluded. A card that was ever reviewed stays due. */
export function isAside({
  aside,
  schedule,
}: {
  readonly aside: boolean;
  readonly schedule: Pick<Schedule, 'ask' | 'state'>;
}): boolean {
  return aside && !schedule.ask && schedule.state === 'new';
}

/** The three lanes of waiting cards. */
export type Lane = 'learning' | 'due' | 'new';

export const lanes: readonly Lane[] = ['learning', 'due', 'new'];

/** Number of cards by lane. */
export type Counts = Readonly<Record<Lane, number>>;

/** Cards by lane, each in study order. */
export type Queue = Readonly<Record<Lane, readonly StudyCard[]>>;

export const emptyQueue: Queue = { learning: [], due: [], new: [] };

/** A moment on the user's device. */
export interface Moment {
  /** ms since 1970. */
  readonly now: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

/**
 * The lane a card waits in on a study day, by its schedule alone; null if it isn't waiting.
 * @param until also includes what is due up to this day
 */
export function laneOf(
  schedule: Pick<Schedule, 'suspended' | 'buriedUntil' | 'state' | 'dueDay'>,
  today: number,
  until = today,
): Lane | null {
  if (schedule.suspended || (schedule.buriedUntil !== null && schedule.buriedUntil >= today)) return null;
  if (schedule.state === 'new') return 'new';
  if (schedule.dueDay === null || schedule.dueDay > until) return null;
  return schedule.state === 'review' ? 'due' : 'learning';
}

/** The lane a card waits in, excluding those set aside. */
export function laneOfCard(card: QueuedCard, today: number, until = today): Lane | null {
  return isAside(card) ? null : laneOf(card.schedule, today, until);
}

/** ms since 1970 when a card in the learning lane may come up; 0 for one that waited for its day. */
export function learningAt({ schedule }: StudyCard): number {
  return schedule.dueAt ?? 0;
}
