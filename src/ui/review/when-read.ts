// A review requested while notes are still being read: right at startup, or by a tab left open.
import type { Flashcards } from '../../app/flashcards.ts';
import type { StudyRequest } from '../../core/study/scope.ts';

/**
 * Calls `start` as soon as the cards of a request are available, at once if they already are: it must not report
 * nothing to do while most notes are unread. Returns a function that cancels it.
 */
export function whenRead(cards: Flashcards, request: StudyRequest, start: () => void): () => void {
  const isRead = (): boolean => {
    if (cards.knowledge !== 'known') return false;
    if (cards.isIndexed) return true;
    // With no review history, new cards appear as their notes are read; otherwise due cards may be in any note.
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
