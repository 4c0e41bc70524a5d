// Notes of a base, sorted and grouped by what their cards say.
import { describe, expect, test } from '@jest/globals';
import { arrange, type Arrangement } from '../../../src/ui/bases/arrange.ts';

const format = { number: String, percent: (value: number) => `${String(Math.round(value * 100))}%` };
const row = (name: string, due: number, recall: number | null) => ({
  name,
  figures: { cards: 10, due, new: 0, recall },
});
const none = { name: 'none', figures: null };
const [a, b, c, d] = [row('a', 3, 0.82), row('b', 0, null), row('c', 3, 0.89), row('d', 12, 1)];
const base = [
  { name: 'x', rows: [a, none, b] },
  { name: 'y', rows: [c, d] },
];
const asBase: Arrangement = { sortBy: null, groupBy: null, descending: false };

function arranged(how: Partial<Arrangement>) {
  return arrange(format, base, { ...asBase, ...how }).map(({ name, rows }) => [
    name,
    rows.map((one) => one.name).join(' '),
  ]);
}

describe('a base', () => {
  test('is as it was given without an own order', () => {
    expect(arrange(format, base, asBase)).toBe(base);
  });

  test('is sorted within its groups, in either direction; what has no value is last', () => {
    expect(arranged({ sortBy: 'due' })).toEqual([
      ['x', 'b a none'],
      ['y', 'c d'],
    ]);
    expect(arranged({ sortBy: 'recall', descending: true })).toEqual([
      ['x', 'a none b'],
      ['y', 'd c'],
    ]);
  });

  test('is grouped by a number instead of by its property', () => {
    expect(arranged({ groupBy: 'due' })).toEqual([
      ['0', 'b'],
      ['3', 'a c'],
      ['12', 'd'],
      [null, 'none'],
    ]);
    expect(arranged({ groupBy: 'due', descending: true }).map(([name]) => name)).toEqual([
      '12',
      '3',
      '0',
      null,
    ]);
  });

  test('is grouped by retention in tens, and sorted in the groups', () => {
    expect(arranged({ groupBy: 'recall', sortBy: 'recall', descending: true })).toEqual([
      ['90%–100%', 'd'],
      ['80%–90%', 'c a'],
      [null, 'none b'],
    ]);
  });
});
