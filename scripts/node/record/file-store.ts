// A device's small storage as a folder of files, one per key. Each is replaced as a whole and is on the drive before `set`
// returns: this is the write-ahead of the command line.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LocalStore } from '../../../src/app/ports.ts';

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function readKey(folder: string, key: string): string | null {
  try {
    return readFileSync(join(folder, `${key}.json`), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes a file as a whole: readers see the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  const part = `${path}.${process.pid}`;
  const file = openSync(part, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

/** @param folder created when something is first set */
export function fileStore(folder: string): LocalStore {
  return {
    get: (key) => readKey(folder, key),
    set: (key, value) => {
      const path = join(folder, `${key}.json`);
      if (value === null) {
        rmSync(path, { force: true });
        return;
      }
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      replaceFile(path, value);
    },
  };
}

/** What the folder holds, without ever writing to it. */
export function readOnlyStore(folder: string): LocalStore {
  const changed = new Map<string, string | null>();
  return {
    get: (key) => {
      const value = changed.get(key);
      return value === undefined ? readKey(folder, key) : value;
    },
    set: (key, value) => void changed.set(key, value),
  };
}
