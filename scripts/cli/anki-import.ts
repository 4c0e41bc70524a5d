// `anki-import <file> <vault>`: imports cards from Anki.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { importDeck } from '../../src/core/import/anki-import.ts';
import { checkNoteFolder, tidyNoteFolder } from '../../src/core/note/folder.ts';
import { decodeText } from '../../src/app/transfer/text-file.ts';
import { inEnglish, written } from '../node/english.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { importPackage, isPackage } from './anki-package.ts';
import { withRecord } from './open.ts';
import { counted, printProblems } from './print.ts';
import { ProgressLine } from './progress.ts';

/** What other programs read (contract). */
interface ImportRow {
  readonly decks: number;
  readonly cards: number;
  readonly notes: readonly string[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

interface ImportFlags {
  readonly folder: string;
  readonly mediaFolder?: string;
  readonly tag?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Writes a note unless it already exists. */
async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
      return false;
    throw error;
  }
}

async function importFile(file: string, vault: string, flags: ImportFlags): Promise<void> {
  await checkVault(vault);
  for (const folder of [flags.folder, flags.mediaFolder ?? '']) {
    const problem = folder === '' ? null : checkNoteFolder(folder);
    if (problem !== null) throw new Error(inEnglish(problem));
  }
  await ((await isPackage(file)) ? importWhole(file, vault, flags) : importCards(file, vault, flags));
}

/** Also its media, schedules and review log. */
async function importWhole(file: string, vault: string, flags: ImportFlags): Promise<void> {
  const { folder, mediaFolder, dryRun = false } = flags;
  const line = new ProgressLine();
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  process.once('SIGINT', stop);
  const watch = {
    progress: (what: string, share: number) => line.show(what, { done: Math.round(share * 100), of: 100 }),
    isStopped: () => isStopped,
  };
  const tidy = {
    ...flags,
    folder: tidyNoteFolder(folder),
    ...(mediaFolder !== undefined && { mediaFolder: tidyNoteFolder(mediaFolder) }),
  };
  const run = dryRun
    ? importPackage(file, vault, tidy, watch)
    : withRecord(vault, (store) => importPackage(file, vault, tidy, watch, store));
  const imported = await run.finally(() => {
    line.end();
    process.off('SIGINT', stop);
  });
  const { row } = imported;
  printProblems(row.problems.map((problem) => ({ path: file, ...problem })));
  if (flags.json) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(row.notes.map((path) => `${path}\n`).join(''));
  const parts = [
    counted(row.cards, 'card'),
    counted(row.notes.length, 'note'),
    counted(row.reviews, 'review'),
    counted(row.media, 'media file'),
  ];
  process.stderr.write(`${parts.join(', ')}${dryRun ? ', not written' : ''}\n`);
  if (!imported.isStopped) return;
  process.exitCode = 1;
  process.stderr.write('stopped; run it again to go on\n');
}

/** Never overwrites a note: an existing one is reported and left as it is. */
async function importCards(deck: string, vault: string, flags: ImportFlags): Promise<void> {
  const { cards: options } = await readSettings(vault);
  const tag = flags.tag ?? options.tags[0] ?? 'flashcards';
  const result = importDeck(
    deck,
    decodeText(await readFile(deck)),
    tidyNoteFolder(flags.folder),
    tag,
    options,
  );
  const problems = result.problems.map(written);
  const notes: string[] = [];
  for (const { path, text } of result.files) {
    const target = join(vault, path);
    const isNew = flags.dryRun ? !existsSync(target) : await writeNew(target, text);
    if (isNew) notes.push(path);
    else problems.push({ path: deck, line: 1, message: `“${path}” exists already and stays as it is.` });
  }
  const cards = result.read.filter(({ note }) => notes.includes(note)).length;
  printProblems(problems);
  const row: ImportRow = {
    decks: notes.length,
    cards,
    notes,
    problems: problems.map(({ line, message }) => ({ line, message })),
  };
  if (flags.json) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(notes.map((path) => `${path}\n`).join(''));
  process.stderr.write(
    `${counted(cards, 'card')} in ${counted(notes.length, 'note')}${flags.dryRun ? ', not written' : ''}\n`,
  );
}

export function addAnkiImport(program: Command): void {
  program
    .command('anki-import')
    .description(
      'make notes of a package of Anki, with its media and reviews, of a deck that it exported as text, or of a CSV file; never writes over a note',
    )
    .argument('<file>', 'the package (.apkg, .colpkg), the text or the CSV file')
    .argument('<vault>', 'folder of the vault')
    .option('--folder <folder>', 'folder in the vault for the new notes', '')
    .option('--media-folder <folder>', 'folder for the media of a package (default: media, in the other)')
    .option('--tag <tag>', 'tag for the new notes (default: the first watched tag)')
    .option('--dry-run', 'write nothing')
    .option('--json', 'print one JSON object')
    .action(importFile);
}
