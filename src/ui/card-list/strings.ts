// The words of the list of all cards.
import type { Column } from '../../app/browse/card-order.ts';
import { formatDays, formatNumber } from '../format.ts';
import { counted } from '../strings.ts';

const cards = (count: number): string => counted(count, 'card');

export const cardListWords = {
  title: 'Cards',
  command: 'Open card list',
  search: 'Search cards',
  placeholder: 'Words, or deck:ml is:due lapses>3',
  examples: 'Things to search for',
  reading: 'Reading…',
  none: 'No card fits this search.',
  noCards: 'There are no cards yet. Tag a note to make some.',
  found: (count: number, of: number) => (count === of ? cards(of) : `${formatNumber(count)} of ${cards(of)}`),
  selected: (count: number) => `${formatNumber(count)} selected`,
  selectAll: 'Select all',
  selectNone: 'Clear selection',
  sort: 'Sort by',
  vaultOrder: 'Order of the vault',
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
    inDays: (days: number) => `in ${formatDays(days)}`,
    ago: (days: number) => `${formatDays(days)} ago`,
  },

  actions: {
    study: 'Study',
    practise: 'Practice',
    open: 'Open note',
    suspend: 'Suspend',
  },
  more: 'More actions',
  undo: 'Undo',

  done: {
    suspend: (count: number) => `Suspended ${cards(count)}.`,
    resume: (count: number) => `Brought back ${cards(count)}.`,
    bury: (count: number) => `Buried ${cards(count)} until tomorrow.`,
    unbury: (count: number) => `${cards(count)} can come up again today.`,
    ask: (count: number) => `${cards(count)} will be asked.`,
    unask: (count: number) => `Set ${cards(count)} aside again.`,
    flag: (count: number) => `Flagged ${cards(count)}.`,
    unflag: (count: number) => `Removed the flag from ${cards(count)}.`,
    reset: (count: number) => `Forgot all reviews of ${cards(count)}.`,
  },

  /** Each with what it finds. */
  /** What each finds. */
  exampleQueries: {
    'is:due': 'Due now',
    'is:new': 'Never reviewed',
    'is:suspended': 'Suspended',
    'is:flagged': 'Flagged',
    'is:leech': 'Leeches: cards that keep failing',
    'is:long': 'Long answers',
    'is:aside': 'Set aside: not asked',
    'lapses>3': 'Forgotten more than three times',
    'due<7': 'Due within a week',
    'last>30': 'Not reviewed for 30 days',
    'stability<2': 'Hardly remembered for two days',
    'source:callout': 'Made from callouts',
    'deck:ml': 'In the deck “ml” and below it',
    'folder:papers': 'In the folder “papers”',
    'note:"LLaMa"': 'From notes with this name',
    'link:"Chinchilla"': 'With a link to this page',
    'answer:"scaling law"': 'With these words in the answer',
    '-is:suspended': 'Not suspended',
    'is:leech or lapses>5': 'Either of the two',
  },

  /** What is wrong with a query, by its kind: the column, the text there, the field before it, and what fits. */
  problems: {
    'open-quote': (column: string) => `Column ${column}: this quotation mark has no partner.`,
    'open-bracket': (column: string) => `Column ${column}: this bracket is not closed.`,
    'stray-bracket': (column: string) => `Column ${column}: this bracket closes nothing.`,
    'nothing-to-find': (column: string) => `Column ${column}: something to search for is missing here.`,
    'no-value': (column: string) =>
      `Column ${column}: a value is missing here. Write it without a blank before it.`,
    'unknown-field': (column: string, text: string, fields: string) =>
      `Column ${column}: there is no field “${text}”. There are: ${fields}. To search for the text itself, put it in quotation marks.`,
    'like-field': (column: string, text: string, fields: string) =>
      `Column ${column}: there is no field “${text}”. Did you mean ${fields}? To search for the text itself, put it in quotation marks.`,
    'no-number': (column: string, text: string, field: string) =>
      `Column ${column}: “${field}” needs a number, not “${text}”.`,
    'no-order': (column: string, text: string, field: string) =>
      `Column ${column}: “${field}” cannot be compared by “${text}”. Write “:” or “=”.`,
    'unknown-value': (column: string, text: string, field: string, values: string) =>
      `Column ${column}: “${field}” does not know “${text}”. It knows: ${values}.`,
  },
} as const;
