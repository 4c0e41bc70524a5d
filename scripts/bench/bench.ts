// How fast the plugin reads a vault: `npm run -s bench -- --vault <folder>` or `--generate <notes>`.
import { errorMessage } from '../../src/core/text/error-message.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { formatFigure } from './figure.ts';
import { generateVault } from './generate.ts';
import type { WarmStart } from './measure-warm.ts';
import { measureVault, type BenchResult } from './measure-vault.ts';

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
  });
}

function formatWarm({ start, reads, processor }: WarmStart): string {
  return `${formatFigure(start)}, ${reads} notes read; processor ${formatFigure(processor)}`;
}

function formatBench(result: BenchResult): string {
  const { bytes, remark, read, firstIndex, extract, save, largeSave, warm, memory } = result;
  const speed = (ms: number): string => `${(bytes / 1000 / ms).toFixed(1)} MB/s`;
  const own = Math.max(firstIndex.median - read.median, 0.001);
  const ms = (value: number): string => value.toFixed(2);
  return [
    `${result.notes} notes, ${(bytes / 1e6).toFixed(2)} MB, ${result.cards} cards; median (least–most)`,
    `remark         ${formatFigure(remark)}, ${speed(remark.median)}`,
    `read           ${formatFigure(read)}`,
    `first index    ${formatFigure(firstIndex)}, without reading 1/${(remark.median / own).toFixed(0)} of remark`,
    `in memory      ${formatFigure(extract)}, ${speed(extract.median)}, ${(remark.median / extract.median).toFixed(0)} × remark`,
    `save, 3 KB     p50 ${ms(save.p50)} ms, p95 ${ms(save.p95)} ms`,
    `save, 30 KB    p50 ${ms(largeSave.p50)} ms, p95 ${ms(largeSave.p95)} ms`,
    `queue          ${formatFigure(result.queue)}`,
    `  after one    ${formatFigure(result.nextQueue)}`,
    `warm start     ${formatWarm(warm.new)}`,
    `  studied      ${formatWarm(warm.studied)}; ${warm.studied.known} cards answered`,
    `memory         ${memory.rssMb.toFixed(0)} MB, objects ${memory.heapMb.toFixed(0)} MB`,
    '',
  ].join('\n');
}

async function run(options: { vault?: string; generate?: number; json?: boolean }): Promise<void> {
  const tell = (step: string): void => void process.stderr.write(`${step} …\n`);
  const made =
    options.generate === undefined ? null : await mkdtemp(join(tmpdir(), 'note-flashcards-bench-'));
  try {
    if (made) await generateVault(made, options.generate ?? 0);
    const vault = made ?? options.vault;
    if (vault === undefined) throw new Error('give --vault <folder> or --generate <notes>');
    const result = await measureVault(vault, tell);
    process.stdout.write(options.json ? `${toJson(result)}\n` : formatBench(result));
  } finally {
    if (made) await rm(made, { recursive: true, force: true });
  }
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--generate takes a number of notes, not ${value}`);
  return number;
}

const program = new Command('bench')
  .description('Measures the plugin over a vault. Writes nothing into it.')
  .option('--vault <folder>', 'a vault to measure')
  .option('--generate <notes>', 'measure a made-up vault of so many notes', count)
  .option('--json', 'print JSON')
  .action(run);

try {
  await program.parseAsync();
} catch (error) {
  // A person gets one clear line, not a stack.
  process.stderr.write(`bench: ${errorMessage(error)}\n`);
  process.exitCode = 1;
}
