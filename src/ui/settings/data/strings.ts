// The words of moving settings and history out of the vault and in again.
import { formatNumber } from '../../format.ts';
import { counted } from '../../strings.ts';

export const dataWords = {
  group: 'Move and keep',
  settings: {
    name: 'Settings as a file',
    desc: 'Save the settings into the vault, or take them over from such a file.',
    save: 'Save settings',
    read: 'Read settings',
  },
  history: {
    name: 'History as a file',
    desc: 'Save the whole history as one file, or restore it. What is already there is not added twice.',
    save: 'Save history',
    read: 'Restore history',
  },
  revlog: {
    name: 'Reviews as a table',
    desc: 'A CSV with the columns of Anki’s table revlog, for FSRS optimizers and other programs.',
    save: 'Save reviews',
  },
  exclude: {
    name: 'Keep the history out of search',
    desc: 'The logs are notes like any other to Obsidian. Open Settings → Files and links → Excluded files, and add the folder of the history: then search, graph and quick switcher leave it out. Reviews and sync are not touched.',
    copy: 'Copy the folder’s name',
    copied: (folder: string) => `Copied: ${folder}`,
  },
  caches: {
    name: 'Index on this device',
    desc: 'What was read from notes and logs is kept on this device, outside the vault, so that the next start is fast. It stays when the plugin is removed, unless you clear it. Your history is not in it.',
    clear: 'Clear the index',
    cleared: 'Cleared. The next start reads all notes again.',
  },
  path: 'File in the vault',
  pathDesc: 'A new file; nothing is written over.',
  badPath: 'This path leads out of the vault, is hidden, or holds a character that not every device allows.',
  exists: (path: string) => `There is a file “${path}” already.`,
  save: 'Save',
  cancel: 'Cancel',
  saved: (path: string) => `Saved as “${path}”.`,
  file: 'File to read',
  take: 'Take over',
  restore: 'Restore',
  noSettings: 'This file holds no settings of Note Flashcards.',
  sameSettings: 'These are the settings that you have.',
  changedSettings: (count: number) =>
    `${counted(count, 'setting')} will change. Your history stays as it is.`,
  wrongSettings: (names: string) => `Not understood, and left as they are: ${names}.`,
  taken: 'The settings are taken over.',
  noHistory: 'This file holds no history of Note Flashcards.',
  newerHistory: 'A newer version of the plugin saved this file: update the plugin first.',
  sameHistory: (count: number) => `All ${counted(count, 'event')} of this file are here already.`,
  missing: (count: number, of: number) =>
    `${counted(count, 'event')} of ${formatNumber(of)} are not here yet.`,
  damaged: (count: number) => `${counted(count, 'line')} of the file are damaged and left out.`,
  restored: (count: number) => `${counted(count, 'event')} are restored.`,
} as const;
