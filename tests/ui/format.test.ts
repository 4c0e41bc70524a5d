// Numbers and days as they are shown.
import { expect, test } from '@jest/globals';
import { buildFormat, stabilityText } from '../../src/ui/format.ts';

test.each([
  [0.02, '< 1 d'],
  [0.99, '< 1 d'],
  [1, '1 d'],
  [12.4, '12 d'],
])('a stability of %d days is %j', (stability, text) => {
  expect(stabilityText(buildFormat('en').days, stability)).toBe(text);
});
