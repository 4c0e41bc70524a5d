// How many answers a review has had, by the log: for its progress, when a tab is restored after a restart.
import { scopeFilter, type StudyRequest } from '../../core/study/scope.ts';
import type { Flashcards } from '../flashcards.ts';

/** @param since ms since 1970, on the current study day, to before `until` */
export function answersSince(
  { history, linker, links, study }: Pick<Flashcards, 'history' | 'linker' | 'links' | 'study'>,
  { scope }: StudyRequest,
  since: number,
  until: number,
): number {
  const wanted = scopeFilter(scope, (path) => links.from(path));
  const { today } = study;
  let count = 0;
  for (const [, cards] of linker.lists())
    for (const { id } of cards) {
      if (study.known(id)?.lastDay !== today) continue;
      const card = study.card(id);
      if (!card || !wanted(card)) continue;
      for (const { t } of history.cards.get(id)?.reviews ?? []) if (t >= since && t < until) count += 1;
    }
  return count;
}
