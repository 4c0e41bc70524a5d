import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composed } from '../../../src/core/text/composed.ts';
import { anySign, runs } from '../../random.ts';

test('each character of the basic plane is normalized, alone, after a letter and after an accent', () => {
  for (let code = 0; code < 0x1_0000; code += 1) {
    const sign = String.fromCharCode(code);
    for (const text of [sign, `a${sign}`, `${sign}\u0301`, `\u1100${sign}`])
      if (composed(text) !== text.normalize('NFC')) expect([code, composed(text)]).toBe([code, text]);
  }
});

test('any text is normalized', () => {
  const sign = fc.oneof(
    anySign,
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      expect(composed(text)).toBe(text.normalize('NFC'));
    }),
    { numRuns: runs(20_000, 200) },
  );
});
