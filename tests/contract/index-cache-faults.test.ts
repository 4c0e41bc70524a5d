// What may happen to the database of the index while the app has it open.
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { indexCache } from '../../src/vault/index-cache.ts';

const texts = (...paths: readonly string[]) => new Map(paths.map((path) => [path, `text of ${path}`]));

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  jest.restoreAllMocks();
});

const kept = async () => Object.fromEntries(await indexCache('one vault').load('1'));

/** Lets the promises that nobody waits for be told. */
const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

describe('a database that is full in the middle of a save', () => {
  const faults: Record<string, (store: IDBObjectStore) => void> = {
    'as the browser says it, when all has been asked for': ({ transaction }) => {
      queueMicrotask(() => transaction.abort());
    },
    'at once': () => {
      throw new DOMException('no room', 'QuotaExceededError');
    },
  };

  test.each(Object.entries(faults))('(%s) keeps what it had, and the save rejects once', async (_, fail) => {
    const cache = indexCache('one vault');
    await cache.save('1', texts('a', 'b'));
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    let puts = 0;
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      puts += 1;
      if (puts === 3) fail(this);
      return put.apply(this, args);
    });
    await expect(cache.save('1', texts('b', 'c', 'd', 'e'))).rejects.toThrow();
    await settle();
    jest.restoreAllMocks();
    expect(await kept()).toEqual(Object.fromEntries(texts('a', 'b')));
    expect(unhandled).toEqual([]);
    await cache.save('1', texts('f'));
    expect(await kept()).toEqual(Object.fromEntries(texts('a', 'b', 'f')));
  });
});

describe('a database that is deleted while the app has it open', () => {
  const erase = () =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('one vault');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(new Error('not deleted'));
    });

  test('releases it, is empty, and accepts what comes after', async () => {
    const cache = indexCache('one vault');
    await cache.save('1', texts('a'));
    await erase();
    expect(await cache.load('1')).toEqual(new Map());
    await cache.save('1', texts('b'));
    expect(await kept()).toEqual(Object.fromEntries(texts('b')));
  });

  test('during a save and a load breaks neither', async () => {
    const cache = indexCache('one vault');
    await cache.save('1', texts('a'));
    await Promise.all([cache.save('1', texts('b')), cache.load('1'), erase(), cache.save('1', texts('c'))]);
    await cache.save('1', texts('d'));
    expect(await kept()).toMatchObject(Object.fromEntries(texts('d')));
    expect(unhandled).toEqual([]);
  });
});

test('a database of a newer shape is left alone: load and save reject', async () => {
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('one vault', 2);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  const cache = indexCache('one vault');
  await expect(cache.load('1')).rejects.toThrow();
  await expect(cache.save('1', texts('a'))).rejects.toThrow();
  await settle();
  expect(unhandled).toEqual([]);
});
