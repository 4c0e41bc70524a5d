// When a card is due, in a word or two.
import type { Schedule } from '../../core/schedule/schedule.ts';
import type { Locale } from '../locale.ts';

export function dueWords(locale: Locale, schedule: Schedule, today: number, isAside = false): string {
  const { due } = locale.main;
  if (schedule.suspended) return due.suspended;
  if (schedule.buriedUntil !== null && schedule.buriedUntil >= today) return due.buried;
  if (isAside) return due.aside;
  if (schedule.state === 'new' || schedule.dueDay === null) return due.new;
  if (schedule.state !== 'review' && schedule.dueDay <= today) return due.learning;
  const days = schedule.dueDay - today;
  if (days <= 0) return due.now;
  return days === 1 ? due.tomorrow : due.inDays(days);
}
