// `import-sr <vault>`: imports the schedules that the Spaced Repetition plugin wrote into the notes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Progress } from '../../src/app/notes/change-queue.ts';
import { SrImport, type SrTaken } from '../../src/app/transfer/sr-import.ts';
import type { CardOptions } from '../../src/core/card/options.ts';
import { formatFound } from '../../src/core/import/sr-import.ts';
import { inEnglish, type WrittenProblem } from '../node/english.ts';
import type { SrFound, SrUnmatched } from '../../src/core/import/sr-match.ts';
import { readSrSettings, srDifferences } from '../../src/core/import/sr-settings.ts';
import type { LocalStore } from '../../src/app/ports.ts';
import { memoryStore, openNodeApp } from '../node/app.ts';
import { readSettings, srDataFile } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { withRecord } from './open.ts';
import { printProblems } from './print.ts';
import { ProgressLine } from './progress.ts';

/** The findings, as other programs read them (contract). */
export interface ImportSrRow {
  readonly notes: number;
  readonly cards: number;
  readonly schedules: number;
  readonly matched: number;
  readonly unmatched: readonly (Omit<SrUnmatched, 'reason'> & { readonly reason: string })[];
}

/** Reports where that plugin parsed the notes with different separators than ours. */
async function warnOfSettings(vault: string, options: CardOptions): Promise<void> {
  const text = await readFile(join(vault, srDataFile), 'utf8').catch(() => null);
  if (text === null) return;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    process.stderr.write(`${srDataFile}:1: The settings of Spaced Repetition are not JSON.\n`);
    return;
  }
  const theirs = readSrSettings(data, options);
  const differences = theirs ? srDifferences(theirs, options) : [];
  if (differences.length > 0)
    process.stderr.write(`Spaced Repetition was set to other separators: ${differences.join(', ')}\n`);
}

export interface ImportSrResult {
  readonly found: SrFound;
  readonly taken: SrTaken;
  readonly problems: readonly WrittenProblem[];
}

export interface ImportSrWatch {
  /** @param what is counted */
  readonly progress: (what: string, progress: Progress) => void;
  /** Called between batches. */
  readonly isStopped: () => boolean;
}

const unwatched: ImportSrWatch = { progress: () => undefined, isStopped: () => false };

/** Finds a vault's schedules and, unless it is a dry run, appends them to its log as one action. */
export async function importSchedules(
  vault: string,
  dryRun: boolean,
  { progress, isStopped }: ImportSrWatch = unwatched,
  store: LocalStore = memoryStore(),
): Promise<ImportSrResult> {
  await checkVault(vault);
  const settings = await readSettings(vault);
  const { app, host, problems } = await openNodeApp(vault, {
    settings,
    write: !dryRun,
    store,
    progress: (one) => progress('reading note', one),
  });
  const schedules = new SrImport(host, app);
  const watch = (what: string) => ({
    progress: (one: Progress) => progress(what, one),
    isCancelled: isStopped,
  });
  const found = await schedules.find(watch('searching note'));
  if (!found) throw new Error('stopped; nothing was imported');
  const { plan, outdated } = await schedules.plan(found);
  const taken = dryRun
    ? { ...plan, isStopped: false }
    : await schedules.run(found, watch('importing schedule'));
  if (!dryRun) await app.flush();
  const waits = app.history.waiting && !dryRun;
  app.close();
  if (waits) throw new Error(`the log in ${settings.general.folder} couldn't be written`);
  return { found: { ...found, unmatched: [...found.unmatched, ...outdated] }, taken, problems: problems() };
}

async function importSr(vault: string, options: { json?: boolean; dryRun?: boolean }): Promise<void> {
  const line = new ProgressLine();
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  process.once('SIGINT', stop);
  const watch = {
    progress: (what: string, progress: Progress) => line.show(what, progress),
    isStopped: () => isStopped,
  };
  const run = options.dryRun
    ? importSchedules(vault, true, watch)
    : withRecord(vault, (store) => importSchedules(vault, false, watch, store));
  const { found, taken, problems } = await run.finally(() => {
    line.end();
    process.off('SIGINT', stop);
  });
  printProblems(problems);
  await warnOfSettings(vault, (await readSettings(vault)).cards);
  if (taken.isStopped) {
    process.exitCode = 1;
    process.stderr.write(`stopped after ${taken.imported} schedules; run it again to go on\n`);
  }
  const row: ImportSrRow = {
    ...found,
    matched: found.matched.length,
    unmatched: found.unmatched.map((one) => ({ ...one, reason: inEnglish(one.reason) })),
  };
  if (options.json) {
    process.stdout.write(`${JSON.stringify(row, null, 1)}\n`);
    return;
  }
  const { imported, known, reviewed } = taken;
  const done = options.dryRun ? 'would be imported' : 'imported';
  const counts = `${imported} ${done}, ${known} already imported, ${reviewed} reviewed here since`;
  process.stdout.write(`${formatFound(found, inEnglish)}${counts}\n`);
}

export function addImportSr(program: Command): void {
  program
    .command('import-sr')
    .description('import the schedules of the plugin "Spaced Repetition"; notes are not changed')
    .argument('<vault>', 'folder of the vault')
    .option('--dry-run', 'only print what would be imported')
    .option('--json', 'print JSON')
    .action(importSr);
}
