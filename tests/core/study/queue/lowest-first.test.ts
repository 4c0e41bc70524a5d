import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LowestFirst } from '../../../../src/core/study/queue/lowest-first.ts';
import { runs } from '../../../random.ts';

test('numbers come out from the lowest on', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (numbers) => {
      const heap = new LowestFirst();
      for (const number of numbers) heap.add(number);
      expect(numbers.map(() => heap.take())).toEqual([...numbers].sort((a, b) => a - b));
      expect(heap.take()).toBeNull();
    }),
    { numRuns: runs(1_000) },
  );
});
