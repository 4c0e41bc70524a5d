// Notes that are damaged in every way that one can think of: nothing throws, and the cards are sound.
import { test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { damagedNote } from './damaged-note.ts';
import { expectSound } from './sound-cards.ts';

test('a damaged note gives sound cards, the same both times', () => {
  fc.assert(fc.property(damagedNote, expectSound), { numRuns: runs(400, 25) });
});

test('any bytes give sound cards', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000, size: 'max' }), (bytes) => {
      expectSound(`# Before\ntext\n${Buffer.from(bytes).toString('utf8')}`);
    }),
    { numRuns: runs(400, 20) },
  );
});
