// What every store of the index must do: the twin in memory, the file for Node and the one over IndexedDB.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IndexCache } from '../../src/app/ports.ts';
import { databaseName, indexCache } from '../../src/vault/index-cache.ts';
import { fileIndexCache } from '../../scripts/node/index-cache.ts';
import { MemoryIndexCache } from './memory-index-cache.ts';
import { MemoryLocalStore } from './memory-log-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-cache-'));
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => rm(folder, { recursive: true }));

const twin = new WeakMap<object, MemoryIndexCache>();

/** Opens the store as each start of the app does. */
const opens: Record<string, (place: object) => IndexCache> = {
  'the twin in memory': (place) => {
    const cache = twin.get(place) ?? new MemoryIndexCache();
    twin.set(place, cache);
    return cache;
  },
  'the file for Node': () => fileIndexCache(join(folder, 'index')),
  'the adapter for IndexedDB': () => indexCache('one vault'),
};

const changed = (texts: Record<string, string | null>) => new Map(Object.entries(texts));
const odd = { 'ü☃/"a"\t.md': '["a\\tb"]\u2028', 'b.md': 'two\r\nlines', 'c.md': '', 'd.md': '[null]' };

describe.each(Object.entries(opens))('%s', (_, open) => {
  const place = {};
  const load = async (version = '1') => Object.fromEntries(await open(place).load(version));
  const save = (texts: Record<string, string | null>, version = '1') =>
    open(place).save(version, changed(texts));

  beforeEach(() => {
    twin.delete(place);
  });

  test('is empty at first', async () => {
    expect(await load()).toEqual({});
  });

  test('gives back what was saved, whatever it is', async () => {
    await save(odd);
    expect(await load()).toEqual(odd);
  });

  test('keeps the last text of a path, and forgets what is removed', async () => {
    await save({ a: '1', b: '1', c: '1' });
    await save({ a: '2', b: null });
    expect(await load()).toEqual({ a: '2', c: '1' });
  });

  test('is empty for another version', async () => {
    await save({ a: '1' });
    expect(await load('2')).toEqual({});
  });

  test("drops another version's data when it saves", async () => {
    await save({ a: '1', b: '1' });
    await save({ a: '2' }, '2');
    expect(await load('2')).toEqual({ a: '2' });
    expect(await load('1')).toEqual({});
  });

  test('saves several times in one start', async () => {
    const cache = open(place);
    await cache.load('1');
    await cache.save('1', changed({ a: '1' }));
    await cache.save('1', changed({ b: '2' }));
    expect(await load()).toEqual({ a: '1', b: '2' });
  });
});

describe('the file for Node', () => {
  test('returns what was saved before if the file was cut short', async () => {
    const file = join(folder, 'index');
    const cache = fileIndexCache(file);
    await cache.save('1', changed({ a: '1' }));
    await cache.save('1', changed({ b: '2' }));
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, -1));
    const cut = fileIndexCache(file);
    expect(Object.fromEntries(await cut.load('1'))).toEqual({ a: '1' });
    await cut.save('1', changed({ c: '3' }));
    expect(Object.fromEntries(await fileIndexCache(file).load('1'))).toEqual({ c: '3' });
  });
});

describe('the adapter for IndexedDB', () => {
  test('rejects where there is no IndexedDB', async () => {
    const { indexedDB } = globalThis;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const cache = indexCache('one vault');
    await expect(cache.load('1')).rejects.toThrow();
    await expect(cache.save('1', changed({ a: '1' }))).rejects.toThrow();
    globalThis.indexedDB = indexedDB;
  });

  test('keeps vaults apart', async () => {
    await indexCache('one vault').save('1', changed({ a: '1' }));
    expect(await indexCache('another vault').load('1')).toEqual(new Map());
  });

  test('keeps its name with the vault', () => {
    const random = (count: number) => new Uint8Array(count).fill(171);
    const store = new MemoryLocalStore();
    const name = databaseName('plugin', store, random);
    expect(name).toBe('plugin abababababababababababab');
    expect(databaseName('plugin', store, (count) => new Uint8Array(count))).toBe(name);
  });

  test('has a name where local storage is full', () => {
    const store = new MemoryLocalStore();
    store.full = true;
    expect(databaseName('plugin', store, (count) => new Uint8Array(count))).toMatch(/^plugin 0+$/);
  });
});
