// How much of a study day's limits is used, counted over every history of the log: all devices, orphans too.
import type { Schedule } from '../schedule/schedule.ts';
import type { StudyOptions } from './options.ts';

/** Cards that may still come up today; Infinity for no limit. */
export interface Left {
  readonly fresh: number;
  readonly reviews: number;
}

export const unlimited: Left = { fresh: Infinity, reviews: Infinity };

/** Counts one study day, and follows each schedule that changes. */
export class DayTally {
  readonly day: number;
  #introduced = 0;
  #reviewed = 0;

  constructor(day: number, schedules: Iterable<Schedule> = []) {
    this.day = day;
    for (const schedule of schedules) this.put(null, schedule);
  }

  /** New cards answered for the first time on the day. */
  get introduced(): number {
    return this.#introduced;
  }

  /** Due cards answered on the day; each counts once. */
  get reviewed(): number {
    return this.#reviewed;
  }

  /** A schedule that changed, came (before is null), or went (after is null). */
  put(before: Schedule | null, after: Schedule | null): void {
    this.#introduced += this.#is(after?.introducedOn) - this.#is(before?.introducedOn);
    this.#reviewed += this.#is(after?.reviewedOn) - this.#is(before?.reviewedOn);
  }

  left({ newPerDay, reviewsPerDay }: Pick<StudyOptions, 'newPerDay' | 'reviewsPerDay'>): Left {
    return {
      fresh: Math.max(0, newPerDay - this.#introduced),
      reviews: Math.max(0, reviewsPerDay - this.#reviewed),
    };
  }

  #is(day: number | null | undefined): 0 | 1 {
    return day === this.day ? 1 : 0;
  }
}
