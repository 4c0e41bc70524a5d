// The app over a vault on disk, given what a host knows of it; its history is in a separate folder, or empty.
import { join } from 'node:path';
import { Flashcards } from '../../src/app/flashcards.ts';
import type { IndexCache } from '../../src/app/ports.ts';
import type { Settings } from '../../src/core/settings.ts';
import { fileIndexCache } from '../node/index-cache.ts';
import { nodeLogFiles } from '../node/log-files.ts';
import { readNote } from '../node/vault.ts';
import { givenLinks, type Given } from './given.ts';
import { quietPorts } from './quiet-ports.ts';

export interface DiskApp {
  readonly app: Flashcards;
  /** Notes read so far. */
  readonly reads: () => number;
}

/** @param history a folder for the logs and their cache; without it nothing is written */
export async function openDiskApp(
  vault: string,
  given: Given,
  cache: IndexCache,
  settings: Settings,
  history: string | null = null,
): Promise<DiskApp> {
  let reads = 0;
  const known = new Map(given.files.map((file) => [file.path, file]));
  const app = await Flashcards.open(
    {
      files: {
        list: () => given.files,
        stat: (path) => known.get(path) ?? null,
        read: async (path) => {
          reads += 1;
          const read = await readNote(vault, path);
          return 'text' in read ? read.text : null;
        },
      },
      links: givenLinks(given),
      ...quietPorts(),
      cache,
      ...(history !== null && {
        logs: nodeLogFiles(history),
        logCache: fileIndexCache(join(history, 'log-index')),
        historyCache: fileIndexCache<Uint8Array>(join(history, 'history-index')),
      }),
    },
    settings,
  );
  return { app, reads: () => reads };
}
