// `import-sr <vault>`: takes over the schedules that the plugin "Spaced Repetition" wrote into the notes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Flashcards } from '../../src/app/flashcards.ts';
import type { Card } from '../../src/core/card/card.ts';
import { extractCards } from '../../src/core/card/extract.ts';
import type { CardOptions } from '../../src/core/card/options.ts';
import { encodeLook } from '../../src/core/history/look.ts';
import { cardIds, lookOf } from '../../src/core/identity/fingerprint/fingerprint.ts';
import { formatFound, planImport, type SrPlan } from '../../src/core/import/sr-import.ts';
import type { Problem } from '../../src/core/note/problem.ts';
import { matchSchedules, type SrFound, type SrUnmatched } from '../../src/core/import/sr-match.ts';
import { readSrSettings, srDifferences } from '../../src/core/import/sr-settings.ts';
import { openNodeApp, readSettings } from '../node/app.ts';
import { readNotes } from '../node/notes.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';

/** What was found, as other programs read it (contract). */
export interface ImportSrRow {
  readonly notes: number;
  readonly cards: number;
  readonly schedules: number;
  readonly matched: number;
  readonly unmatched: readonly SrUnmatched[];
}

const dataFile = join('.obsidian', 'plugins', 'obsidian-spaced-repetition', 'data.json');

interface Schedules {
  readonly found: SrFound;
  /** Ids under which the app knows the cards. */
  readonly ids: ReadonlyMap<Card, string>;
}

/** Schedules of all notes of the vault. */
async function findSchedules(vault: string, app: Flashcards): Promise<Schedules> {
  const { texts } = await readNotes(vault);
  const logs = `${app.settings.general.folder}/log/`;
  const unread = app.library.unread;
  const notes = [...texts]
    .filter(([path]) => !path.startsWith(logs))
    // What cannot be read was told by the app.
    .filter(([path]) => !unread.has(path))
    .map(([path, text]) => ({
      text,
      cards: extractCards({ path, text }, app.settings.cards),
    }));
  const tracked = [...app.linker.notes.values()].flat();
  const known = new Map(tracked.map(({ card, id }) => [card.textId, id]));
  const ids = new Map<Card, string>();
  for (const {
    cards: { cards },
  } of notes) {
    cardIds(cards).forEach((textId, index) => {
      const [card, id] = [cards[index], known.get(textId)];
      if (card && id !== undefined) ids.set(card, id);
    });
  }
  return { found: matchSchedules(notes), ids };
}

function plan(app: Flashcards, { found: { matched }, ids }: Schedules): SrPlan {
  return planImport(matched, {
    id: (card) => {
      const id = ids.get(card);
      if (id === undefined) throw new Error(`the card at ${card.note}:${card.line} has no id`);
      return id;
    },
    history: (id) => app.history.cards.get(id),
    look: (card) => encodeLook(lookOf(card)),
  });
}

/** Says where that plugin read the notes by other marks than we do. */
async function warnOfSettings(vault: string, options: CardOptions): Promise<void> {
  const text = await readFile(join(vault, dataFile), 'utf8').catch(() => null);
  if (text === null) return;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    process.stderr.write(`${dataFile}:1: The settings of the old plugin are not JSON.\n`);
    return;
  }
  const theirs = readSrSettings(data, options);
  const differences = theirs ? srDifferences(theirs, options) : [];
  if (differences.length > 0)
    process.stderr.write(`The old plugin was set to other marks: ${differences.join(', ')}\n`);
}

export interface ImportSrResult {
  readonly found: SrFound;
  readonly plan: SrPlan;
  readonly problems: readonly Problem[];
}

/** Finds the schedules of a vault and, unless it is a dry run, appends them to its log as one action. */
export async function importSchedules(vault: string, dryRun: boolean): Promise<ImportSrResult> {
  await checkVault(vault);
  const settings = await readSettings(vault);
  const { app, problems } = await openNodeApp(vault, { settings, write: !dryRun });
  const schedules = await findSchedules(vault, app);
  const planned = plan(app, schedules);
  if (!dryRun) {
    app.history.append(planned.events);
    await app.flush();
  }
  const waits = app.history.waiting && !dryRun;
  app.close();
  if (waits) throw new Error(`the log in ${settings.general.folder} could not be written`);
  return { found: schedules.found, plan: planned, problems: problems() };
}

async function importSr(vault: string, options: { json?: boolean; dryRun?: boolean }): Promise<void> {
  const { found, plan: planned, problems } = await importSchedules(vault, options.dryRun ?? false);
  printProblems(problems);
  await warnOfSettings(vault, (await readSettings(vault)).cards);
  const row: ImportSrRow = { ...found, matched: found.matched.length };
  if (options.json) {
    process.stdout.write(`${JSON.stringify(row, null, 1)}\n`);
    return;
  }
  const { imported, known, reviewed } = planned;
  const done = options.dryRun ? 'would be taken over' : 'taken over';
  const counts = `${imported} ${done}, ${known} were before, ${reviewed} left to reviews made here`;
  process.stdout.write(`${formatFound(found)}${counts}\n`);
}

export function addImportSr(program: Command): void {
  program
    .command('import-sr')
    .description('take over the schedules of the plugin "Spaced Repetition"; notes stay as they are')
    .argument('<vault>', 'folder of the vault')
    .option('--dry-run', 'only say what would be taken over')
    .option('--json', 'print JSON')
    .action(importSr);
}
