import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from '@jest/globals';
import { clearGoneCaches, goneAfter, indexCache } from '../../src/vault/index-cache.ts';

const [own, other] = ['plugin 000000000000000000000001', 'plugin 000000000000000000000002'];
const START = Date.UTC(2026, 10, 2);

async function fill(name: string): Promise<void> {
  const cache = indexCache(name);
  await cache.save('1', new Map([['a.md', 'text']]));
  cache.close();
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  for (const name of [own, other]) for (const each of [name, `${name} logs`]) await fill(each);
});

test("the caches of a vault go when it was not opened for sixty days, and no other's", async () => {
  await fill('another plugin 000000000000000000000002');
  await clearGoneCaches('plugin', other, START);
  await clearGoneCaches('plugin', own, START + goneAfter);
  expect(await names()).toContain(`${other} logs`);
  await clearGoneCaches('plugin', own, START + goneAfter + 1);
  expect(await names()).toEqual([
    'another plugin 000000000000000000000002',
    own,
    `${own} logs`,
    'plugin vaults',
  ]);
});

test('an unknown database is kept for sixty days from when it is first seen', async () => {
  await clearGoneCaches('plugin', own, START);
  await clearGoneCaches('plugin', own, START + goneAfter);
  expect(await names()).toContain(other);
  await clearGoneCaches('plugin', own, START + goneAfter + 1);
  expect(await names()).not.toContain(other);
});

test('a cache that is cleared is gone, and keeps nothing until the next start', async () => {
  const cache = indexCache(own);
  await cache.load('1');
  await cache.clear();
  expect(await names()).not.toContain(own);
  await expect(cache.save('1', new Map([['a.md', 'text']]))).rejects.toThrow();
  expect(await indexCache(own).load('1')).toEqual(new Map());
});
