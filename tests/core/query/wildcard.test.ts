// What `*` finds.
import { expect, test } from '@jest/globals';
import { surePart, wildcard, wildcardPath } from '../../../src/core/query/wildcard.ts';

test.each([
  ['a*c', 'xabcx', true, false],
  ['a*c', 'abc', true, true],
  ['*', '', true, true],
  ['a*', 'ab', true, true],
  ['*b', 'ab', true, true],
  ['a*a', 'a', false, false],
  ['a**b', 'axb', true, true],
  ['ab*ab', 'abab', true, true],
  ['ab*ba', 'aba', false, false],
  ['a*b*c', 'a b b c', true, true],
  ['a\\*c', 'a*c', true, true],
  ['a\\*c', 'abc', false, false],
  ['a\\*\\*c', 'a**c', true, true],
  ['a\\b*c', 'a\\bxc', true, true],
  ['\\', '\\', true, true],
])('%j in %j: part %p, whole %p', (wanted, text, part, whole) => {
  expect([wildcard(wanted, false)(text), wildcard(wanted, true)(text)]).toEqual([part, whole]);
});

test.each([
  ['a', 'a/b', true],
  ['a', 'ab', false],
  ['*/b', 'a/b/c', true],
  ['b*', 'a/b', false],
  ['*', '', false],
])('%j is at or above %j: %p', (wanted, path, expected) => {
  expect(wildcardPath(wanted)(path)).toBe(expected);
});

test('what is sure of a text is its longest part', () => {
  expect(['a*bcd*ef', '*', 'a\\*b*c'].map(surePart)).toEqual(['bcd', '', 'a*b']);
});
