// Defines schedules and the options that shape them. scheduler.ts computes them from the log.
import type { Grade } from '../history/event.ts';
import type { Memory } from './fsrs.ts';

export type State = 'new' | 'learning' | 'review' | 'relearning';

/** Everything known about when a card is due; plain data, always rebuilt from the log. Study days: see study-day.ts. */
export interface Schedule {
  /** The card's id; it seeds the fuzz. */
  readonly card: string;
  readonly state: State;
  /** null for a new card. */
  readonly memory: Memory | null;
  /** Study day it is due on; null for a new card. */
  readonly dueDay: number | null;
  /** ms since 1970, only in a step that ends within the study day of its review; else null, and the day decides. */
  readonly dueAt: number | null;
  /** Days from the last review to `dueDay` as scheduled; 0 in a step shorter than a day. */
  readonly interval: number;
  /** Index of the learning or relearning step; 0 elsewhere. */
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  /** ms since 1970 of the last review; null if there was none here. */
  readonly lastAt: number | null;
  /** Study day of the last review, including an imported one. */
  readonly lastDay: number | null;
  /** Study day of its first answer as a new card; counts toward the limit on new cards. */
  readonly introducedOn: number | null;
  /** Last study day it was answered in state review; counts toward the limit on reviews. */
  readonly reviewedOn: number | null;
  readonly suspended: boolean;
  /** Asked at the user's request, although it is set aside. */
  readonly ask: boolean;
  /** Last study day it is hidden on. */
  readonly buriedUntil: number | null;
  /** 1–7; 0 means none. */
  readonly flag: number;
  /** Of a new card; see `CardHistory`. */
  readonly position: number;
  /** A leech: lapses have reached the limit in the options. */
  readonly leech: boolean;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** The share of cards a day of the week gets, as far as the fuzz allows: all, half, or none. */
export type Ease = 'normal' | 'fewer' | 'none';

/** An increase of the desired retention. */
export interface Raise {
  /** Study day. */
  readonly on: number;
  /** The previous desired retention. */
  readonly from: number;
}

export interface ScheduleOptions {
  /** 0.7–0.99: the desired probability of recall when a card comes due. */
  readonly desiredRetention: number;
  /** When it was raised, in order: cards made due by this are spread over several days. */
  readonly raised: readonly Raise[];
  /** Minutes, in order; if empty, FSRS schedules new cards at once, possibly in hours. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  readonly fuzz: boolean;
  /** Within the fuzz, prefer days with fewer cards and without a sibling. */
  readonly balance: boolean;
  readonly easyDays: Readonly<Record<Weekday, Ease>>;
  /** 17, 19 or 21 numbers from an FSRS optimizer, or null for the defaults. */
  readonly weights: readonly number[] | null;
  /** Local hour (0–23) when a study day starts. */
  readonly rolloverHour: number;
  /** Number of lapses that makes a leech; 0 for none. */
  readonly leechLapses: number;
}

export const scheduleDefaults: ScheduleOptions = {
  desiredRetention: 0.9,
  raised: [],
  learningSteps: [1, 10],
  relearningSteps: [10],
  maximumInterval: 36_500,
  fuzz: true,
  balance: true,
  easyDays: {
    monday: 'normal',
    tuesday: 'normal',
    wednesday: 'normal',
    thursday: 'normal',
    friday: 'normal',
    saturday: 'normal',
    sunday: 'normal',
  },
  weights: null,
  rolloverHour: 4,
  leechLapses: 8,
};

/** An answer, either a review in the log or a hypothetical one. */
export interface Answer {
  /** ms since 1970. */
  readonly t: number;
  /** Minutes east of UTC. */
  readonly z: number;
  /** Study day. */
  readonly y: number;
  readonly g: Grade;
}

/** The result of a grade. */
export interface Outcome {
  readonly grade: Grade;
  /** Until the card is due: the length of a step, or whole days of 1,440 minutes. */
  readonly minutes: number;
  readonly schedule: Schedule;
}

/** Again, hard, good, easy; each waits at least as long as the previous one. */
export type Outcomes = readonly [Outcome, Outcome, Outcome, Outcome];
