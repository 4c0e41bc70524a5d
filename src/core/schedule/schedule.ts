// What a schedule is, and the options that shape it. How it comes from the log stands in scheduler.ts.
import type { Grade } from '../history/event.ts';
import type { Memory } from './fsrs.ts';

export type State = 'new' | 'learning' | 'review' | 'relearning';

/** All that is known of when a card comes up; plain data, always rebuilt from the log. Study days: see study-day.ts. */
export interface Schedule {
  /** Id of the card; it seeds the fuzz. */
  readonly card: string;
  readonly state: State;
  /** null for a new card. */
  readonly memory: Memory | null;
  /** Study day on which it is due; null for a new card. */
  readonly dueDay: number | null;
  /** ms since 1970, only in a step that ends within the study day of its review; else null, and the day decides. */
  readonly dueAt: number | null;
  /** Days from the last review to `dueDay` as planned; 0 in a step shorter than a day. */
  readonly interval: number;
  /** Index of the learning or relearning step; 0 elsewhere. */
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  /** ms since 1970 of the last review; null if there was none here. */
  readonly lastAt: number | null;
  /** Study day of the last review, also of an imported one. */
  readonly lastDay: number | null;
  /** Study day on which it was answered for the first time as a new card; counts for the limit on new cards. */
  readonly introducedOn: number | null;
  /** Last study day on which it was answered in state review; counts for the limit on reviews. */
  readonly reviewedOn: number | null;
  readonly suspended: boolean;
  /** Asked by its person's wish, though it is set aside. */
  readonly ask: boolean;
  /** Study day until (and including) which it is hidden. */
  readonly buriedUntil: number | null;
  /** 0 is none, 1–7. */
  readonly flag: number;
  /** Forgotten too often: lapses have reached the limit of the options. */
  readonly leech: boolean;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** How much of its share a day of the week gets, as far as the fuzz can tell: all, half, or none. */
export type Ease = 'normal' | 'fewer' | 'none';

/** The desired retention was raised. */
export interface Raise {
  /** Study day. */
  readonly on: number;
  /** The desired retention until then. */
  readonly from: number;
}

export interface ScheduleOptions {
  /** 0.7–0.99: the chance of recall that a card should have when it comes up. */
  readonly desiredRetention: number;
  /** When it was raised, in order: what became due by that is spread over days. */
  readonly raised: readonly Raise[];
  /** Minutes, in order; empty leaves new cards to FSRS at once, which may ask for hours. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  readonly fuzz: boolean;
  /** Within the fuzz, days with fewer cards are taken rather than others, and not that of a sibling. */
  readonly balance: boolean;
  readonly easyDays: Readonly<Record<Weekday, Ease>>;
  /** 17, 19 or 21 numbers of an FSRS optimizer, or null for the defaults. */
  readonly weights: readonly number[] | null;
  /** Local hour (0–23) at which a study day starts. */
  readonly rolloverHour: number;
  /** Lapses that make a leech; 0 for none. */
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

/** An answer, as a review of the log or as one that is only tried. */
export interface Answer {
  /** ms since 1970. */
  readonly t: number;
  /** Minutes east of UTC. */
  readonly z: number;
  /** Study day. */
  readonly y: number;
  readonly g: Grade;
}

/** What a grade would lead to. */
export interface Outcome {
  readonly grade: Grade;
  /** Until the card is due: the length of a step, or whole days of 1,440 minutes. */
  readonly minutes: number;
  readonly schedule: Schedule;
}

/** Again, hard, good, easy; each waits at least as long as the one before. */
export type Outcomes = readonly [Outcome, Outcome, Outcome, Outcome];
