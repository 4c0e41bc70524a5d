// A long text as a name on one line.
import { expect, test } from '@jest/globals';
import { shortened } from '../../../src/core/text/shortened.ts';

test.each([
  ['abcde', 5, 5, 'abcde'],
  ['abcdef', 5, 5, 'abcde…'],
  ['abcdef', 5, 4, 'abcd…'],
  ['abcd efg', 5, 5, 'abcd…'],
  ['𝛼𝛽𝛾𝛿', 3, 2, '𝛼𝛽…'],
  ['', 5, 5, ''],
])('%s, at most %i, kept %i: %s', (text, longest, kept, name) => {
  expect(shortened(text, longest, kept)).toBe(name);
});
