// Strings for the tidy-up page.
import type { Format } from '../format.ts';

export const tidyWords = (format: Format) => ({
  title: 'Card health',
  command: 'Check cards and notes',
  reading: 'Checking your notes…',
  none: 'None.',
  sections: {
    reconnect: {
      title: (count: number) => `Unmatched history (${format.number(count)})`,
      what: 'These reviews lost their card; another looks like it.',
    },
    toWrite: {
      title: (count: number) => `Missing notes (${format.number(count)})`,
      what: 'Your cards link to these missing notes.',
    },
    long: {
      title: (count: number) => `Long answers (${format.number(count)})`,
      what: 'Split a long answer with a subheading or a bold lead-in.',
    },
    leeches: {
      title: (count: number) => `Leeches (${format.number(count)})`,
      what: 'You keep forgetting these. Reword or suspend them.',
    },
    problems: {
      title: (count: number) => `Problems in notes and history (${format.number(count)})`,
      what: 'Unreadable parts. The rest of each file counts.',
    },
  },
  compare: 'Review matches',
  showAll: 'Show in card list',
  study: 'Study these',
  more: (count: number) => `And ${format.number(count)} more.`,
  words: (count: number) => format.counted(count, 'word'),
  lapses: (count: number) => format.counted(count, 'lapse'),
});
