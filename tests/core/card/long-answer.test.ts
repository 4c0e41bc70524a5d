import { expect, test } from '@jest/globals';
import { isLongAnswer } from '../../../src/core/card/long-answer.ts';

test.each([
  ['1,500 letters', 'a'.repeat(1500), false],
  ['one more', 'a'.repeat(1501), true],
  ['600 signs of Chinese', '睡'.repeat(600), false],
  ['one more', '睡'.repeat(601), true],
  ['600 signs of Chinese among letters', `${'睡'.repeat(600)}${'a'.repeat(800)}`, false],
  ['nothing', '', false],
])('%s', (_, answer, isLong) => {
  expect(isLongAnswer(answer)).toBe(isLong);
});
