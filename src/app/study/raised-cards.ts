// Counts the cards that a higher retention would make due at once, and the days they are spread over.
import type { Schedule } from '../../core/schedule/schedule.ts';

/** Schedules by card id. */
export type Plan = (id: string) => Schedule | undefined;

export interface RaisedCards {
  readonly cards: number;
  readonly days: number;
}

/**
 * @param before with the previous retention
 * @param atOnce with the new one, not spread
 * @param spread with the new one, spread
 */
export function raisedCards(
  ids: Iterable<string>,
  { before, atOnce, spread }: { readonly before: Plan; readonly atOnce: Plan; readonly spread: Plan },
  today: number,
): RaisedCards {
  let cards = 0;
  let days = 0;
  for (const id of ids) {
    const dueThen = before(id)?.dueDay ?? null;
    const dueAtOnce = atOnce(id)?.dueDay ?? null;
    const now = spread(id);
    if (dueThen === null || dueAtOnce === null || now === undefined || now.dueDay === null) continue;
    if (now.suspended || dueThen <= today || dueAtOnce > today) continue;
    cards += 1;
    days = Math.max(days, now.dueDay - today + 1);
  }
  return { cards, days };
}
