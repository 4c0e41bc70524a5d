// The words of the page that tidies up.
import { counted, words } from '../strings.ts';
import { formatNumber } from '../format.ts';

export const tidyWords = {
  title: 'Tidy up',
  command: 'Tidy up cards and notes',
  reading: 'Looking through your notes…',
  none: 'None.',
  sections: {
    reconnect: {
      title: (count: number) => `Cards to reconnect (${formatNumber(count)})`,
      what: 'A history has lost its card, and another card looks like it. You say whether they are one.',
    },
    toWrite: {
      title: (count: number) => `Notes to write (${formatNumber(count)})`,
      what: 'Your cards link to these pages, which are not there yet. The most mentioned come first.',
    },
    long: {
      title: (count: number) => `Long answers (${formatNumber(count)})`,
      what: 'A long answer is hard to grade. Split it by a sub-heading or a bold lead-in.',
    },
    leeches: {
      title: (count: number) => `Leeches (${formatNumber(count)})`,
      what: 'You keep forgetting these. Reword the note, link it to something you know, or suspend the card.',
    },
    problems: {
      title: (count: number) => `Problems in notes and history (${formatNumber(count)})`,
      what: 'What could not be read. The rest of each file counts all the same.',
    },
  },
  compare: 'Compare and decide',
  showAll: 'Show in the card list',
  study: 'Study these',
  more: (count: number) => `And ${formatNumber(count)} more.`,
  words: (count: number) => counted(count, 'word'),
  lapses: (count: number) => `forgotten ${counted(count, 'time')}`,
  mentions: (count: number) => `mentioned by ${words.cards(count)}`,
  create: 'Create note',
  createNamed: (name: string) => `Create note: ${name}`,
} as const;
