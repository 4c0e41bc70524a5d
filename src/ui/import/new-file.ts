// Creates new files and never overwrites one.
import { normalizePath, requireApiVersion, type App, type TFile } from 'obsidian';
import type { PackageSink } from '../../core/import/anki/collection.ts';
import { foldersAbove } from '../../core/note/folder.ts';
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

async function createFolders({ vault }: Pick<App, 'vault'>, path: string): Promise<void> {
  for (const folder of foldersAbove(path))
    if (!(await vault.adapter.exists(folder))) await vault.createFolder(folder);
}

/** Creates the file and any missing parent folders. Rejects if the file already exists. */
export async function createNew(app: Pick<App, 'vault'>, path: string, text: string): Promise<void> {
  await createFolders(app, path);
  await app.vault.create(path, text);
}

/** Bytes to collect between two writes. */
const enough = 1 << 20;

/**
 * The same for bytes that come piece by piece: appended where the app can, else collected outside of memory.
 * @param write resolves to null if stopped; then, and if it rejects, no file is left
 */
export async function createWhole<T>(
  app: Pick<App, 'vault'>,
  path: string,
  write: (sink: PackageSink) => Promise<T | null>,
): Promise<T | null> {
  const { vault } = app;
  let file: TFile | null = null;
  let parts: Blob[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const data = await new Blob(parts).arrayBuffer();
    [parts, size] = [[], 0];
    if (!file) file = await vault.createBinary(path, data);
    else if (requireApiVersion('1.12.3')) await vault.appendBinary(file, data);
  };
  let written: T | null = null;
  try {
    await createFolders(app, path);
    written = await write(async (piece) => {
      parts.push(new Blob([piece.slice()]));
      size += piece.length;
      if (size > enough && requireApiVersion('1.12.3')) await flush();
    });
    if (written !== null) await flush();
  } catch (error) {
    written = null;
    throw error;
  } finally {
    if (written === null && file) await vault.adapter.remove(path);
  }
  return written;
}
