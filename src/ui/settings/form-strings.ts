// The words of the settings that belong to no single option.
import { formatNumber } from '../format.ts';
import { counted } from '../strings.ts';

export const settingsWords = {
  search: 'Search the settings',
  nothingFound: 'No setting has these words.',
  unsaved: (reason: string) => `This could not be saved: ${reason}`,
  move: (events: number, folder: string) =>
    `“${folder}” still holds ${counted(events, 'event')} that the new folder lacks.`,
  moveName: 'Move the history',
  moveButton: 'Copy it over',
  moved: (events: number, folder: string) =>
    `${counted(events, 'event')} ${events === 1 ? 'is' : 'are'} copied. The folder “${folder}” is not needed any more; delete it when you like.`,
  wrong: {
    number: (least: number, most: number) =>
      `Give a whole number from ${formatNumber(least)} to ${formatNumber(most)}.`,
    percent: 'Give a number of percent from 70 to 99.',
    steps: 'Give times such as 30s, 10m, 1h or 1d, with blanks between them.',
    numbers: 'Give 17, 19 or 21 numbers, or none.',
    dates: 'Give dates such as 2026-12-24 – 2027-01-06, the first before the last, at most a year apart.',
    separators: 'Two of these marks may not be equal, and each has at most 20 characters.',
    tag: 'Give a tag, without blanks and commas.',
    other: 'This is not understood.',
    folders: 'Give the folders as they are named in the vault.',
    tags: 'Give at least one tag, each on its line and without blanks and commas.',
    lines: 'Give each on its line; tags have no blanks and commas.',
  },
} as const;

export const previewWords = {
  name: 'In the note that is open',
  desc: 'What becomes a card with these settings, what does not, and why.',
  noNote: 'No note is open.',
  count: (title: string, count: number) => `“${title}” gives ${counted(count, 'card')}.`,
  unwatched: (title: string, why: string) => `“${title}” gives no cards: ${why}`,
  why: {
    folder: 'it lies in a folder that is left out.',
    tagOff: 'it has a tag that is left out.',
    noTag: 'it has none of the tags, and lies in none of the folders.',
  },
  more: (count: number) => `… and ${formatNumber(count)} more.`,
} as const;
