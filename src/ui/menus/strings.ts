// Strings of menus and commands on notes, folders and places in a note.
import type { Format } from '../format.ts';

export const menuWords = (format: Format) => ({
  list: 'Show cards of this note',
  addTag: 'Add flashcards tag',
  removeTag: 'Remove flashcards tag',
  section: 'Study this section',
  find: 'Show card at cursor',
  exclude: 'No cards from here…',
  cloze: 'Toggle cloze',
  sure: (notes: number) =>
    `In ${format.counted(notes, 'note')}, only this tag in the properties changes. History is kept.`,
  done: (notes: number) => `Changed ${format.counted(notes, 'note')}.`,
  inText: (lines: readonly number[]) =>
    `The tag is also in the text, where only you can remove it: line ${lines.join(', ')}.`,
  hides: (name: string, count: number) =>
    `“%% no cards %%” below “${name}” hides ${format.counted(count, 'card')}. History is kept.`,
  addLine: 'Add the line',
  none: 'There is no card here.',
  no: (reason: string) => `There is no card here: ${reason}.`,
  /** Why there is no cloze. */
  refused: {
    empty: 'Select the text to hide first.',
    place: 'No clozes in properties, headings, tags, code, formulas, links or comments.',
    edge: 'A cloze stays inside one paragraph, item, cell or format.',
  },
});
