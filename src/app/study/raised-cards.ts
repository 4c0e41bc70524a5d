// What a higher retention made due: those that it would bring at once, and over how many days they are spread.
import type { Schedule } from '../../core/schedule/schedule.ts';

/** Schedules by the id of the card. */
export type Plan = (id: string) => Schedule | undefined;

export interface RaisedCards {
  readonly cards: number;
  readonly days: number;
}

/**
 * @param before with the retention until today
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
