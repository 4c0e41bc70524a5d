// Which cover follows one that is gone.
import { expect, test } from '@jest/globals';
import { replaced } from '../../../../src/core/card/cover/replaced.ts';

const ids = (all: string): { id: string }[] => [...all].map((id) => ({ id }));

test.each([
  ['abc', 'abc', []],
  ['abc', 'axc', [['b', 'x', true]]],
  ['abc', 'xayc', [['b', 'a', false]]],
  ['abc', 'ac', [['b', 'c', false]]],
  ['abc', 'ab', [['c', 'b', false]]],
  ['a', '', []],
  ['', 'a', []],
])('%s, then %s', (before, after, follows) => {
  expect(replaced(ids(before), ids(after))).toEqual(follows);
});
