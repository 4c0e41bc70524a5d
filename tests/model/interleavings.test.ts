// Random interleavings of two and three devices: `npm run test:long` tries 20,000, `npm test` 2,000, `npm run check` 200.
// SEED=<number> tries others; a failure prints its seed and the fewest steps that show it.
import { expect, test } from '@jest/globals';
import { dice } from './dice.ts';
import { Interleaving } from './interleaving.ts';

const count = process.env.LONG ? 20_000 : process.env.FULL ? 2_000 : process.env.FEW ? 20 : 200;
const first = Number(process.env.SEED ?? 1);

function stepsOf(seed: number): readonly number[] {
  const roll = dice(seed + 1_000_000);
  return Array.from({ length: 10 + roll(31) }, () => roll(2 ** 31));
}

async function wrongIn(seed: number, steps: readonly number[]): Promise<string | null> {
  try {
    return (await Interleaving.run(seed, steps)).wrong;
  } catch (error) {
    return `it throws: ${error instanceof Error ? String(error.stack) : String(error)}`;
  }
}

/** Leaves out steps, in smaller and smaller pieces, while something is still wrong. */
async function shrunk(seed: number, steps: readonly number[]): Promise<readonly number[]> {
  let few = steps;
  for (let size = Math.ceil(few.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < few.length;) {
      const fewer = [...few.slice(0, at), ...few.slice(at + size)];
      if ((await wrongIn(seed, fewer)) === null) at += size;
      else few = fewer;
    }
  }
  return few;
}

test(`${String(count)} interleavings lose no review, and every device shows what its fresh start shows`, async () => {
  for (let seed = first; seed < first + count; seed += 1) {
    const steps = stepsOf(seed);
    if ((await wrongIn(seed, steps)) === null) continue;
    const few = await shrunk(seed, steps);
    const { trace } = await Interleaving.run(seed, few);
    const said = [`SEED=${String(seed)}, ${String(few.length)} steps:`, ...trace, await wrongIn(seed, few)];
    expect(said.join('\n')).toBe('');
  }
});
