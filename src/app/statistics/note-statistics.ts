// The key figures of a note.
import { laneOf } from '../../core/study/study-card.ts';
import type { Flashcards } from '../flashcards.ts';

export interface NoteFigures {
  /** All cards, including suspended ones. */
  readonly cards: number;
  /** Cards due today by the schedule alone, excluding new ones. */
  readonly due: number;
  readonly new: number;
  /** Mean chance of recall today (0–1) of the learned cards; null if there are none. */
  readonly recall: number | null;
}

/** Null for a note without cards. */
export function noteFigures(
  { linker: linker, study }: Pick<Flashcards, 'linker' | 'study'>,
  path: string,
): NoteFigures | null {
  const cards = linker.notes.get(path) ?? [];
  if (cards.length === 0) return null;
  const { today, scheduler } = study;
  let due = 0;
  let newCards = 0;
  let sum = 0;
  let learned = 0;
  for (const one of cards) {
    const { id } = one;
    if (study.isAside(one)) continue;
    const schedule = study.schedule(id);
    const lane = laneOf(schedule, today);
    if (lane === 'new') newCards += 1;
    else if (lane !== null) due += 1;
    if (schedule.memory === null || schedule.suspended) continue;
    learned += 1;
    sum += scheduler.retrievability(schedule, today);
  }
  return { cards: cards.length, due, new: newCards, recall: learned === 0 ? null : sum / learned };
}
