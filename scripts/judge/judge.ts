// `npm run judge -- <vault> [--all-notes] [--sample 120]`: counts what looks wrong with a vault's cards, and writes a
// page on which a person rates some of them.
import { errorMessage } from '../../src/core/text/error-message.ts';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { countSuspicions, formatCounts } from './count.ts';
import { drawPage, pageData } from './page.ts';
import { formatRatings, readRatings } from './ratings.ts';
import { readJudgedVault } from './read-cards.ts';
import { sampleCards } from './sample.ts';

interface JudgeFlags {
  readonly allNotes?: boolean;
  readonly sample: string;
  readonly seed: string;
  readonly out?: string;
  readonly list?: boolean;
  readonly ratings?: string;
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number, not ${text}`);
  return value;
}

async function judge(vault: string | undefined, flags: JudgeFlags): Promise<void> {
  if (flags.ratings !== undefined) {
    process.stdout.write(formatRatings(readRatings(await readFile(flags.ratings, 'utf8'))));
    return;
  }
  if (vault === undefined) throw new Error('Name the folder of a vault, or a file with --ratings.');
  const size = wholeNumber('sample', flags.sample);
  const seed = wholeNumber('seed', flags.seed);
  const read = await readJudgedVault(vault, flags.allNotes ?? false);
  const counts = countSuspicions(read);
  process.stdout.write(formatCounts(counts));
  if (flags.list)
    for (const { card, kinds } of counts.suspected)
      process.stdout.write(`\n${card.note}:${card.line}  ${kinds.join(', ')}\n  ${card.prompt}\n`);
  const name = basename(resolve(vault));
  const out = flags.out ?? join('artifacts', 'judge', `${name}.html`);
  const cards = read.notes.flatMap((note) => note.cards);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, await drawPage(pageData(name, read, counts, sampleCards(cards, size, seed))));
  process.stderr.write(`Rate the cards in ${out}, then print your ratings with --ratings <file>.\n`);
}

const program = new Command('judge')
  .description(
    'Counts suspicious cards of a vault, and writes a page on which a person rates a sample of them.',
  )
  .argument('[vault]', 'folder of the vault')
  .option('--all-notes', 'read every note, tagged or not')
  .option('--sample <count>', 'cards to rate', '120')
  .option('--seed <number>', 'another sample for another number', '1')
  .option('--out <file>', 'the page; otherwise in artifacts/judge')
  .option('--list', 'print each suspicious card')
  .option('--ratings <file>', 'print the ratings that the page has saved')
  .action(judge);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`judge: ${errorMessage(error)}\n`);
  process.exitCode = 1;
}
