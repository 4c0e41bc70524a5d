import { describe, expect, test } from '@jest/globals';
import { groupBy, startMatching } from '../../../src/core/identity/matching.ts';
import { print } from './fingerprints.ts';

const [a, b, x, y] = [print('a'), print('b'), print('x'), print('y')] as const;

describe('links', () => {
  test.each([
    ['are refused where the old card has one', a, y],
    ['are refused where the new card has one', b, x],
    ['are refused where they are made already', a, x],
  ])('%s', (_, from, to) => {
    const matching = startMatching<string, string>();
    matching.link(a, x, 'exact', 1);
    expect([matching.link(from, to, 'similar', 0.7), matching.matches]).toEqual([
      false,
      [{ from: a, to: x, step: 'exact', score: 1 }],
    ]);
  });

  test('are made between cards that have none', () => {
    const matching = startMatching<string, string>();
    expect([matching.link(a, x, 'exact', 1), matching.link(b, y, 'similar', 0.7)]).toEqual([true, true]);
  });

  test('lead from one side to the other, and null from a free card', () => {
    const matching = startMatching<string, string>();
    matching.link(a, x, 'exact', 1);
    expect([matching.newOf(a), matching.newOf(b), matching.oldOf(x), matching.oldOf(y)]).toEqual([
      x,
      null,
      a,
      null,
    ]);
  });

  test('leave the other cards free', () => {
    const matching = startMatching<string, string>();
    matching.link(a, x, 'exact', 1);
    expect([matching.freeOld([a, b]), matching.freeNew([x, y])]).toEqual([[b], [y]]);
  });
});

test('values are grouped in the order they came, without those that have no key', () => {
  const keyOf = (word: string): string | null => word[0] ?? null;
  expect([...groupBy(['be', 'at', '', 'by'], keyOf)]).toEqual([
    ['b', ['be', 'by']],
    ['a', ['at']],
  ]);
});
