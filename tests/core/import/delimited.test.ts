import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRows, writeRow } from '../../../src/core/import/delimited.ts';
import { runs } from '../../random.ts';

describe('a table as text', () => {
  test('is read as it was written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\t', '\n', '#', ' ', 'é') });
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom(',', '\t'), (table, separator) => {
        const text = table.map((fields) => writeRow(fields, separator)).join('\n');
        expect(readRows(text, separator).rows.map(({ fields }) => fields)).toEqual(table);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('with Windows line endings has no stray characters', () => {
    expect(readRows('a,b\r\nc,d\r\n', ',').rows.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('reports the line of a row, and of a quote that is never closed', () => {
    const { rows, unclosed } = readRows('a,"b\nc"\nd,"e', ',', 5);
    expect([rows.map(({ line }) => line), unclosed]).toEqual([[5, 7], 7]);
  });
});
