// Detects settings of the plugin "Spaced Repetition", which is or was installed in the vault. Read-only.
import type { App } from 'obsidian';
import { srSettingsPath } from '../core/import/sr-settings.ts';

export async function hasSrSettings({ vault }: Pick<App, 'vault'>): Promise<boolean> {
  try {
    return await vault.adapter.exists(srSettingsPath(vault.configDir));
  } catch {
    // Its schedules in the notes tell the same.
    return false;
  }
}
