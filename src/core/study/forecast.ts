// Counts how many cards come due on each study day, updated as cards change.
import type { Schedule } from '../schedule/schedule.ts';

export class Forecast {
  readonly #byDay = new Map<number, number>();

  /** A schedule that changed, was added (before is null), or removed (after is null). */
  put(before: Schedule | null, after: Schedule | null): void {
    const from = dayOf(before);
    const to = dayOf(after);
    if (from === to) return;
    if (from !== null) this.#byDay.set(from, (this.#byDay.get(from) ?? 0) - 1);
    if (to !== null) this.#byDay.set(to, (this.#byDay.get(to) ?? 0) + 1);
  }

  /**
   * Due cards on `today`, including overdue ones, and on each of the following days, `days` numbers in all.
   * @param others due days of other cards
   */
  days(today: number, days: number, others: readonly number[] = []): readonly number[] {
    const counts = new Array<number>(days).fill(0);
    const add = (day: number, count: number): void => {
      const index = Math.max(0, day - today);
      if (index < days) counts[index] = (counts[index] ?? 0) + count;
    };
    for (const [day, count] of this.#byDay) add(day, count);
    for (const day of others) add(day, 1);
    return counts;
  }
}

/** Null if it is not due on any day. */
export function dayOf(schedule: Pick<Schedule, 'suspended' | 'dueDay'> | null): number | null {
  return schedule === null || schedule.suspended ? null : schedule.dueDay;
}
