import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowHeights } from '../../../src/ui/parts/row-heights.ts';

const heightsOf = (expected: number, keys: readonly string[]): RowHeights => {
  const heights = new RowHeights(expected);
  heights.setRows(keys.length, (index) => keys[index] ?? '');
  return heights;
};

describe('the heights of rows', () => {
  test('are as expected until a row is measured', () => {
    const heights = heightsOf(20, ['a', 'b', 'c']);
    heights.set(1, 50);
    expect([0, 1, 2, 3].map((index) => heights.topOf(index))).toEqual([0, 20, 70, 90]);
  });

  test('stay with the key of a row when the rows change', () => {
    const heights = heightsOf(20, ['a', 'b']);
    heights.set(1, 50);
    heights.setRows(3, (index) => ['b', 'x', 'a'][index] ?? '');
    expect([0, 1, 2, 3].map((index) => heights.topOf(index))).toEqual([0, 50, 70, 90]);
  });

  test('of a missing row change nothing', () => {
    const heights = heightsOf(20, ['a']);
    heights.set(-1, 50);
    heights.set(1, 50);
    expect(heights.total).toBe(20);
  });

  test('of no rows are zero', () => {
    const heights = heightsOf(20, []);
    expect([heights.total, heights.indexAt(100), heights.topOf(3)]).toEqual([0, 0, 0]);
  });

  test('in any order of measuring give the sums of all rows above, and the row at a place', () => {
    const changes = fc.array(fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 90 })), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), changes, fc.integer(), (count, all, y) => {
        const heights = heightsOf(
          20,
          Array.from({ length: count }, (_, index) => String(index)),
        );
        const plain = Array.from({ length: count }, () => 20);
        for (const [index, height] of all) {
          heights.set(index, height);
          if (index < count) plain[index] = height;
          const tops = plain.map((_, at) => plain.slice(0, at).reduce((sum, one) => sum + one, 0));
          expect(plain.map((_, at) => heights.topOf(at))).toEqual(tops);
        }
        const at = plain.findIndex((height, index) => y < heights.topOf(index) + height);
        expect(heights.indexAt(y)).toBe(at < 0 ? count - 1 : at);
      }),
    );
  });
});
