// Counts the cards of a note that was never studied, without making any.
import { waitingOf, type NewCounts } from '../../core/study/queue/unopened-note.ts';
import type { IndexedCard, IndexedNote } from '../index/indexed-note.ts';

export function newCountsOf(
  { note, count, head: { deck, groups, asides } }: IndexedNote,
  siblingsApart: boolean,
  isSetAside: (card: Pick<IndexedCard, 'aside' | 'deck' | 'note'>) => boolean,
): NewCounts {
  if (!groups && !asides) return { new: count, held: 0 };
  const asked: { readonly group: string | null }[] = [];
  for (let at = 0; at < count; at += 1) {
    const aside = asides?.[at] ?? false;
    if (aside === false || !isSetAside({ aside, deck, note })) asked.push({ group: groups?.[at] ?? null });
  }
  return waitingOf(asked, siblingsApart);
}
