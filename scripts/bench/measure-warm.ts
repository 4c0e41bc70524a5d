// How long a warm start takes: the index is built once, then loaded by new processes.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  /** CPU time of all threads, which other programs affect less than wall time. */
  readonly processor: Figure;
  /** Unchanged notes that a start still reads. */
  readonly reads: number;
}

export interface WarmStarts {
  /** With an empty history. */
  readonly new: WarmStart;
  /** With every second card answered once. */
  readonly studied: WarmStart & { readonly known: number };
}

/** Cards in one review, which is replanned after every answer. */
const reviewed = 200;

/** Answers every second card, and writes the answers to the folder. */
async function study(
  vault: string,
  given: Given,
  settings: Settings,
  folder: string,
  history: string,
): Promise<void> {
  const unlimited = { ...settings, study: { ...settings.study, newPerDay: 1e6 } };
  const { app } = await openDiskApp(vault, given, fileIndexCache(join(folder, 'index')), unlimited, history);
  await app.index();
  const all = [...app.linker.notes.values()].flat().filter((_, at) => at % 2 === 0);
  for (let at = 0; at < all.length; at += reviewed) {
    const cards = new Set(all.slice(at, at + reviewed).map(({ id }) => id));
    const review = app.startReview({ scope: { kind: 'search', cards } });
    while (review.session.current) {
      review.dispatch({ kind: 'reveal' });
      review.dispatch({ kind: 'grade', grade: 4 });
    }
    app.endReview(review);
    await app.flush();
  }
  app.close();
}

/** What a start in its own process is given. */
export interface GivenToStart {
  readonly given: Given;
  readonly settings: Settings;
}

export async function giveToStarts(folder: string, given: GivenToStart): Promise<void> {
  await writeFile(join(folder, 'given.json'), JSON.stringify(given));
}

/** Starts in separate processes, and the number of cards in the history. */
export async function measureStarts(
  args: readonly string[],
  runs: number,
): Promise<WarmStart & { readonly known: number }> {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let [reads, known] = [0, 0];
  const script = join(import.meta.dirname, 'warm.mjs');
  while (times.length < runs) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
    const run = JSON.parse(stdout) as {
      readonly ms: number;
      readonly cpuMs: number;
      readonly reads: number;
      readonly known: number;
    };
    times.push(run.ms);
    cpuTimes.push(run.cpuMs);
    reads = Math.max(reads, run.reads);
    known = run.known;
  }
  return { start: figureOf(times), processor: figureOf(cpuTimes), reads, known };
}

export async function measureWarmStarts(
  vault: string,
  given: Given,
  settings: Settings,
  runs: number,
): Promise<WarmStarts> {
  const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-index-'));
  const history = join(folder, 'history');
  try {
    await mkdir(history);
    await giveToStarts(folder, { given, settings });
    const { app } = await openDiskApp(vault, given, fileIndexCache(join(folder, 'index')), settings);
    await app.index();
    await app.flush();
    app.close();
    const again = await measureStarts([vault, folder], runs);
    await study(vault, given, settings, folder, history);
    return { new: again, studied: await measureStarts([vault, folder, history], runs) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
