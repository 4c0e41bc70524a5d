// The folder of the app's own plugin Templates. Reads only.
import type { App } from 'obsidian';
import { templateFoldersIn } from '../core/card/not-note.ts';

export async function readTemplateFolders({ vault }: Pick<App, 'vault'>): Promise<readonly string[]> {
  const path = `${vault.configDir}/templates.json`;
  try {
    return (await vault.adapter.exists(path)) ? templateFoldersIn(await vault.adapter.read(path)) : [];
  } catch {
    // Templates that become cards are seen and can be left out; a plugin that doesn't start helps nobody.
    return [];
  }
}
