// How long an Anki package takes on the command line, and how much memory: `npm run -s bench:anki`. Opens a made-up
// package, then imports it twice, since the second import must find nothing new; each in a process of its own.
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { writePackage } from '../../src/core/import/anki/write-package.ts';
import { madeUpCollection, madeUpMedia } from './made-up-collection.ts';

interface Sizes {
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
}

async function write(path: string, { cards, reviews, media }: Sizes): Promise<number> {
  const file = await open(path, 'w');
  try {
    await writePackage(
      madeUpCollection(cards, reviews, media),
      madeUpMedia(media),
      async (piece) => void (await file.write(piece)),
      { pause: () => Promise.resolve(true), progress: () => undefined },
    );
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Prints the peak of the process's memory, in KB, when it ends. */
const tellMemory = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;

interface Measured {
  readonly ms: number;
  readonly rssMb: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
}

function measure(file: string, vault: string, config: string): Promise<Measured> {
  const start = performance.now();
  const args = ['scripts/run-cli.mjs', 'anki-import', file, vault, '--folder', 'Anki', '--json'];
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${tellMemory}`, ...args], {
    env: { ...process.env, NOTE_FLASHCARDS_CONFIG: config },
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (errors += String(text)));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(errors));
        return;
      }
      const { cards, reviews, media } = JSON.parse(out) as Omit<Measured, 'ms' | 'rssMb'>;
      const rssMb = Math.round(Number(/peak (\d+)/.exec(errors)?.[1]) / 1024);
      resolve({ ms: Math.round(performance.now() - start), rssMb, cards, reviews, media });
    });
  });
}

/** Opens it alone, in a process of its own. */
async function measureOpening(file: string): Promise<unknown> {
  const args = ['--import', 'tsx', 'scripts/bench/open-package.ts', file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

async function bench(sizes: Sizes): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-anki-'));
  try {
    const [file, vault] = [join(folder, 'made-up.apkg'), join(folder, 'vault')];
    await mkdir(vault);
    const bytes = await write(file, sizes);
    const opening = await measureOpening(file);
    const first = await measure(file, vault, join(folder, 'config'));
    const again = await measure(file, vault, join(folder, 'config'));
    if (first.cards !== sizes.cards || again.cards + again.reviews + again.media > 0)
      throw new Error(`imported ${JSON.stringify(first)}, then ${JSON.stringify(again)}`);
    return { packageMb: Math.round(bytes / 1e5) / 10, opening, first, again };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

const program = new Command()
  .description('Measures the import of an Anki package by the command line.')
  .option('--cards <count>', 'cards of the package', count, 20_000)
  .option('--reviews <count>', 'reviews', count, 200_000)
  .option('--media <count>', 'media files', count, 2000)
  .parse();

console.log(JSON.stringify(await bench(program.opts<Sizes>())));
