// Sums days by calendar month.
import { firstOfMonth } from '../calendar.ts';
import { addRecall, noRecall, type Recall } from './recall.ts';

export interface Month {
  /** Study day of its first day. */
  readonly first: number;
  readonly recall: Recall;
}

/** Months from the first day with answers on, in order, including months without answers in between. */
export function byMonth(days: ReadonlyMap<number, Recall>): readonly Month[] {
  const months = new Map<number, Recall>();
  for (const [day, recall] of days) {
    const first = firstOfMonth(day);
    const month = months.get(first) ?? noRecall();
    addRecall(month, recall);
    months.set(first, month);
  }
  if (months.size === 0) return [];
  const firsts = [...months.keys()];
  const [earliest, latest] = [Math.min(...firsts), Math.max(...firsts)];
  const list: Month[] = [];
  for (let first = earliest; first <= latest; first = firstOfMonth(first, 1))
    list.push({ first, recall: months.get(first) ?? noRecall() });
  return list;
}
