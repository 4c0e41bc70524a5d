import { expect, test } from '@jest/globals';
import { firstDifference } from '../../../src/core/text/first-difference.ts';

test.each([
  ['', '', null],
  ['a\nb\n', 'a\r\nb\r\n', null],
  ['\uFEFFa', 'a', null],
  ['a\nb', 'a\nc', 2],
  ['a', 'a\nb', 2],
  ['x\na', 'a', 1],
])('%j and %j differ first on line %j', (a, b, line) => {
  expect(firstDifference(a, b)).toBe(line);
});
