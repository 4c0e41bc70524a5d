// A watchdog: no shape at 250 kB keeps the cards of a note waiting for ten seconds. All shapes when FULL is set.
import { expect, test } from '@jest/globals';
import { noteShapes } from '../../../scripts/growth/shapes.ts';
import { extractCards } from '../../../src/core/card/extract.ts';

const size = 250_000;
const mostMs = 10_000;
const all = [...noteShapes()];
const shapes = process.env.FULL ? all : all.filter((_, index) => index % 30 === 0);

/** Processor time, as the machine may be busy. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(shapes)('250 kB of %s are read within ten seconds', (_, shape) => {
  const text = shape(size);
  expect(timeOf(() => extractCards({ path: 'N.md', text }))).toBeLessThan(mostMs);
});
