// A card's reviews and what each did to its schedule: the answer to "why is this due".
import type { CardHistory, ReviewEvent } from '../history/event.ts';
import type { Schedule } from './schedule.ts';
import type { Scheduler } from './scheduler.ts';

export interface TimelineEntry {
  readonly review: ReviewEvent;
  /** Probability of recall (0–1) when answered; null for the first answer to a new card. */
  readonly recall: number | null;
  readonly after: Schedule;
}

/** Oldest first; scheduled with today's options, like everything else. */
export function timeline(history: CardHistory, scheduler: Scheduler): readonly TimelineEntry[] {
  let schedule = scheduler.replay({ ...history, reviews: [] });
  return history.reviews.map((review) => {
    const recall = schedule.memory === null ? null : scheduler.retrievability(schedule, review.y);
    schedule = scheduler.step(schedule, review);
    return { review, recall, after: schedule };
  });
}
