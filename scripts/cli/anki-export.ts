// `anki-export <vault> [<file.apkg>]`: exports cards to Anki, as a package or as text.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { exportedCards, packCards } from '../../src/app/transfer/card-export.ts';
import { ankiLines, csvLines, type ExportedCard } from '../../src/core/import/anki-export.ts';
import { writePackage } from '../../src/core/import/anki/write-package.ts';
import type { Scope } from '../../src/core/study/scope.ts';
import type { NodeApp } from '../node/app.ts';
import { openToRead } from './open.ts';
import { counted, printProblems } from './print.ts';
import { findCards, queryOf } from './query.ts';
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
  readonly json?: boolean;
  readonly query?: string;
  readonly deck: string;
}

/** What other programs read (contract). */
interface ExportRow {
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  readonly problems: readonly { readonly note: string; readonly line: number; readonly message: string }[];
}

/** Written beside the file first: an export that fails leaves the old file as it was. */
async function writeFileFrom<T>(
  path: string,
  write: (sink: (piece: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    const written = await write(async (piece) => {
      await file.writeFile(piece);
    });
    await file.close();
    await rename(part, path);
    return written;
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
}

const watch = { pause: () => Promise.resolve(true), progress: () => undefined };

async function exportPackage(
  vault: string,
  file: string,
  scope: Scope,
  { opened, deck }: { readonly opened: NodeApp; readonly deck: string },
): Promise<ExportRow> {
  const name = basename(resolve(vault));
  const packed = await packCards(opened.app, { scope, facts: opened.facts, root: deck, vault: name }, watch);
  if (!packed) throw new Error('The export was stopped.');
  const { collection, media, missing } = packed;
  const files = [...media].map(([as, path]) => ({ name: as, read: () => readFile(join(vault, path)) }));
  const written = await writeFileFrom(file, (sink) => writePackage(collection, files, sink, watch));
  const problems = [
    ...opened.problems().map(({ path, line, message }) => ({ note: path, line, message })),
    ...missing.map(({ note, line, target }) => ({
      note,
      line,
      message: `“${target}” is not in the vault.`,
    })),
    ...(written?.leftOut ?? []).map((as) => ({
      note: media.get(as) ?? as,
      line: 1,
      message: "The file can't be read.",
    })),
  ];
  return {
    cards: collection.cards.length,
    reviews: collection.reviews.length,
    media: written?.media ?? 0,
    problems,
  };
}

async function exportCards(vault: string, file: string | undefined, flags: ExportFlags): Promise<void> {
  if (file !== undefined && !/\.apkg$/i.test(file)) throw new Error(`“${file}” doesn't end in “.apkg”.`);
  if (file === undefined && flags.json) throw new Error('--json needs a file to export to.');
  const query = flags.query === undefined ? null : queryOf(flags.query);
  const opened = await openToRead(vault);
  const scope: Scope = query
    ? { kind: 'search', cards: new Set(await findCards(opened, query)) }
    : { kind: 'all' };
  if (file === undefined) {
    printProblems(opened.problems());
    await writeAll(exportLines(exportedCards(opened.app, scope), flags));
  } else {
    const row = await exportPackage(vault, file, scope, { opened, deck: flags.deck });
    printProblems(row.problems.map(({ note, ...problem }) => ({ path: note, ...problem })));
    if (flags.json) process.stdout.write(`${JSON.stringify(row)}\n`);
    const { cards, reviews, media } = row;
    process.stderr.write(
      `${counted(cards, 'card')}, ${counted(reviews, 'review')}, ${counted(media, 'file')}\n`,
    );
  }
  opened.app.close();
}

export function addAnkiExport(program: Command): void {
  program
    .command('anki-export')
    .description(
      'write the cards of a vault into an Anki package, or print them in the text format that Anki imports',
    )
    .argument('<vault>', 'folder of the vault')
    .argument('[file]', 'the package to write, such as cards.apkg; an existing one is replaced')
    .option('--query <query>', 'only the cards that a search finds')
    .option('--csv', 'print CSV with the schedules instead')
    .option('--media', 'print the names of images and sounds instead')
    .option('--deck <name>', 'deck of Anki to put them in', 'Obsidian')
    .option('--json', 'print what was exported as JSON')
    .action(exportCards);
}
