// How fast the plugin reads a vault: `npm run -s bench -- --vault <folder>`, or made-up notes by `--generate <notes>`,
// `--shapes <MB>` or `--scheduled <cards>`.
import { errorMessage } from '../../src/core/text/error-message.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { formatFigure } from './figure.ts';
import { generateShapedVault, generateVault } from './generate.ts';
import { writeMadeUpLogs } from './made-up-logs.ts';
import type { WarmStart } from './measure-warm.ts';
import { measureVault, settingsFor, type BenchResult } from './measure-vault.ts';
import { generateSrVault } from './sr-vault.ts';

/** What other programs read (contract); ms are medians. */
function toJson(result: BenchResult): string {
  return JSON.stringify({
    notes: result.notes,
    bytes: result.bytes,
    cards: result.cards,
    remarkMs: result.remark.median,
    readMs: result.read.median,
    firstIndexMs: result.firstIndex.median,
    warmStartMs: result.warm.new.start.median,
    warmReads: result.warm.new.reads,
    saveMs: result.save,
    queueMs: result.queue.median,
    rssMb: result.memory.rssMb,
    heapMb: result.memory.heapMb,
    warmCpuMs: result.warm.new.processor.median,
    studiedStartMs: result.warm.studied.start.median,
    studiedReads: result.warm.studied.reads,
    studiedCards: result.warm.studied.known,
    extractMs: result.extract.median,
    largeSaveMs: result.largeSave,
    nextQueueMs: result.nextQueue.median,
    ...(result.own && {
      ownFirstIndexMs: result.own.firstIndex.median,
      ownStartMs: result.own.start.start.median,
      ownStartReads: result.own.start.reads,
      ownCards: result.own.cards,
    }),
  });
}

function formatWarm({ start, reads, processor }: WarmStart): string {
  return `${formatFigure(start)}, ${reads} notes read; processor ${formatFigure(processor)}`;
}

function formatBench(result: BenchResult): string {
  const { bytes, remark, read, firstIndex, extract, save, largeSave, warm, memory, own: history } = result;
  const speed = (ms: number): string => `${(bytes / 1000 / ms).toFixed(1)} MB/s`;
  const alone = Math.max(firstIndex.median - read.median, 0.001);
  const ms = (value: number): string => value.toFixed(2);
  return [
    `${result.notes} notes, ${(bytes / 1e6).toFixed(2)} MB, ${result.cards} cards; median (least–most)`,
    `remark         ${formatFigure(remark)}, ${speed(remark.median)}`,
    `read           ${formatFigure(read)}`,
    `first index    ${formatFigure(firstIndex)}, ${(firstIndex.median / read.median).toFixed(1)} × reading, without it 1/${(remark.median / alone).toFixed(0)} of remark`,
    `in memory      ${formatFigure(extract)}, ${speed(extract.median)}, ${(remark.median / extract.median).toFixed(0)} × remark`,
    `save, 3 KB     p50 ${ms(save.p50)} ms, p95 ${ms(save.p95)} ms`,
    `save, 30 KB    p50 ${ms(largeSave.p50)} ms, p95 ${ms(largeSave.p95)} ms`,
    `queue          ${formatFigure(result.queue)}`,
    `  after one    ${formatFigure(result.nextQueue)}`,
    `warm start     ${formatWarm(warm.new)}`,
    `  studied      ${formatWarm(warm.studied)}; ${warm.studied.known} cards answered`,
    ...(history
      ? [
          `own history    ${history.cards} cards; first index ${formatFigure(history.firstIndex)}`,
          `  start        ${formatWarm(history.start)}`,
        ]
      : []),
    `memory         ${memory.rssMb.toFixed(0)} MB, objects ${memory.heapMb.toFixed(0)} MB`,
    '',
  ].join('\n');
}

interface Options {
  readonly vault?: string;
  readonly generate?: number;
  readonly shapes?: number;
  readonly scheduled?: number;
  readonly years?: number;
  readonly ownHistory?: boolean;
  readonly json?: boolean;
}

async function run({ generate, shapes, scheduled, years, ...options }: Options): Promise<void> {
  const tell = (step: string): void => void process.stderr.write(`${step} …\n`);
  const made =
    (generate ?? shapes ?? scheduled) === undefined
      ? null
      : await mkdtemp(join(tmpdir(), 'note-flashcards-bench-'));
  try {
    if (made && shapes !== undefined) await generateShapedVault(made, shapes * 1e6);
    else if (made && scheduled !== undefined) await generateSrVault(made, scheduled);
    else if (made) await generateVault(made, generate ?? 0);
    const vault = made ?? options.vault;
    if (vault === undefined)
      throw new Error('give --vault <folder>, --generate <notes>, --shapes <MB> or --scheduled <cards>');
    if (made && years !== undefined) {
      tell('making up logs');
      await writeMadeUpLogs(made, years, await settingsFor(made));
    }
    const result = await measureVault(
      vault,
      tell,
      options.ownHistory ?? (made !== null && years !== undefined),
    );
    process.stdout.write(options.json ? `${toJson(result)}\n` : formatBench(result));
  } finally {
    if (made) await rm(made, { recursive: true, force: true });
  }
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`there is no vault of ${value} to make up`);
  return number;
}

const program = new Command('bench')
  .description('Measures the plugin over a vault. Writes nothing into it.')
  .option('--vault <folder>', 'a vault to measure')
  .option('--generate <notes>', 'measure a made-up vault of so many notes', count)
  .option('--shapes <MB>', 'measure made-up notes of so many MB with the shapes of real ones', count)
  .option('--scheduled <cards>', 'measure made-up notes with so many schedules of Spaced Repetition', count)
  .option('--years <cards>', 'with years of made-up history for so many cards of the made-up notes', count)
  .option('--own-history', 'measure first index and start with the logs of the vault, too')
  .option('--json', 'print JSON')
  .action(run);

try {
  await program.parseAsync();
} catch (error) {
  // Users get one clear line, not a stack trace.
  process.stderr.write(`bench: ${errorMessage(error)}\n`);
  process.exitCode = 1;
}
