// The cards as an export to another program has them, note by note: all of them at once would be the whole vault.
import type { ExportedCard } from '../../core/import/anki-export.ts';
import { dueText } from '../../core/schedule/due-text.ts';
import { scopeFilter, type Scope } from '../../core/study/scope.ts';
import type { StudyCard } from '../../core/study/study-card.ts';
import type { Flashcards } from '../flashcards.ts';

/** The cards of a scope with their schedules, in the order of the notes. */
export async function* exportedCards(app: Flashcards, scope: Scope): AsyncGenerator<ExportedCard> {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  for (const [path, tracked] of app.linker.notes) {
    const wanted = new Set(tracked.flatMap(({ id }) => (isIn(app, id, isWanted) ? id : [])));
    if (wanted.size === 0) continue;
    for (const [id, card] of await app.texts.ofNote(path)) {
      if (!wanted.has(id)) continue;
      const schedule = app.study.schedule(id);
      const { state, memory, reps, lapses } = schedule;
      const { stability = null, difficulty = null } = memory ?? {};
      yield { id, card, state, due: dueText(schedule), stability, difficulty, reps, lapses };
    }
  }
}

/** How many cards a scope has. */
export function countCards(app: Flashcards, scope: Scope): number {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  return [...app.linker.notes.values()].flat().filter(({ id }) => isIn(app, id, isWanted)).length;
}

function isIn({ study }: Flashcards, id: string, isWanted: (card: StudyCard) => boolean): boolean {
  const card = study.card(id);
  return card !== null && isWanted(card);
}
