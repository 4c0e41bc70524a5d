import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sha256Of } from '../../../../src/core/identity/fingerprint/sha256.ts';
import { anySign } from '../../../random.ts';
import { runs } from '../cards.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nodeHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Mostly ASCII, so that whole blocks of it come, with every other kind of character in between. */
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.string({ maxLength: 90 }) }, fc.string({ unit: anySign })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

describe('SHA-256', () => {
  test.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000])(
    'is that of Node for %d characters',
    (length) => {
      expect(hex(sha256Of('x'.repeat(length)))).toBe(nodeHash('x'.repeat(length)));
    },
  );

  test.each([
    ['two bytes', 'é'.repeat(70)],
    ['three bytes, off the words', `a${'–'.repeat(70)}`],
    ['four bytes', '🂡'.repeat(40)],
    ['half of a surrogate pair', `a\ud83cb\udca1${'c'.repeat(64)}\ud83c`],
  ])('is that of Node for %s', (_, given) => {
    expect(hex(sha256Of(given))).toBe(nodeHash(given));
  });

  test('is that of Node for any text', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(hex(sha256Of(given))).toBe(nodeHash(given));
      }),
      runs(10_000),
    );
  });
});
