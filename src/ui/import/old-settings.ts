// The settings of the plugin "Spaced Repetition" in this vault, if it is or was installed. Read-only.
import type { App } from 'obsidian';
import type { CardOptions } from '../../core/card/options.ts';
import { readSrSettings, srSettingsPath, type SrSettings } from '../../core/import/sr-settings.ts';

/** Null if there are none that can be read. */
export async function readOldSettings(
  { vault }: Pick<App, 'vault'>,
  ours: CardOptions,
): Promise<SrSettings | null> {
  const path = srSettingsPath(vault.configDir);
  try {
    if (!(await vault.adapter.exists(path))) return null;
    return readSrSettings(JSON.parse(await vault.adapter.read(path)), ours);
  } catch {
    return null;
  }
}

/** Its marks, as its users write them, and its tags in addition to ours. */
export function withTheirs(ours: CardOptions, { tags, separators, clozeMarks }: SrSettings): CardOptions {
  return {
    ...ours,
    tags: [...new Set([...ours.tags, ...tags])],
    separators,
    clozeMarks,
    gluedSeparators: true,
  };
}
