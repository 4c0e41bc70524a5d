// How time grows with size: `npm run bench:growth`. Each shape is read at 1×, 2× and 4× of a size, and what counts is
// the ratio within one run: 2 for each doubling is linear, 4 is quadratic. Fails above the limit.
import { Command } from 'commander';
import { readers } from './readers.ts';
import { growthOf, type Growth } from './measure.ts';
import { noteShapes, randomShape } from './shapes.ts';

const limit = 2.5;

/** Random numbers that are the same in each run. */
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
  .option('--random <count>', 'random texts to try', '300')
  .option('--seed <number>', 'of the random texts', '1')
  .option('--only <text>', 'shapes whose name holds this')
  .parse();
const options = program.opts<{ random: string; seed: string; only?: string }>();

const slow: Growth[] = [];
let count = 0;
let slowest: Growth | null = null;

function measure(name: string, run: (size: number) => () => unknown): void {
  if (options.only !== undefined && !name.includes(options.only)) return;
  const growth = growthOf(name, run, limit);
  count += 1;
  const last = growth.times.at(-1) ?? 0;
  if (last > (slowest?.times.at(-1) ?? 0)) slowest = growth;
  if (growth.perDoubling > limit) slow.push(growth);
  if (growth.perDoubling > limit || options.only !== undefined) process.stdout.write(`${line(growth)}\n`);
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

const worst = slowest as Growth | null;
process.stdout.write(
  `${count} shapes, ${slow.length} that grow by more than ${limit} for each doubling\n${worst ? `the slowest: ${line(worst)}\n` : ''}`,
);
process.exitCode = slow.length > 0 ? 1 : 0;
