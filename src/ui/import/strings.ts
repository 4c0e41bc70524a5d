// Strings for importing and exporting.
import type { Format } from '../format.ts';

export const importWords = (format: Format) => ({
  commands: {
    schedules: 'Import schedules from Spaced Repetition',
    exportCards: 'Export cards for Anki',
    deck: 'Import a deck from Anki or CSV',
  },

  cancel: 'Cancel',
  close: 'Close',

  schedules: {
    title: 'Import schedules from Spaced Repetition',
    reading: (done: number, of: number) => `Reading note ${format.number(done)} of ${format.number(of)}…`,
    start: 'Reading your notes…',
    none: 'No Spaced Repetition schedules found.',
    intro: 'Your notes are not changed.',
    facts: {
      cards: (inNotes: number) => `cards with separators or clozes, in ${format.counted(inNotes, 'note')}`,
      schedules: 'schedules in these notes',
      matched: 'schedules matched to a card',
      unmatched: 'unmatched, see below',
    },
    known: (count: number) => `Already imported: ${format.number(count)}.`,
    reviewed: (count: number) => `Reviewed here since, schedule kept: ${format.number(count)}.`,
    note: (matched: number, unmatched: number) =>
      `${format.counted(matched, 'schedule')}${unmatched === 0 ? '' : `, ${format.number(unmatched)} without a card`}`,
    line: (line: number) => `line ${format.number(line)}`,
    yes: (count: number) => `Import ${format.counted(count, 'schedule')}`,
    no: 'Not now',
    done: (count: number) => `Imported ${format.counted(count, 'schedule')}.`,
    importStart: 'Importing schedules…',
    importing: (done: number, of: number) =>
      `Importing schedule ${format.number(done)} of ${format.number(of)}…`,
    stop: 'Stop',
    stopped: (count: number) => `Stopped, imported: ${format.number(count)}. The next import continues.`,
    goOn: 'Continue',
    undo: 'Undo import',
    differs: (what: string) => `Spaced Repetition used other separators: ${what}.`,
    useTheirs: 'Use its separators',
  },

  offer: {
    text: 'Import your Spaced Repetition schedules? No note is changed.',
    yes: 'Preview import',
  },

  exporting: {
    title: 'Export cards for Anki',
    scope: 'Cards',
    everything: 'All cards',
    deckScope: (deck: string) => `Deck: ${deck}`,
    noteScope: (note: string) => `Note: ${note}`,
    format: 'Format',
    formatDesc: 'The package has due dates, reviews and media.',
    formats: { apkg: 'Anki package', anki: 'Text file for Anki', csv: 'CSV file' },
    learning: 'To keep due dates, turn on “Import any learning progress” in Anki.',
    missing: (count: number) => `Not found (${format.number(count)}):`,
    root: 'Deck in Anki',
    rootDesc: 'Your decks become its subdecks.',
    path: 'New file',
    pathDesc: 'Path in the vault. Existing files are kept.',
    yes: (count: number) => `Export ${format.counted(count, 'card')}`,
    exists: (path: string) => `“${path}” already exists.`,
    badPath: 'Enter a file that is not hidden.',
    noCards: 'No cards to export here.',
    done: (count: number, path: string) => `Exported ${format.counted(count, 'card')} to “${path}”.`,
    media: (count: number) => `Copy the media (${format.number(count)}) to Anki's “collection.media” folder:`,
  },

  deck: {
    title: 'Import a deck from Anki or CSV',
    file: 'File',
    fileDesc: 'A package or text from Anki, or CSV.',
    folder: 'Folder for new notes',
    folderDesc: 'Empty: the root of the vault.',
    tag: 'Tag for new notes',
    badFolder: 'Enter a folder that is not hidden.',
    found: (count: number, files: number) =>
      `${format.counted(count, 'card')} in ${format.counted(files, 'deck')}. One note per deck:`,
    exists: 'already exists, skipped',
    start: 'Reading file…',
    reading: (done: number, of: number) => `Checking row ${format.number(done)} of ${format.number(of)}…`,
    nothing: 'No cards in this file.',
    first: 'First cards:',
    problems: (count: number) => `Not imported (${format.number(count)})`,
    yes: (count: number) => `Create ${format.counted(count, 'note')}`,
    done: (count: number) => `Created ${format.counted(count, 'note')}.`,
  },

  package: {
    mediaFolder: 'Folder for media',
    reading: (share: number) => `Reading package: ${format.percent(share)}`,
    nothing: 'Everything in this package has been imported.',
    more: (reviews: number, media: number) =>
      `With ${format.counted(reviews, 'review')} and ${format.counted(media, 'media file')}.`,
    changed: (count: number) => `Imported with changes (${format.number(count)})`,
    rows: (count: number) => `${format.counted(count, 'review')} without a card or a valid date.`,
    yes: (count: number) => `Import ${format.counted(count, 'card')}`,
    importing: (share: number) => `Importing: ${format.percent(share)}`,
    stopped: 'Stopped. The next import continues from here.',
    done: (cards: number, reviews: number) =>
      `Imported ${format.counted(cards, 'card')} and ${format.counted(reviews, 'review')}.`,
    failed: (count: number) => `Not written (${format.number(count)})`,
    undoing: 'Undoing import…',
    undone: (count: number) => `Import undone. Deleted ${format.counted(count, 'file')}.`,
    stays: (path: string) => `“${path}” was changed since and is kept.`,
  },
});
