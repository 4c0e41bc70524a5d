// The folder of the core plugin Templates. Read-only.
import type { App } from 'obsidian';
import { templateFoldersIn } from '../core/card/not-note.ts';

export async function readTemplateFolders({ vault }: Pick<App, 'vault'>): Promise<readonly string[]> {
  const path = `${vault.configDir}/templates.json`;
  try {
    return (await vault.adapter.exists(path)) ? templateFoldersIn(await vault.adapter.read(path)) : [];
  } catch {
    // Templates that become cards are visible and can be excluded; a plugin that doesn't start helps nobody.
    return [];
  }
}
