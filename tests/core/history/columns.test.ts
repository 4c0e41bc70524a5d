// Columns come back as they were, in whichever bytes; a block that was damaged does not.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Column,
  readColumns,
  textColumn,
  textsOf,
  writeColumns,
} from '../../../src/core/history/packed/columns.ts';
import { runs } from '../../random.ts';

const edges = [0, -0, -1, 255, 256, 65535, 65536, 0x7fff_ffff, 0x8000_0000, -0x8000_0000, -0x8000_0001];
const number = fc.oneof(
  fc.constantFrom(...edges, NaN, Infinity, -Infinity, 0.5, 2 ** 53),
  fc.nat(300),
  fc.integer(),
  fc.double(),
);
const column: fc.Arbitrary<Column> = fc.oneof(
  fc.array(number, { maxLength: 20 }).map((numbers) => Float64Array.from(numbers)),
  fc.array(fc.constantFrom(...edges), { maxLength: 20 }).map((numbers) => Float64Array.from(numbers)),
  fc.array(fc.integer(), { maxLength: 20 }).map((numbers) => Int32Array.from(numbers)),
  fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 4 }).map(textColumn),
);
const same = (a: Column, b: Column | undefined): boolean =>
  b?.length === a.length && [...a].every((value, at) => Object.is(value, b[at]));

test('every number is what it was', () => {
  fc.assert(
    fc.property(fc.array(column, { maxLength: 6 }), (columns) => {
      const read = readColumns(7, writeColumns(7, columns));
      expect(columns.every((one, at) => same(one, read?.[at]))).toBe(true);
    }),
    { numRuns: runs(1000, 50) },
  );
});

test('texts with any signs are what they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const [read = new Uint8Array()] = readColumns(7, writeColumns(7, [textColumn(texts)])) ?? [];
      expect(textsOf(read)).toEqual(texts);
    }),
    { numRuns: runs(300, 30) },
  );
});

test('a block with any other byte is not read', () => {
  fc.assert(
    fc.property(
      fc.array(column, { maxLength: 6 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (columns, at, by) => {
        const block = writeColumns(7, columns);
        const place = at % block.length;
        block[place] = (block[place] ?? 0) ^ by;
        expect(readColumns(7, block)).toBeNull();
      },
    ),
    { numRuns: runs(1000, 50) },
  );
});
