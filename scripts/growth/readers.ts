// Everything that reads a whole note; each shape goes through all of them.
import { extractCards } from '../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../src/core/card/options.ts';
import { toAnkiHtml } from '../../src/core/import/anki-html.ts';
import { matchSchedules } from '../../src/core/import/sr-match.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';

const everyMark = {
  ...defaultCardOptions,
  gluedSeparators: true,
  clozeMarks: { highlight: true, bold: true, curly: true, anki: true },
};

export const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['cards', (text) => extractCards({ path: 'N.md', text })],
  ['cards, every mark', (text) => extractCards({ path: 'N.md', text }, everyMark)],
  ['schedules', (text) => matchSchedules([{ text, cards: extractCards({ path: 'N.md', text }) }])],
  ['export', (text) => toAnkiHtml(text)],
  ['links', (text) => findLinks(text)],
];
