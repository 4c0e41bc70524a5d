// The settings of the plugin in a vault on disk, and what the app would set by itself. Reads only.
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
/** The settings of the plugin "Spaced Repetition". */
export const srDataFile = srSettingsPath('.obsidian');

/** As written; null where there are none that can be read. */
async function readData(vault: string): Promise<unknown> {
  if (!existsSync(join(vault, dataFile))) return null;
  const read = await readNote(vault, dataFile);
  try {
    return JSON.parse('text' in read ? read.text : '{}');
  } catch {
    return null;
  }
}

/** The settings of the plugin in this vault, or the defaults. */
export async function readSettings(vault: string): Promise<Settings> {
  const data = await readData(vault);
  return data === null ? defaultSettings : parseSettings(data).settings;
}

/**
 * Whether glued separators count by what the vault shows, as the app decides it: a setting that was made counts, else
 * the settings of "Spaced Repetition", else its schedules in the notes, which are read only then.
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
