// A watchdog: no shape keeps the cards of a note waiting for twenty seconds of processor time, which CI needs for what a
// desk takes three for. Every shape is read at 250 kB where FULL or LONG is set, some in the quick loop.
import { expect, test } from '@jest/globals';
import { noteShapes } from '../../../scripts/growth/shapes.ts';
import { extractCards } from '../../../src/core/card/extract.ts';

const mostMs = 20_000;
const shapes = [...noteShapes()];
const some = shapes.filter((_, index) => index % 30 === 6);

/** Processor time, as the machine may be busy. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function timeOfCards(text: string): number {
  return timeOf(() => extractCards({ path: 'N.md', text }));
}

test.each(process.env.FULL || process.env.LONG ? shapes : some)(
  '250 kB of %s are read within twenty seconds',
  (_, shape) => {
    expect(timeOfCards(shape(250_000))).toBeLessThan(mostMs);
  },
);
