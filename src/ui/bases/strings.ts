// Strings for the view in Obsidian's Bases.
import type { Format } from '../format.ts';

export const baseWords = (format: Format) => ({
  name: 'Flashcards',
  columns: { note: 'Note', cards: 'Cards', due: 'Due', new: 'New', recall: 'Retention' },
  recallHint: 'Average chance that you recall a card of this note today',
  all: 'Also show notes without cards',
  asBase: 'As in the base',
  groupBy: 'Group by',
  descending: 'Descending',
  noGroup: 'None',
  none: 'No note here has cards.',
  study: (count: number) => `Study ${format.counted(count, 'card')}`,
  nothing: 'Nothing due here.',
  more: (count: number) => `And ${format.number(count)} more notes.`,
});
