// The words of moving in and out.
import { formatNumber } from '../format.ts';
import { counted } from '../strings.ts';

const schedules = (count: number): string => counted(count, 'schedule');
const cards = (count: number): string => counted(count, 'card');
const notes = (count: number): string => counted(count, 'note');

export const importWords = {
  commands: {
    schedules: 'Import schedules from Spaced Repetition',
    exportCards: 'Export cards for Anki',
    deck: 'Import a deck from a text or CSV file',
  },

  cancel: 'Cancel',
  close: 'Close',

  schedules: {
    title: 'Import schedules from Spaced Repetition',
    reading: (done: number, of: number) => `Reading note ${formatNumber(done)} of ${formatNumber(of)}…`,
    start: 'Reading your notes…',
    none: 'No note holds a schedule of Spaced Repetition.',
    intro:
      'Each schedule goes to the card that you reviewed, with its due date. Your notes stay as they are, the comments too.',
    facts: {
      cards: (inNotes: number) => `cards by separators or clozes, in ${notes(inNotes)}`,
      schedules: 'schedules in these notes',
      matched: 'schedules that belong to a card',
      unmatched: 'that belong to none, listed below with the reason',
    },
    known: (count: number) => `${schedules(count)} ${count === 1 ? 'was' : 'were'} imported before.`,
    reviewed: (count: number) =>
      `${cards(count)} ${count === 1 ? 'was' : 'were'} reviewed here since, and ${count === 1 ? 'keeps its' : 'keep their'} own schedule.`,
    note: (matched: number, unmatched: number) =>
      `${schedules(matched)}${unmatched === 0 ? '' : `, ${formatNumber(unmatched)} without a card`}`,
    line: (line: number) => `line ${formatNumber(line)}`,
    yes: (count: number) => `Import ${schedules(count)}`,
    no: 'Not now',
    done: (count: number) =>
      `${schedules(count)} ${count === 1 ? 'is' : 'are'} imported. Each card comes up on the date that its note says.`,
    undo: 'Undo import',
    differs: (what: string) =>
      `Spaced Repetition was set to other marks than these flashcards are: ${what}. With its marks, more schedules may find their card.`,
    useTheirs: 'Use its marks',
  },

  offer: {
    text: 'Your notes hold schedules of Spaced Repetition. They can be taken over without changing a note.',
    yes: 'Show what is there',
    no: 'No, thanks',
  },

  exporting: {
    title: 'Export cards for Anki',
    scope: 'Cards',
    everything: 'All cards',
    deckScope: (deck: string) => `Deck: ${deck}`,
    noteScope: (note: string) => `Note: ${note}`,
    format: 'Format',
    formatDesc: 'Anki imports the text file. The CSV file holds the schedules as well.',
    formats: { anki: 'Text file for Anki', csv: 'CSV file' },
    root: 'Deck in Anki',
    rootDesc: 'Your decks are put below it.',
    path: 'New file',
    pathDesc: 'From the root of the vault. A file that is there already is left as it is.',
    yes: (count: number) => `Export ${cards(count)}`,
    exists: (path: string) => `“${path}” is there already. Give another name.`,
    badPath: 'Give the name of a file that is not hidden.',
    noCards: 'There is no card to export here.',
    done: (count: number, path: string) => `${cards(count)} ${count === 1 ? 'is' : 'are'} in “${path}”.`,
    media: (count: number) =>
      `The cards show ${counted(count, 'file')}. Copy ${count === 1 ? 'it' : 'them'} into the folder “collection.media” of Anki:`,
  },

  deck: {
    title: 'Import a deck from a text or CSV file',
    file: 'File',
    fileDesc: 'A text file that Anki has exported, or a CSV file with a question and an answer in each line.',
    folder: 'Folder for the new notes',
    folderDesc: 'It is created if it is not there. Empty means the root of the vault.',
    tag: 'Tag of the new notes',
    badFolder: 'Give the name of a folder that is not hidden.',
    found: (count: number, files: number) => `${cards(count)} in ${counted(files, 'deck')}. One note a deck:`,
    exists: 'is there already and stays as it is',
    start: 'Reading the file…',
    reading: (done: number, of: number) => `Checking row ${formatNumber(done)} of ${formatNumber(of)}…`,
    nothing: 'There is no card in this file.',
    first: 'The first cards:',
    problems: (count: number) => `What will not come along (${formatNumber(count)})`,
    yes: (count: number) => `Create ${notes(count)}`,
    done: (count: number) => `${notes(count)} ${count === 1 ? 'is' : 'are'} created.`,
  },
} as const;
