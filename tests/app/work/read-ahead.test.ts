import { expect, test } from '@jest/globals';
import { inTurn } from '../../../src/app/work/read-ahead.ts';

const later = <T>(value: T, ticks: number): Promise<T> =>
  ticks === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, ticks - 1));

test('returns all in order, whichever ends first, and begins few at a time', async () => {
  let [begun, given, most] = [0, 0, 0];
  const results: number[] = [];
  const items = Array.from({ length: 50 }, (_, at) => at);
  for await (const result of inTurn(items, (at) => ((begun += 1), later(at * 2, (at * 7) % 11)))) {
    results.push(result);
    most = Math.max(most, begun - given);
    given += 1;
  }
  expect(results).toEqual(items.map((at) => at * 2));
  expect(most).toBe(8);
});

test('returns nothing for nothing', async () => {
  for await (const result of inTurn([], () => Promise.resolve(1))) expect(result).toBeUndefined();
});

test('rejects in the place of the one that failed', async () => {
  const given: number[] = [];
  const run = async (): Promise<void> => {
    const all = inTurn([0, 1, 2, 3], (at) => (at === 2 ? Promise.reject(new Error('gone')) : later(at, 9)));
    for await (const one of all) given.push(one);
  };
  await expect(run()).rejects.toThrow('gone');
  expect(given).toEqual([0, 1]);
});
