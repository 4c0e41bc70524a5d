import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { PagedBytes } from '../../../../src/core/import/sqlite/paged-bytes.ts';
import { runs } from '../../../random.ts';

const lengths = fc.array(fc.oneof(fc.nat(300), fc.nat(1_500_000), fc.constant(0x10_0000)), { maxLength: 6 });

test('bytes that come in pieces are those pieces one after the other', () => {
  fc.assert(
    fc.property(lengths, fc.nat(4_000_000), (parts, place) => {
      const pieces = parts.map((length, nth) => new Uint8Array(length).fill(nth + 1));
      const bytes = new PagedBytes();
      for (const piece of pieces) bytes.add(piece);
      const all = Buffer.concat(pieces);
      expect(bytes.size).toBe(all.length);
      expect(Buffer.compare(bytes.whole(), all)).toBe(0);
      expect(Buffer.compare(Buffer.concat([...bytes.pieces()]), all)).toBe(0);
      // A page never crosses a segment.
      const from = place - (place % 4096);
      expect(Buffer.compare(bytes.view(from, 4096), all.subarray(from, from + 4096))).toBe(0);
    }),
    { numRuns: runs(400) },
  );
});
