// `anki-export <vault>` and `anki-import <deck>`: cards to Anki and from it.
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { exportedCards } from '../../src/app/transfer/card-export.ts';
import { ankiText, cardsCsv, type ExportedCard } from '../../src/core/import/anki-export.ts';
import { importDeck, type AnkiImport } from '../../src/core/import/anki-import.ts';
import { openNodeApp, readSettings } from '../node/app.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';

/** Every card of a vault with its schedule. */
async function cardsOf(vault: string): Promise<ExportedCard[]> {
  await checkVault(vault);
  const { app, problems } = await openNodeApp(vault, { settings: await readSettings(vault) });
  printProblems(problems());
  const cards = await exportedCards(app, { kind: 'all' });
  app.close();
  return cards;
}

async function exportCards(
  vault: string,
  options: { csv?: boolean; media?: boolean; deck: string },
): Promise<void> {
  const cards = await cardsOf(vault);
  const { text, media } = ankiText(cards, options.deck);
  if (options.media) process.stdout.write(media.map((name) => `${name}\n`).join(''));
  else process.stdout.write(options.csv ? cardsCsv(cards) : text);
}

/** Writes the notes of a deck; one that is there already is told and left as it is. */
async function writeNotes(deck: string, out: string, tag: string): Promise<AnkiImport> {
  const result = importDeck(deck, await readFile(deck, 'utf8'), '', tag);
  const problems = [...result.problems];
  const files = [];
  for (const file of result.files) {
    const path = join(out, file.path);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) problems.push({ path, line: 1, message: 'The note is there already and is left as it is.' });
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.text, { flag: 'wx' });
      files.push(file);
    }
  }
  return { ...result, files, problems };
}

async function importCards(deck: string, options: { out: string; tag: string }): Promise<void> {
  const { files, cards, problems } = await writeNotes(deck, options.out, options.tag);
  printProblems(problems);
  for (const { path } of files) process.stdout.write(`${join(options.out, path)}\n`);
  process.stderr.write(`${cards} cards read, ${files.length} notes written\n`);
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
    .argument('<deck>', 'the text or CSV file')
    .requiredOption('--out <folder>', 'folder for the new notes')
    .option('--tag <tag>', 'tag of the new notes', 'flashcards')
    .action(importCards);
}
