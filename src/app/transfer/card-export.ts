// Cards in the form exported to another program, note by note, since all at once would be the whole vault.
import type { ExportedCard } from '../../core/import/anki-export.ts';
import { dueText } from '../../core/schedule/due-text.ts';
import { scopeFilter, type Scope } from '../../core/study/scope.ts';
import type { StudyCard } from '../../core/study/study-card.ts';
import type { Flashcards } from '../flashcards.ts';

/** A scope's cards with their schedules, in note order. */
export async function* exportedCards(app: Flashcards, scope: Scope): AsyncGenerator<ExportedCard> {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  for (const [path, tracked] of app.linker.notes) {
    const wanted = new Set(tracked.flatMap(({ id }) => (isIn(app, id, isWanted) ? id : [])));
    if (wanted.size === 0) continue;
    for (const [id, found] of await app.texts.ofNote(path)) {
      if (!wanted.has(id)) continue;
      const card = { ...found, deck: app.study.deckName(found.deck) };
      const schedule = app.study.schedule(id);
      const { state, memory, reps, lapses } = schedule;
      const { stability = null, difficulty = null } = memory ?? {};
      yield { id, card, state, due: dueText(schedule), stability, difficulty, reps, lapses };
    }
  }
}

/** Number of cards in a scope. */
export function countCards(app: Flashcards, scope: Scope): number {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  return [...app.linker.notes.values()].flat().filter(({ id }) => isIn(app, id, isWanted)).length;
}

function isIn({ study }: Flashcards, id: string, isWanted: (card: StudyCard) => boolean): boolean {
  const card = study.card(id);
  return card !== null && isWanted(card);
}
