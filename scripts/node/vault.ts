// A vault as a folder on disk, for the command line. Reads only.
import { lstat, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStat } from '../../src/app/ports.ts';
import type { Problem } from '../../src/core/note/problem.ts';

/** Fails with a sentence where the path is no folder. */
export async function checkVault(vault: string): Promise<void> {
  const found = await stat(vault).catch(() => null);
  if (!found) throw new Error(`there is no folder at ${vault}`);
  if (!found.isDirectory()) throw new Error(`${vault} is a file, not the folder of a vault`);
}

/** Every file of the vault, sorted by path; folders and files that begin with a dot are left out, as Obsidian does. */
export async function listFiles(vault: string): Promise<FileStat[]> {
  const files: FileStat[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(vault, folder), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) {
        const { mtimeMs, size } = await lstat(join(vault, path));
        files.push({ path, mtime: Math.floor(mtimeMs), size });
      }
    }
  };
  await walk('');
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export type ReadResult = { readonly text: string } | { readonly problem: Problem };

/** The 1-based line of the first byte that is not UTF-8. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}

/** Reads a note. What can't be read is told with path and line; nothing is guessed. */
export async function readNote(vault: string, path: string): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(vault, path));
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = error instanceof Error ? error.message : String(error);
    const message = isGone ? 'The note vanished while it was read.' : `The note cannot be read: ${reason}`;
    return { problem: { path, line: 1, message } };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: { path, line: badLine(bytes), message: 'The note is not UTF-8 text.' } };
  }
}
