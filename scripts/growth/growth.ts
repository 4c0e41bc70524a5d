// How time grows with size: `npm run bench:growth`. Each shape is read at 1×, 2×, and 4× of a size, and what counts is
// the ratio within one run: 2 per doubling is linear, 4 is quadratic. Fails above the limit.
import { Command } from 'commander';
import { readers } from './readers.ts';
import { growthOf, type Growth } from './measure.ts';
import { noteShapes, randomShape } from './shapes.ts';

const limit = 2.5;

/** Random numbers that are the same in every run. */
function chooser(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

function line({ name, size, times, perDoubling }: Growth): string {
  const ms = times.map((time) => time.toFixed(time < 10 ? 1 : 0)).join(' / ');
  return `${perDoubling.toFixed(2).padStart(5)}  ${ms} ms from ${size}  ${name}`;
}

const program = new Command()
  .option('--random <count>', 'random texts to try', '200')
  .option('--seed <number>', 'of the random texts', '1')
  .option('--only <text>', 'shapes whose name holds this')
  .parse();
const options = program.opts<{ random: string; seed: string; only?: string }>();

/** How many of the worst results are shown. */
const shown = 10;
const all: Growth[] = [];

function measure(name: string, run: (size: number) => () => unknown): void {
  if (options.only !== undefined && !name.includes(options.only)) return;
  const growth = growthOf(name, run, limit);
  all.push(growth);
}

const shapes = [...noteShapes()];
for (const [reader, read] of readers) {
  for (const [name, shape] of shapes) {
    measure(`${reader}: ${name}`, (size) => {
      const text = shape(size);
      return () => read(text);
    });
  }
}
const choose = chooser(Number(options.seed));
for (let index = 0; index < Number(options.random); index += 1) {
  const [name, shape] = randomShape(choose);
  const [reader, read] = readers[choose(readers.length)] ?? ['', () => null];
  measure(`${reader}: random ${name}`, (size) => {
    const text = shape(size);
    return () => read(text);
  });
}

const slow = all.filter(({ perDoubling }) => perDoubling > limit);
const lastOf = ({ times }: Growth): number => times.at(-1) ?? 0;
const steepest = [...all].sort((a, b) => b.perDoubling - a.perDoubling);
const slowest = [...all].sort((a, b) => lastOf(b) - lastOf(a));
const list = (growths: readonly Growth[]): string =>
  growths
    .slice(0, Math.max(shown, options.only === undefined ? 0 : all.length))
    .map((growth) => `${line(growth)}\n`)
    .join('');
process.stdout.write(`for each doubling, the steepest:\n${list(steepest)}the slowest:\n${list(slowest)}`);
process.stdout.write(
  `${all.length} shapes, ${slow.length} that grow by more than ${limit} for each doubling\n`,
);
process.exitCode = slow.length > 0 ? 1 : 0;
