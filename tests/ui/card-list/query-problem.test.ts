// What a wrong query is told.
import { expect, test } from '@jest/globals';
import { parseCardBlock } from '../../../src/core/query/card-block.ts';
import { queryProblemText } from '../../../src/ui/card-list/query-problem.ts';
import { english } from '../../english.ts';

test.each([
  ['limit: 0', 'limit: Enter a whole number from 1 to 9,999.'],
  ['limit: 2.5', 'limit: Enter a whole number from 1 to 9,999.'],
  ['limit: -1', 'limit: Enter a whole number from 1 to 9,999.'],
  ['lapses>many', 'Column 8: “lapses” needs a number, not “many”.'],
])('of “%s”: “%s”', (source, sentence) => {
  const block = parseCardBlock(source);
  const problems = 'query' in block ? [] : block;
  expect(problems.map(({ problem }) => queryProblemText(english, problem))).toEqual([sentence]);
});
