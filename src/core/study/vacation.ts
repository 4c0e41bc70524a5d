// Vacations: nothing comes up, and what would have comes afterward, spread out. Only the day a card is shown moves; its
// schedule and history stay, and FSRS uses the days that actually passed.
import { dayOfIsoDate } from '../calendar.ts';
import { seededFraction } from '../schedule/fuzz.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Vacation } from './options.ts';

/** Study days, both inclusive. */
export interface VacationDays {
  readonly from: number;
  readonly to: number;
}

/** Days; the maximum delay after a vacation. */
const longestDelay = 30;
/** Share of its interval: a card that waits a quarter longer loses about two percentage points of recall at 90 %. */
const delayShare = 0.25;
/** Days; a longer absence is quitting, not a vacation. */
const longestVacation = 366;

/** Null for one that ends before it begins, or is longer than a year. */
export function readVacation({ from, to }: Vacation): VacationDays | null {
  const [first, last] = [dayOfIsoDate(from), dayOfIsoDate(to)];
  if (first === null || last === null || last < first || last - first >= longestVacation) return null;
  return { from: first, to: last };
}

/** Sorted; adjacent and overlapping ones are merged. */
export function readVacations(vacations: readonly Vacation[]): readonly VacationDays[] {
  const sorted = vacations.flatMap((one) => readVacation(one) ?? []).sort((a, b) => a.from - b.from);
  const joined: VacationDays[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.from <= last.to + 1) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else joined.push(next);
  }
  return joined;
}

export function vacationOn(vacations: readonly VacationDays[], day: number): VacationDays | null {
  return vacations.find(({ from, to }) => from <= day && day <= to) ?? null;
}

/**
 * The schedule with the day it is to be shown. Cards due during a vacation come after it: at once if the interval is
 * short, up to a quarter of the interval later if it is long. Cards overdue when a vacation began wait for its end.
 */
export function postponed(schedule: Schedule, vacations: readonly VacationDays[], today: number): Schedule {
  const { dueDay } = schedule;
  if (dueDay === null || vacations.length === 0) return schedule;
  let day = dueDay;
  for (const one of vacations) {
    if (day > one.to) continue;
    if (day >= one.from) {
      const length = one.to - one.from + 1;
      const most = Math.min(length, longestDelay, Math.floor(schedule.interval * delayShare));
      day = one.to + 1 + Math.floor(seededFraction(schedule.card, one.to) * (most + 1));
    } else if (today >= one.from && today <= one.to) day = one.to + 1;
  }
  return day === dueDay ? schedule : { ...schedule, dueDay: day, dueAt: null };
}
