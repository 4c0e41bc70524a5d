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
import { counted, printProblems } from './print.ts';

/** What other programs read (contract). */
interface ImportRow {
  readonly decks: number;
  readonly cards: number;
  readonly notes: readonly string[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

interface ImportFlags {
  readonly folder: string;
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

/** Never overwrites a note: an existing one is reported and left as it is. */
async function importCards(deck: string, vault: string, flags: ImportFlags): Promise<void> {
  await checkVault(vault);
  const folderProblem = flags.folder === '' ? null : checkNoteFolder(flags.folder);
  if (folderProblem !== null) throw new Error(inEnglish(folderProblem));
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
      'make notes of a deck that Anki exported as text, or of a CSV file; never writes over a note',
    )
    .argument('<file>', 'the text or CSV file')
    .argument('<vault>', 'folder of the vault')
    .option('--folder <folder>', 'folder in the vault for the new notes', '')
    .option('--tag <tag>', 'tag for the new notes (default: the first watched tag)')
    .option('--dry-run', 'write nothing')
    .option('--json', 'print one JSON object')
    .action(importCards);
}
