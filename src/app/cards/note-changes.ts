// What linking asks of a batch of changed notes.
import type { IndexedCard } from '../index/indexed-note.ts';
import type { NoteChange } from '../notes/library.ts';
import type { TrackedCard } from './card-registry.ts';

/** Whether any card is new; only a new card can take over a lost history. */
export function hasNews(before: readonly TrackedCard[], changes: readonly NoteChange[]): boolean {
  const known = new Set(before.map(({ card }) => card.textId));
  return changes.some(({ after }) => after?.someId((id) => !known.has(id)) === true);
}

/** By path, letters with diacritics among those without. */
export function inOrder(changes: readonly NoteChange[]): readonly NoteChange[] {
  if (changes.length < 2) return changes;
  const keys = new Map(changes.map((change) => [change, `${change.path.normalize('NFD')} ${change.path}`]));
  const keyOf = (change: NoteChange): string => keys.get(change) ?? '';
  return [...changes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

export function cardsOf(changes: readonly NoteChange[]): readonly IndexedCard[] {
  return changes.flatMap(({ after }) => after?.cards ?? []);
}
