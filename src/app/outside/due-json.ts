// When each card with a history is due, as other programs read it.
import { dueText } from '../../core/schedule/due-text.ts';
import type { Schedule, State } from '../../core/schedule/schedule.ts';
import type { Flashcards } from '../flashcards.ts';
import type { TrackedCard } from '../cards/card-registry.ts';

/** What is known of a schedule (part of contracts). */
export interface ScheduleJson {
  readonly state: State;
  /** ISO 8601: a date if the card is due on a study day, date and time within a learning step. */
  readonly due: string | null;
  /** Days. */
  readonly stability: number | null;
  /** 1–10. */
  readonly difficulty: number | null;
  readonly reps: number;
}

export function scheduleJson(schedule: Schedule): ScheduleJson {
  const { state, memory, reps } = schedule;
  const { stability = null, difficulty = null } = memory ?? {};
  return { state, due: dueText(schedule), stability, difficulty, reps };
}

/** One card (contract). */
export interface DueJson extends ScheduleJson {
  readonly id: string;
  readonly note: string;
  readonly source: string;
  readonly question: string;
  readonly line: number;
  readonly lapses: number;
  readonly suspended: boolean;
}

/** Cards with a history, ordered by note and line. */
export function* dueJson(
  { linker, history, study }: Pick<Flashcards, 'linker' | 'history' | 'study'>,
  isWanted: (card: TrackedCard['card']) => boolean = () => true,
): Generator<DueJson> {
  for (const path of [...linker.notes.keys()].sort()) {
    for (const { id, card } of linker.notes.get(path) ?? []) {
      if (!history.cards.has(id) || !isWanted(card)) continue;
      const schedule = study.schedule(id);
      // A card whose only review was undone is as new as any other.
      if (schedule.state === 'new' && !schedule.suspended && schedule.flag === 0) continue;
      const { lapses, suspended } = schedule;
      const { note, source, question, line } = card;
      const { state, due, stability, difficulty, reps } = scheduleJson(schedule);
      yield { id, note, source, question, line, state, due, stability, difficulty, reps, lapses, suspended };
    }
  }
}
