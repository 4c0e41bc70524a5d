// A card as studying sees it: where it stands and when it is due, nothing of its text.
import type { Schedule } from '../schedule/schedule.ts';

export interface StudyCard {
  readonly id: string;
  /** Path of the note. */
  readonly note: string;
  /** Path of the deck, `""` at the root. */
  readonly deck: string;
  /** Cards of one note with an equal group are siblings: they test the same text. */
  readonly group: string | null;
  /** 1-based line; orders the cards of a note. */
  readonly line: number;
  /** Set aside by the rules: not asked, unless it was reviewed before or its person wishes so. */
  readonly aside: boolean;
  /** How well it can be answered, the best lowest: these come up first. */
  readonly rank: number;
  readonly schedule: Schedule;
}

/** Whether a card is not asked. What was ever reviewed keeps being due. */
export function isAside({ aside, schedule }: Pick<StudyCard, 'aside' | 'schedule'>): boolean {
  return aside && !schedule.ask && schedule.state === 'new';
}

/** The three lines that wait for the person. */
export type Lane = 'learning' | 'due' | 'new';

export const lanes: readonly Lane[] = ['learning', 'due', 'new'];

/** Numbers of cards by lane. */
export type Counts = Readonly<Record<Lane, number>>;

/** Cards by lane, each in the order in which it is to be studied. */
export type Queue = Readonly<Record<Lane, readonly StudyCard[]>>;

export const emptyQueue: Queue = { learning: [], due: [], new: [] };

/** A moment on the device of the person. */
export interface Moment {
  /** ms since 1970. */
  readonly now: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

/**
 * Where a card waits on a study day by its schedule alone; null where it does not.
 * @param until also what is due up to this day
 */
export function laneOf(schedule: Schedule, today: number, until = today): Lane | null {
  if (schedule.suspended || (schedule.buriedUntil !== null && schedule.buriedUntil >= today)) return null;
  if (schedule.state === 'new') return 'new';
  if (schedule.dueDay === null || schedule.dueDay > until) return null;
  return schedule.state === 'review' ? 'due' : 'learning';
}

/** Where a card waits, those that are set aside left out. */
export function laneOfCard(card: StudyCard, today: number, until = today): Lane | null {
  return isAside(card) ? null : laneOf(card.schedule, today, until);
}

/** ms since 1970 at which a card in the learning lane may come up; 0 for one that waited for its day. */
export function learningAt({ schedule }: StudyCard): number {
  return schedule.dueAt ?? 0;
}
