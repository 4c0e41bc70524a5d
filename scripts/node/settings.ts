// The plugin's settings in a vault on disk, and what the app would choose on its own. Read-only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdsSrComment } from '../../src/core/import/sr-comment.ts';
import { srSettingsPath } from '../../src/core/import/sr-settings.ts';
import {
  defaultSettings,
  parseSettings,
  withGluedSeparators,
  type Settings,
} from '../../src/core/settings.ts';
import { readNote } from './vault.ts';

const dataFile = '.obsidian/plugins/note-flashcards/data.json';
/** The settings of the Spaced Repetition plugin. */
export const srDataFile = srSettingsPath('.obsidian');

/** As written; null if there are no readable settings. */
async function readData(vault: string): Promise<unknown> {
  if (!existsSync(join(vault, dataFile))) return null;
  const read = await readNote(vault, dataFile);
  try {
    return JSON.parse('text' in read ? read.text : '{}');
  } catch {
    return null;
  }
}

/** The plugin's settings in this vault, or the defaults. */
export async function readSettings(vault: string): Promise<Settings> {
  const data = await readData(vault);
  return data === null ? defaultSettings : parseSettings(data).settings;
}

/**
 * Whether glued separators count, decided as in the app: an explicit setting wins, then the settings of Spaced
 * Repetition, then its schedules in the notes, which are read only in that case.
 */
export async function isGlued(
  vault: string,
  readTexts: () => Promise<ReadonlyMap<string, string>>,
): Promise<boolean> {
  if (withGluedSeparators(await readData(vault)) === null)
    return (await readSettings(vault)).cards.gluedSeparators;
  if (existsSync(join(vault, srDataFile))) return true;
  for (const text of (await readTexts()).values()) if (holdsSrComment(text)) return true;
  return false;
}
