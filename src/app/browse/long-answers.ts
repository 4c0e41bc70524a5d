// Counts the active cards with long answers. Reads no note bodies, so that startup stays fast.
import type { Flashcards } from '../flashcards.ts';

/** Finds the same cards in the card list. */
export const longAnswersQuery = 'is:long -is:suspended -is:aside';

export function countLongAnswers({ library, linker, study }: Flashcards): number {
  let count = 0;
  for (const [path, { cards, head }] of library.notes) {
    if (!head.longs) continue;
    // Cards without a history use their text ids.
    const tracked = linker.unlisted(path)
      ? head.longs.flatMap((at) => (cards[at] ? [{ id: cards[at].textId, card: cards[at] }] : []))
      : (linker.notes.get(path) ?? []).filter(({ card }) => card.isLong);
    count += tracked.filter((one) => !study.schedule(one.id).suspended && !study.isAside(one)).length;
  }
  return count;
}
