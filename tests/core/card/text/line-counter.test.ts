import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineCounter } from '../../../../src/core/card/text/line-counter.ts';

test('counts the line ends before a place, whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '\r\n') }),
      fc.array(fc.nat(30)),
      (text, places) => {
        const lineAt = lineCounter(text);
        for (const at of places.filter((place) => place <= text.length))
          expect(lineAt(at)).toBe(text.slice(0, at).split('\n').length);
      },
    ),
  );
});
