// Vacations: nothing comes up, and what would have comes after them, spread out. Only the day on which a card is shown
// moves; its schedule and its history stay, and FSRS reckons with the days that really passed.
import { dayOfIsoDate } from '../calendar.ts';
import { seededFraction } from '../schedule/fuzz.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Vacation } from './options.ts';

/** Study days, both included. */
export interface VacationDays {
  readonly from: number;
  readonly to: number;
}

/** Days; nothing is put off beyond them after a vacation. */
const longestDelay = 30;
/** Of its interval: a card that waits a quarter longer loses about two points of its chance of recall at 90 %. */
const delayShare = 0.25;
/** Days; a longer absence is no vacation but an end. */
const longestVacation = 366;

/** Null for one that ends before it begins, or is longer than a year. */
export function readVacation({ from, to }: Vacation): VacationDays | null {
  const [first, last] = [dayOfIsoDate(from), dayOfIsoDate(to)];
  if (first === null || last === null || last < first || last - first >= longestVacation) return null;
  return { from: first, to: last };
}

/** Sorted; those that meet are one. */
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
 * The schedule with the day on which it is to be shown. What falls into a vacation comes after it: at once where the
 * interval is short, up to a quarter of the interval later where it is long. What was overdue when a vacation began
 * waits for its end.
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
