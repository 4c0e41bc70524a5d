// `anki-export <vault>` and `anki-import <file> <vault>`: exports cards to Anki and imports them from it.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { exportedCards } from '../../src/app/transfer/card-export.ts';
import { ankiLines, csvLines, type ExportedCard } from '../../src/core/import/anki-export.ts';
import { importDeck } from '../../src/core/import/anki-import.ts';
import { checkNoteFolder, tidyNoteFolder } from '../../src/core/note/folder.ts';
import { decodeText } from '../../src/app/transfer/text-file.ts';
import { openNodeApp } from '../node/app.ts';
import { inEnglish, written } from '../node/english.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { counted, printProblems } from './print.ts';
import { writeAll } from './stream.ts';

/** The lines of an export, or only the names of its media if those are requested. */
async function* exportLines(
  cards: AsyncIterable<ExportedCard>,
  { csv = false, media = false, deck }: ExportFlags,
): AsyncGenerator<string> {
  const names = new Set<string>();
  const lines = csv && !media ? csvLines : ankiLines(names, deck);
  if (!media) yield lines.head;
  for await (const card of cards) {
    const line = lines.line(card);
    if (!media) yield line;
  }
  if (media) for (const name of [...names].sort()) yield `${name}\n`;
}

interface ExportFlags {
  readonly csv?: boolean;
  readonly media?: boolean;
  readonly deck: string;
}

async function exportCards(vault: string, flags: ExportFlags): Promise<void> {
  await checkVault(vault);
  const { app, problems } = await openNodeApp(vault, { settings: await readSettings(vault) });
  printProblems(problems());
  await writeAll(exportLines(exportedCards(app, { kind: 'all' }), flags));
  app.close();
}

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

export function addAnki(program: Command): void {
  program
    .command('anki-export')
    .description('print the cards of a vault in the text format that Anki imports')
    .argument('<vault>', 'folder of the vault')
    .option('--csv', 'print CSV with the schedules instead')
    .option('--media', 'print the names of images and sounds instead')
    .option('--deck <name>', 'deck of Anki to put them in', 'Obsidian')
    .action(exportCards);
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
