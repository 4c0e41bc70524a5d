// How long a warm start takes: the index is made once, then loaded by new processes.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../../src/core/settings.ts';
import { fileIndexCache } from '../node/index-cache.ts';
import { openDiskApp } from './disk-app.ts';
import { figureOf, type Figure } from './figure.ts';
import type { Given } from './given.ts';

export interface WarmStart {
  readonly start: Figure;
  /** Processor time of all threads: other programs lengthen it less than the clock's. */
  readonly processor: Figure;
  /** Notes that a start reads in which nothing has changed. */
  readonly reads: number;
}

export async function measureWarmStart(
  vault: string,
  given: Given,
  settings: Settings,
  runs: number,
): Promise<WarmStart> {
  const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-index-'));
  try {
    await writeFile(join(folder, 'given.json'), JSON.stringify(given));
    const { app } = await openDiskApp(vault, given, fileIndexCache(join(folder, 'index')), settings);
    await app.index();
    await app.flush();
    app.close();
    const times: number[] = [];
    const cpuTimes: number[] = [];
    let reads = 0;
    const script = join(import.meta.dirname, 'warm.mjs');
    while (times.length < runs) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, vault, folder]);
      const run = JSON.parse(stdout) as {
        readonly ms: number;
        readonly cpuMs: number;
        readonly reads: number;
      };
      times.push(run.ms);
      cpuTimes.push(run.cpuMs);
      reads = Math.max(reads, run.reads);
    }
    return { start: figureOf(times), processor: figureOf(cpuTimes), reads };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
