// Two devices for thirty days over several ways of syncing: no review is lost, and both say the same in the end.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectAlike } from '../../alike.ts';
import { runs } from '../../random.ts';
import type { Transport } from '../transport.ts';
import { live, type Month, type Side } from '../two-devices.ts';

const cardsOf = (side: Side) => [...side.history.cards].sort(([one], [two]) => (one < two ? -1 : 1));

async function holds(month: Month): Promise<void> {
  const { sides, lost } = await live(month);
  const [a, b] = sides;
  expect(lost).toEqual([]);
  if (!a || !b) throw new Error('two sides');
  expectAlike(cardsOf(a), cardsOf(b));
  // And what they say now, they say after a restart.
  const before = cardsOf(a);
  await a.start(a.device.now);
  expectAlike(cardsOf(a), before);
  expect(a.history.problems()).toEqual([]);
}

describe.each<Transport>(['last writer wins', 'Markdown merge', 'conflicted copies'])(
  'thirty days over %s',
  (transport) => {
    test.each([
      ['promptly', 0, false],
      ['up to six days late', 6, false],
      ['promptly, by a device and its copy,', 0, true],
      ['up to six days late, by a device and its copy,', 6, true],
    ])('%s lose no review, and end up equal', async (_, late, cloned) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(1_000_000), (seed) => holds({ transport, seed, late, cloned })),
        { numRuns: runs(24, 1) },
      );
    });
  },
);
