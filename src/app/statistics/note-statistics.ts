// The key figures of a note.
import type { Flashcards } from '../flashcards.ts';

export interface NoteFigures {
  /** All cards, including suspended ones. */
  readonly cards: number;
  /** What a review of the note would bring today, excluding new cards. */
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
  const { learning, due, new: newCards } = study.counts({ scope: { kind: 'note', note: path } });
  let sum = 0;
  let learned = 0;
  for (const one of cards) {
    const { id } = one;
    if (study.isAside(one)) continue;
    const schedule = study.schedule(id);
    if (schedule.memory === null || schedule.suspended) continue;
    learned += 1;
    sum += scheduler.retrievability(schedule, today);
  }
  return {
    cards: cards.length,
    due: learning + due,
    new: newCards,
    recall: learned === 0 ? null : sum / learned,
  };
}
