// `npm run measure:identity`: how well cards keep their histories, compared with simpler schemes, and how long it
// takes. Results go to standard output, progress to standard error. Exit code 1 if a gate is missed.
import { Command } from 'commander';
import { donorOf } from './donor.ts';
import type { CardCache } from './marked-vault.ts';
import { markNote, startMarker } from './marked-vault.ts';
import type { MixName } from './mixes.ts';
import { makeUpVault } from './made-up-vaults.ts';
import { seededRandom } from './random.ts';
import { addAppScores, measureApp, noAppScore, type AppScore } from './measure-app.ts';
import type { Way } from './app-trial.ts';
import type { Score } from './score.ts';
import { addScores, noScore, precision, recall, schemes } from './score.ts';
import { measureSpeed } from './speed.ts';
import type { Trial, Wrong } from './trial.ts';
import { judge, makeTrial } from './trial.ts';
import type { NamedVault } from './vaults.ts';
import { loadVaults } from './vaults.ts';

/** Percent. */
const gates: Readonly<Record<MixName, { readonly precision: number; readonly recall: number }>> = {
  realistic: { precision: 99.9, recall: 99.5 },
  stress: { precision: 99.7, recall: 95 },
};

/** Percent of what the linker keeps. */
const leastKept = 99.5;

interface Options {
  readonly batches: string;
  readonly seed: string;
  readonly part: string;
  readonly show: string;
  readonly vault?: string;
  readonly appBatches: string;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function trialsOf(vault: NamedVault, mix: MixName, count: number, seed: number, isWhole?: boolean): Trial[] {
  const marker = startMarker();
  const cache: CardCache = new Map();
  const random = seededRandom(seed);
  const notes = Object.entries(vault.notes).map(([path, text]) => markNote(path, text, marker));
  const donor = donorOf(
    Object.entries(makeUpVault(seededRandom(seed + 7919))).map(([path, text]) =>
      markNote(path, text, marker),
    ),
  );
  return Array.from({ length: count }, () =>
    makeTrial(notes, mix, { random, marker, donor }, cache, isWhole),
  );
}

const brief = (text: string): string => JSON.stringify(text.slice(0, 90));

function describeWrong({ from, to, truth }: Wrong): string {
  const card = (name: string, one: Wrong['to']): string =>
    one === null
      ? `  ${name} nothing`
      : `  ${name} ${one.note}:${one.line} [${one.source}] ${one.headings.join(' > ')} | ${brief(one.question)} ${brief(one.answer)}`;
  return [to === null ? 'miss' : 'WRONG', card('from ', from), card('to   ', to), card('truth', truth)].join(
    '\n',
  );
}

function row(name: string, score: Score): string {
  return `  ${name.padEnd(20)} precision ${precision(score).toFixed(3).padStart(7)} %   recall ${recall(score).toFixed(3).padStart(7)} %   links ${score.made}, survivors ${score.survivors}`;
}

/** The same kinds of edits, run through the app. */
async function measureInApp(vaults: readonly NamedVault[], mix: MixName, options: Options): Promise<boolean> {
  const totals = new Map<Way, AppScore>();
  for (const [at, vault] of vaults.entries()) {
    process.stderr.write(`${mix}, through the app: ${vault.name}\n`);
    const seed = Number(options.seed) + at + 1000;
    const trials = trialsOf(vault, mix, Number(options.appBatches), seed, true);
    for (const [way, score] of await measureApp(trials, seededRandom(seed))) {
      totals.set(way, addAppScores(totals.get(way) ?? noAppScore, score));
    }
  }
  say(`\n${mix} mix, through the app: its own links, and how many of the linker's right ones it has`);
  let passed = true;
  for (const [way, { score, asked, kept, wrongs }] of totals) {
    const share = asked === 0 ? 100 : (100 * kept) / asked;
    say(`${row(way, score)}; kept ${share.toFixed(3)} %`);
    if (share < leastKept && mix === 'realistic') passed = false;
    for (const wrong of wrongs.slice(0, Number(options.show))) say(describeWrong(wrong));
  }
  say(`  gate: kept ≥ ${leastKept} % in the realistic mix: ${passed ? 'passed' : 'MISSED'}`);
  return passed;
}

function measureMix(vaults: readonly NamedVault[], mix: MixName, options: Options): boolean {
  const totals = new Map(Object.keys(schemes).map((name) => [name, noScore]));
  let left = Number(options.show);
  say(`\n${mix} mix`);
  for (const [at, vault] of vaults.entries()) {
    process.stderr.write(`${mix}: ${vault.name}\n`);
    let own = noScore;
    for (const trial of trialsOf(vault, mix, Number(options.batches), Number(options.seed) + at)) {
      for (const [name, follow] of Object.entries(schemes)) {
        const { score, wrongs } = judge(trial, follow);
        totals.set(name, addScores(totals.get(name) ?? noScore, score));
        if (name !== 'ours') continue;
        own = addScores(own, score);
        for (const wrong of wrongs.slice(0, Math.max(0, left))) say(describeWrong(wrong));
        left -= wrongs.length;
      }
    }
    say(row(vault.name, own));
  }
  say('  all vaults');
  for (const [name, score] of totals) say(row(name, score));
  const ours = totals.get('ours') ?? noScore;
  const passed = precision(ours) >= gates[mix].precision && recall(ours) >= gates[mix].recall;
  say(
    `  gate: precision ≥ ${gates[mix].precision} %, recall ≥ ${gates[mix].recall} %: ${passed ? 'passed' : 'MISSED'}`,
  );
  return passed;
}

async function measure(options: Options): Promise<void> {
  const part = options.part === 'tuning' ? 'tuning' : 'held-out';
  const vaults = (await loadVaults(part)).filter(({ name }) => name.includes(options.vault ?? ''));
  say(`${part} vaults, ${options.batches} batches each; cards of edited notes only`);
  const passed = (['realistic', 'stress'] as const).map((mix) => measureMix(vaults, mix, options));
  for (const mix of ['realistic', 'stress'] as const) passed.push(await measureInApp(vaults, mix, options));
  passed.push(measureSpeed(say));
  if (passed.includes(false)) process.exitCode = 1;
}

await new Command('measure:identity')
  .option('--batches <count>', 'edited batches per vault and mix', '60')
  .option('--app-batches <count>', 'edited batches per vault and mix through the app', '10')
  .option('--seed <number>', 'start of the random numbers', '1')
  .option('--part <name>', 'held-out, or tuning', 'held-out')
  .option('--vault <name>', 'only vaults whose name holds this')
  .option('--show <count>', 'wrong and missed links to print', '0')
  .action(measure)
  .parseAsync();
