// A vault as a folder on disk, for the command line. Read-only.
import { errorMessage } from '../../src/core/text/error-message.ts';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStat } from '../../src/app/ports.ts';
import type { WrittenProblem } from './english.ts';

/** Fails with a sentence if the path is not a folder. */
export async function checkVault(vault: string): Promise<void> {
  const found = await stat(vault).catch(() => null);
  if (!found) throw new Error(`there is no folder at ${vault}`);
  if (!found.isDirectory()) throw new Error(`${vault} is a file, not the folder of a vault`);
}

export interface VaultFiles {
  /** Sorted by path. */
  readonly files: readonly FileStat[];
  /** Folders and links that cannot be read. */
  readonly problems: readonly WrittenProblem[];
}

/**
 * Every file in the vault, except dotfiles and dot folders, as in Obsidian. Links are followed, but not into a folder
 * that contains them. Unreadable entries are reported; the rest are still read. Waiting for each file in turn took ten
 * times as long as not waiting.
 */
export function listFiles(vault: string): VaultFiles {
  const files: FileStat[] = [];
  const problems: WrittenProblem[] = [];
  /** @param above real paths of the folder and its ancestors */
  const walk = (folder: string, above: readonly string[]): void => {
    for (const name of readdirSync(join(vault, folder))) {
      if (name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      try {
        take(path, above);
      } catch (error) {
        problems.push({ path, line: 1, message: `This can't be read: ${errorMessage(error)}` });
      }
    }
  };
  const take = (path: string, above: readonly string[]): void => {
    const full = join(vault, path);
    const found = statSync(full);
    if (found.isFile()) {
      files.push({ path, mtime: Math.floor(found.mtimeMs), size: found.size });
      return;
    }
    if (!found.isDirectory()) return;
    const real = realpathSync(full);
    if (above.includes(real))
      problems.push({
        path,
        line: 1,
        message: 'This link leads into a folder that it is in, so it is skipped.',
      });
    else walk(path, [...above, real]);
  };
  walk('', [realpathSync(vault)]);
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, problems };
}

export type ReadResult = { readonly text: string } | { readonly problem: WrittenProblem };

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

function failedRead(path: string, error: unknown): ReadResult {
  const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
  const message = isGone
    ? 'The note vanished while it was read.'
    : `The note can't be read: ${errorMessage(error)}`;
  return { problem: { path, line: 1, message } };
}

function decoded(path: string, bytes: Uint8Array): ReadResult {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: { path, line: badLine(bytes), message: 'The note is not UTF-8 text.' } };
  }
}

/** Reads a note. Unreadable content is reported with path and line; nothing is guessed. */
export async function readNote(vault: string, path: string): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(vault, path));
  } catch (error) {
    return failedRead(path, error);
  }
  return decoded(path, bytes);
}

/** The same without waiting: for thousands of notes in a warm file cache, it takes a tenth of the time. */
export function readNoteNow(vault: string, path: string): ReadResult {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(vault, path));
  } catch (error) {
    return failedRead(path, error);
  }
  return decoded(path, bytes);
}
