// Formats a card's due date for other programs.
import { isoDate, isoInstant } from '../calendar.ts';
import type { Schedule } from './schedule.ts';

/** ISO 8601: a date if the card is due on a study day, date and time within a learning step; null for a new card. */
export function dueText({ dueAt, dueDay }: Schedule): string | null {
  if (dueAt !== null) return isoInstant(dueAt);
  return dueDay === null ? null : isoDate(dueDay);
}
