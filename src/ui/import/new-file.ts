// Creates new files and never overwrites one.
import { normalizePath, type App } from 'obsidian';
import { deviceNameIn } from '../../core/text/file-name.ts';
import { trimSigns } from '../../core/text/trim-signs.ts';

/** Lowercase: on many systems, names that differ only in case are the same file. */
export function takenPaths({ vault }: Pick<App, 'vault'>): ReadonlySet<string> {
  return new Set(vault.getAllLoadedFiles().map(({ path }) => path.toLowerCase()));
}

/** Trims spaces and slashes off a path; null if it leaves the vault or is hidden. Empty is the root. */
export function tidyPath(path: string): string | null {
  const trimmed = trimSigns(path.trim().replace(/\\/g, '/'), '/');
  if (trimmed === '') return '';
  const tidy = normalizePath(trimmed);
  const isWrong = tidy.split('/').some((part) => part.startsWith('.') || /[:*?"<>|#^[\]]/.test(part));
  return isWrong || deviceNameIn(tidy) !== null ? null : tidy;
}

/** Creates the file and any missing parent folders. Rejects if the file already exists. */
export async function createNew({ vault }: Pick<App, 'vault'>, path: string, text: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    if (!(await vault.adapter.exists(folder))) await vault.createFolder(folder);
  }
  await vault.create(path, text);
}
