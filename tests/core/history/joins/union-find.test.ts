import { test } from '@jest/globals';
import fc from 'fast-check';
import { UnionFind } from '../../../../src/core/history/joins/union-find.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';

const ids = Array.from({ length: 13 }, (_, n) => `card${n}`);
const id = fc.constantFrom(...ids);
const pairs = fc.array(fc.tuple(id, id), { maxLength: 20 });

/** The smallest id that can be reached, by walking. */
function walk(start: string, joins: readonly (readonly [string, string])[]): string {
  const found = new Set([start]);
  for (const at of found) {
    for (const [a, b] of joins) {
      if (a === at) found.add(b);
      if (b === at) found.add(a);
    }
  }
  return [...found].sort()[0] ?? start;
}

test('the smallest id stands for a set, in whatever order it was joined and asked', () => {
  const shuffled = pairs.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.array(id)),
  );
  fc.assert(
    fc.property(shuffled, ([list, order, questions]) => {
      const sets = new UnionFind();
      for (const [n, [a, b]] of order.entries()) {
        sets.join(n % 2 ? a : b, n % 2 ? b : a);
        sets.find(questions[n] ?? a);
      }
      expectAlike(
        ids.map((one) => sets.find(one)),
        ids.map((one) => walk(one, list)),
      );
    }),
    { numRuns: runs(20_000) },
  );
});
