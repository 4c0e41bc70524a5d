// Strings for exporting and importing settings and history.
import type { Format } from '../../format.ts';

export const dataWords = (format: Format) => ({
  group: 'Backup and transfer',
  settings: {
    name: 'Settings',
    desc: 'Export the settings to a file in the vault, or import them.',
    save: 'Export settings',
    read: 'Import settings',
  },
  history: {
    name: 'Review history',
    desc: 'Export it all to one file, or restore it.',
    save: 'Export history',
    read: 'Restore history',
  },
  revlog: {
    name: 'Reviews as CSV',
    desc: 'A CSV file with the columns of Anki’s revlog table.',
    save: 'Export reviews',
  },
  exclude: {
    name: 'Hide the history from search',
    desc: 'Under Settings → Files and links → Excluded files.',
    copy: 'Copy folder name',
    copied: (folder: string) => `Copied: ${folder}`,
  },
  caches: {
    name: 'Index on this device',
    desc: 'Outside the vault, for faster starts. Stays after uninstalling.',
    clear: 'Clear index',
    cleared: 'Index cleared. The next start reads all notes.',
  },
  path: 'File in the vault',
  pathDesc: 'A new file. Nothing is overwritten.',
  badPath: 'Outside the vault, hidden, or with a forbidden character.',
  exists: (path: string) => `“${path}” already exists.`,
  save: 'Save',
  cancel: 'Cancel',
  saved: (path: string) => `Saved as “${path}”.`,
  file: 'File',
  take: 'Import',
  restore: 'Restore',
  noSettings: 'This file has no Note Flashcards settings.',
  sameSettings: 'No changes.',
  changedSettings: (count: number) => `${format.counted(count, 'setting')} will change.`,
  wrongSettings: (names: string) => `Invalid, so left unchanged: ${names}.`,
  taken: 'Settings imported.',
  noHistory: 'This file has no Note Flashcards history.',
  newerHistory: 'From a newer version. Update the plugin first.',
  sameHistory: (count: number) => `Nothing to restore: ${format.counted(count, 'event')} here.`,
  missing: (count: number, of: number) =>
    `${format.number(count)} of ${format.counted(of, 'event')} can be restored.`,
  damaged: (count: number) => `Skipped ${format.counted(count, 'damaged line')}.`,
  restored: (count: number) => `Restored ${format.counted(count, 'event')}.`,
});
