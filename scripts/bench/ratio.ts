// Whether notes are still read as fast as before, relative to remark and to just reading the files: `npm run
// bench:ratio`. Each round measures the CPU time of all of them in turn, so that other programs slow each of them
// equally; the medians of the rounds are compared with ratios.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardReader } from '../../src/core/card/extract.ts';
import { parseNote } from '../../src/core/note/parse/markdown.ts';
import { readSettings } from '../node/settings.ts';
import { readNotes } from '../node/notes.ts';
import { readNote } from '../node/vault.ts';
import { quantile } from './figure.ts';
import { generateShapedVault } from './generate.ts';
import { firstIndex, readAll } from './measure-vault.ts';
import known from './ratios.json' with { type: 'json' };

const bytes = 500_000;
const rounds = 9;
/** remark reads only one in this many notes, because it is slow. */
const remarkStep = 5;
const limit = 2;

/** ms of all threads. */
async function processorTime(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measureRatios(vault: string): Promise<typeof known> {
  await generateShapedVault(vault, bytes);
  const settings = await readSettings(vault);
  const texts = [...(await readNotes(vault)).texts];
  const paths = texts.map(([path]) => path);
  const some = texts.filter((_, index) => index % remarkStep === 0);
  const size = (notes: typeof texts): number => notes.reduce((sum, [, text]) => sum + text.length, 0);
  const share = size(some) / size(texts);
  const [toRemark, toReading]: [number[], number[]] = [[], []];
  while (toRemark.length < rounds) {
    const remark = await processorTime(() => some.forEach(([, text]) => parseNote(text)));
    const extract = await processorTime(() => {
      const read = cardReader(settings.cards);
      texts.forEach(([path, text]) => read({ path, text }));
    });
    const read = await processorTime(() => readAll(paths, (path) => readNote(vault, path)));
    const index = await processorTime(() => firstIndex(vault, paths, settings));
    toRemark.push((extract * share) / remark);
    toReading.push(index / read);
  }
  return { extractToRemark: quantile(toRemark, 0.5), indexToReading: quantile(toReading, 0.5) };
}

const vault = await mkdtemp(join(tmpdir(), 'note-flashcards-ratio-'));
try {
  const measured = await measureRatios(vault);
  for (const name of ['extractToRemark', 'indexToReading'] as const) {
    const isSlow = measured[name] > limit * known[name];
    console.log(
      `${name}: ${measured[name].toFixed(3)}, known ${known[name]}${isSlow ? ': more than twice' : ''}`,
    );
    if (isSlow) process.exitCode = 1;
  }
} finally {
  await rm(vault, { recursive: true, force: true });
}
