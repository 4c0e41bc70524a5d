// `anki-export <vault>`: exports cards to Anki.
import type { Command } from 'commander';
import { exportedCards } from '../../src/app/transfer/card-export.ts';
import { ankiLines, csvLines, type ExportedCard } from '../../src/core/import/anki-export.ts';
import { openNodeApp } from '../node/app.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';
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

export function addAnkiExport(program: Command): void {
  program
    .command('anki-export')
    .description('print the cards of a vault in the text format that Anki imports')
    .argument('<vault>', 'folder of the vault')
    .option('--csv', 'print CSV with the schedules instead')
    .option('--media', 'print the names of images and sounds instead')
    .option('--deck <name>', 'deck of Anki to put them in', 'Obsidian')
    .action(exportCards);
}
