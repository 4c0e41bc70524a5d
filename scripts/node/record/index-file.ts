// The notes as a command last read them, in a file beside the record: the next command reads only those that have changed.
import { rm, stat } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IndexCache } from '../../../src/app/ports.ts';
import { noCache } from '../app.ts';
import { fileIndexCache } from '../index-cache.ts';

/** Changes with the program: another one may find other cards. */
export function programVersion(): string {
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url));
  return `${mtimeMs}.${size}`;
}

/** How much of the file may be outdated, in characters beside as many as are in use. */
const slack = 4_000_000;

/** @param canSave only under the record's lock; otherwise the file is only read */
export function indexFile(path: string, canSave: boolean): IndexCache {
  const file = fileIndexCache(path);
  let known: ReadonlyMap<string, string> = new Map();
  return {
    load: async (version) => {
      try {
        known = await file.load(version);
      } catch {
        // Damaged: all notes are read again.
        if (canSave) await rm(path, { force: true });
      }
      return known;
    },
    save: async (version, changed) => {
      if (!canSave) return noCache.save(version, changed);
      const all = new Map<string, string | null>([...known, ...changed]);
      const used = [...all.values()].reduce((sum, text) => sum + (text?.length ?? 0), 0);
      const size = (await stat(path).catch(() => null))?.size ?? 0;
      if (size <= 2 * used + slack) return file.save(version, changed);
      await rm(path, { force: true });
      return fileIndexCache(path).save(version, all);
    },
  };
}
