import { expect, test } from '@jest/globals';
import { sha256 as byLibrary } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { sha256 } from '../../scripts/node/node-sha256.ts';
import { runs } from '../random.ts';

test('hashes by Node.js are those of the library', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...sha256(bytes)]).toEqual([...byLibrary(bytes)]);
    }),
    { numRuns: runs(500) },
  );
});
