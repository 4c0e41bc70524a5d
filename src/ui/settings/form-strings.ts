// Strings for the settings that belong to no single option.
import type { Format } from '../format.ts';

export const settingsWords = (format: Format) => ({
  search: 'Search settings',
  addFolder: 'Add a folder',
  addTag: 'Add a tag',
  nothingFound: 'No matching settings.',
  unsaved: (reason: string) => `Couldn't save: ${reason}`,
  move: (events: number, folder: string) =>
    `The new folder lacks ${format.counted(events, 'event')} from “${folder}”.`,
  moveName: 'Move history',
  moveButton: 'Copy events',
  moved: (events: number, folder: string) =>
    `Copied ${format.counted(events, 'event')}. “${folder}” is no longer needed.`,
  wrong: {
    number: (least: number, most: number) =>
      `Enter a whole number from ${format.number(least)} to ${format.number(most)}.`,
    percent: 'Enter 70–99.',
    steps: 'Times such as 30s, 10m, 1h or 1d, separated by spaces.',
    numbers: '17, 19 or 21 numbers, or empty.',
    dates: 'Such as 2026-12-24 – 2027-01-06, at most a year apart.',
    separators: 'All must differ and have at most 20 characters.',
    tag: 'Enter a tag without spaces or commas.',
    time: 'Enter a time such as 18:30, or leave empty.',
    key: (action: string) => `Already used for “${action}”.`,
    other: 'Invalid value.',
    folders: 'Enter folders as named in the vault.',
    tags: 'At least one tag, one per line, without spaces or commas.',
    lines: 'One per line; tags without spaces or commas.',
  },
});

export const previewWords = (format: Format) => ({
  name: 'In the open note',
  noNote: 'No open note.',
  count: (title: string, count: number) => `“${title}” has ${format.counted(count, 'card')}.`,
  unwatched: (title: string, why: string) => `“${title}” has no cards: ${why}`,
  why: {
    folder: 'it is in an excluded folder.',
    tagOff: 'it has an excluded tag.',
    noTag: "it has none of the tags and isn't in the folders.",
  },
  more: (count: number) => `… and ${format.number(count)} more.`,
});
