// Strings for the list of all cards.
import type { Format } from '../format.ts';
import type { Column } from '../../app/browse/card-order.ts';

export const cardListWords = (format: Format) => ({
  title: 'Cards',
  command: 'Open card list',
  search: 'Search cards',
  placeholder: 'Words, or deck:ml is:due lapses>3',
  examples: 'Example searches',
  reading: 'Reading…',
  none: 'No matching cards.',
  noCards: 'No cards yet.',
  found: (count: number, of: number) =>
    count === of ? format.counted(of, 'card') : `${format.number(count)} of ${format.counted(of, 'card')}`,
  selected: (count: number) => `${format.number(count)} selected`,
  preview: 'Preview',
  selectAll: 'Select all',
  selectNone: 'Clear selection',
  sort: 'Sort by',
  vaultOrder: 'Vault order',
  chooseColumns: 'Columns',
  saved: {
    title: 'Saved searches',
    save: 'Save search…',
    name: 'Name',
    remove: (name: string) => `Remove “${name}”`,
  },
  keyHint: (name: string, key: string) => `${name} (${key})`,

  columns: {
    question: 'Question',
    note: 'Note',
    deck: 'Deck',
    source: 'Source',
    state: 'State',
    due: 'Due',
    stability: 'Stability',
    difficulty: 'Difficulty',
    lapses: 'Lapses',
    last: 'Last review',
  } satisfies Readonly<Record<Column, string>>,

  states: {
    new: 'new',
    learning: 'learning',
    relearning: 'relearning',
    review: 'review',
    suspended: 'suspended',
    buried: 'buried',
    aside: 'set aside',
  },
  flagged: 'flagged',
  leech: 'leech',

  when: {
    today: 'today',
    inDays: (days: number) => `in ${format.days(days)}`,
    ago: (days: number) => `${format.days(days)} ago`,
  },

  actions: {
    study: 'Study',
    practice: 'Practice',
    open: 'Open note',
    suspend: 'Suspend',
    suspendNote: 'Suspend whole note',
    buryNote: 'Bury whole note',
    due: 'Set due date…',
    position: 'Reposition…',
  },
  first: 'First',
  last: 'Last',
  dueIn: 'Days from today',
  more: 'More actions',
  undo: 'Undo',

  done: {
    suspend: (count: number) => `Suspended ${format.counted(count, 'card')}.`,
    resume: (count: number) => `Unsuspended ${format.counted(count, 'card')}.`,
    bury: (count: number) => `Buried ${format.counted(count, 'card')} until tomorrow.`,
    unbury: (count: number) => `Unburied ${format.counted(count, 'card')}.`,
    ask: (count: number) => `${format.counted(count, 'card')} will be asked.`,
    unask: (count: number) => `Set ${format.counted(count, 'card')} aside again.`,
    flag: (count: number) => `Flagged ${format.counted(count, 'card')}.`,
    unflag: (count: number) => `Removed the flag from ${format.counted(count, 'card')}.`,
    due: (count: number) => `Set the due date of ${format.counted(count, 'card')}.`,
    position: (count: number) => `Repositioned ${format.counted(count, 'card')}.`,
    reset: (count: number) => `Reset ${format.counted(count, 'card')} to new.`,
  },

  /** What each one finds. */
  exampleQueries: {
    'is:due': 'Due now',
    'is:new': 'Never reviewed',
    'rated:7:1': 'Graded Again within 7 days',
    'added:30': 'New within 30 days',
    'is:leech': 'Leeches: cards that keep failing',
    'due<7': 'Due within a week',
    'deck:ml': 'In the deck “ml” and its subdecks',
    'tag:paper': 'With the tag “paper” or one below it',
    'prop:status=done': 'With this property',
    'link:"Chinchilla"': 'Linking to this note',
    'scal*law': 'With any text in between',
    'is:leech or lapses>5': 'Either one',
  },

  /** Where a problem of several lines is. */
  inLine: (line: number, problem: string) => `Line ${format.number(line)}: ${problem}`,

  /** What is wrong with a query, by kind: the column, the text there, the field before it, and what is allowed. */
  problems: {
    'open-quote': (column: string) => `Column ${column}: unclosed quote.`,
    'open-bracket': (column: string) => `Column ${column}: unclosed bracket.`,
    'stray-bracket': (column: string) => `Column ${column}: unmatched bracket.`,
    'nothing-to-find': (column: string) => `Column ${column}: nothing to search for.`,
    'no-value': (column: string) => `Column ${column}: missing value. No space after the colon.`,
    'unknown-field': (column: string, text: string, fields: string) =>
      `Column ${column}: unknown field “${text}”. Fields: ${fields}. For the text itself, use quotes.`,
    'like-field': (column: string, text: string, fields: string) =>
      `Column ${column}: unknown field “${text}”. Did you mean ${fields}?`,
    'no-number': (column: string, text: string, field: string) =>
      `Column ${column}: “${field}” needs a number, not “${text}”.`,
    'no-order': (column: string, text: string, field: string) =>
      `Column ${column}: “${field}” can't be compared with “${text}”. Use “:” or “=”.`,
    'unknown-value': (column: string, text: string, field: string, values: string) =>
      `Column ${column}: unknown value “${text}” for “${field}”. Options: ${values}.`,
    'bare-pattern': (column: string) => `Column ${column}: put the pattern in quotes.`,
    'bad-pattern': (column: string) => `Column ${column}: invalid or too long pattern.`,
    twice: (column: string) => `Column ${column}: this is given twice.`,
  },
});
