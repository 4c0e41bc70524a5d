import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trimEndSigns, trimSigns } from '../../../src/core/text/trim-signs.ts';

const text = fc.string({ unit: fc.constantFrom('/', '#', ' ', 'a', '漢'), maxLength: 12 });

test('signs go from the end as a pattern would take them', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(trimEndSigns(one, '/#')).toBe(one.replace(/[/#]+$/, ''));
    }),
  );
});

test('signs go from both ends as a pattern would take them', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(trimSigns(one, '/#')).toBe(one.replace(/^[/#]+|[/#]+$/g, ''));
    }),
  );
});
