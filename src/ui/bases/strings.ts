// The words of the view for Obsidian's Bases.
import { formatNumber } from '../format.ts';
import { words } from '../strings.ts';

export const baseWords = {
  name: 'Flashcards',
  columns: { note: 'Note', cards: 'Cards', due: 'Due', new: 'New', recall: 'Retention' },
  recallHint: 'The average chance that you recall a card of this note today',
  all: 'Also show notes without cards',
  noGroup: 'None',
  none: 'No note in this base has cards.',
  study: (count: number) => `Study ${words.cards(count)}`,
  nothing: 'Nothing due here.',
  more: (count: number) => `And ${formatNumber(count)} more notes.`,
} as const;
