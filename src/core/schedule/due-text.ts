// When a card is due, as other programs read it.
import type { Schedule } from './schedule.ts';

const dayMs = 86_400_000;

/** ISO 8601: a date where the card is due on a study day, date and time within a learning step; null for a new card. */
export function dueText({ dueAt, dueDay }: Schedule): string | null {
  if (dueAt !== null) return new Date(dueAt).toISOString();
  return dueDay === null ? null : new Date(dueDay * dayMs).toISOString().slice(0, 10);
}
