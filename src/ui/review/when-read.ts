// A review that is asked for while the notes are still being read: right at the start, or by a tab that was left open.
import type { Flashcards } from '../../app/flashcards.ts';
import type { StudyRequest } from '../../core/study/scope.ts';

/**
 * Calls `start` at once where the cards of a request are there, or as soon as they are: it must not say that there is
 * nothing to do while most notes are unread. Gives what calls it off.
 */
export function whenRead(cards: Flashcards, request: StudyRequest, start: () => void): () => void {
  const isRead = (): boolean => {
    if (cards.knowledge !== 'known') return false;
    if (cards.isIndexed) return true;
    // Where nothing was ever reviewed, new cards come as their notes are read; else what is due may be in any note.
    if (request.scope.kind !== 'note' && cards.history.cards.size > 0) return false;
    const { learning, due, new: newCards } = cards.study.queue(request);
    return learning.length + due.length + newCards.length > 0;
  };
  if (isRead()) {
    start();
    return () => undefined;
  }
  const stop = cards.onChange(() => {
    if (!isRead()) return;
    stop();
    start();
  });
  return stop;
}
