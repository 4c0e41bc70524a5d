// How long a first index and a start take with a vault's own logs. The logs are copied; nothing is written to the
// vault.
import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Settings } from '../../src/core/settings.ts';
import { fileIndexCache } from '../node/index-cache.ts';
import { openDiskApp } from './disk-app.ts';
import { figureOf, timed, type Figure } from './figure.ts';
import type { Given } from './given.ts';
import { giveToStarts, measureStarts, type WarmStart } from './measure-warm.ts';

export interface OwnHistory {
  /** From an empty cache to the cards of all notes, linked to their histories. */
  readonly firstIndex: Figure;
  readonly start: WarmStart;
  /** Cards found in the logs. */
  readonly cards: number;
}

export async function measureOwnHistory(
  vault: string,
  given: Given,
  settings: Settings,
  runs: number,
): Promise<OwnHistory> {
  const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-own-'));
  const log = `${settings.general.folder}/log`;
  const times: number[] = [];
  try {
    if (!existsSync(join(vault, log))) throw new Error(`${log} holds no history in this vault`);
    await giveToStarts(folder, { given, settings });
    let history = '';
    while (times.length < runs) {
      // The log cache is stored next to the logs: each first index starts without it.
      history = join(folder, `history ${times.length}`);
      await mkdir(dirname(join(history, log)), { recursive: true });
      await cp(join(vault, log), join(history, log), { recursive: true, preserveTimestamps: true });
      await rm(join(folder, 'index'), { recursive: true, force: true });
      const index = fileIndexCache(join(folder, 'index'));
      times.push(
        await timed(async () => {
          const { app } = await openDiskApp(vault, given, index, settings, history);
          await app.index();
          await app.flush();
          app.close();
        }),
      );
    }
    const { known, ...start } = await measureStarts([vault, folder, history], runs);
    return { firstIndex: figureOf(times), start, cards: known };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
