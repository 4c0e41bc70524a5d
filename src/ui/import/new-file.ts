// Creates files that are new, and never writes over one.
import { normalizePath, type App } from 'obsidian';
import { deviceNameIn } from '../../core/text/file-name.ts';
import { trimSigns } from '../../core/text/trim-signs.ts';

/** Lower case: names that differ in their case only are one file on many systems. */
export function takenPaths({ vault }: Pick<App, 'vault'>): ReadonlySet<string> {
  return new Set(vault.getAllLoadedFiles().map(({ path }) => path.toLowerCase()));
}

/** A path without blanks and slashes at its ends; null where it leads out of the vault or is hidden. Empty is the root. */
export function tidyPath(path: string): string | null {
  const trimmed = trimSigns(path.trim().replace(/\\/g, '/'), '/');
  if (trimmed === '') return '';
  const tidy = normalizePath(trimmed);
  const isWrong = tidy.split('/').some((part) => part.startsWith('.') || /[:*?"<>|#^[\]]/.test(part));
  return isWrong || deviceNameIn(tidy) !== null ? null : tidy;
}

/** Creates the file, and the folders above it that are missing. Rejects where there is a file already. */
export async function createNew({ vault }: Pick<App, 'vault'>, path: string, text: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    if (!(await vault.adapter.exists(folder))) await vault.createFolder(folder);
  }
  await vault.create(path, text);
}
