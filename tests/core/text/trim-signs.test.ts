import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trimEndSigns, trimSigns } from '../../../src/core/text/trim-signs.ts';

const text = fc.string({ unit: fc.constantFrom('/', '#', ' ', 'a', '漢'), maxLength: 12 });

test('characters are trimmed from the end as a pattern would trim them', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(trimEndSigns(one, '/#')).toBe(one.replace(/[/#]+$/, ''));
    }),
  );
});

test('characters are trimmed from both ends as a pattern would trim them', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(trimSigns(one, '/#')).toBe(one.replace(/^[/#]+|[/#]+$/g, ''));
    }),
  );
});
