// What is kept between starts, in the device's IndexedDB: beside the vault, never synced, and gone at any time.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { IndexCache, LocalStore, RandomBytes } from '../app/ports.ts';

interface Schema extends DBSchema {
  readonly notes: { key: string; value: string };
  readonly about: { key: 'version'; value: string };
}

/** Of the shape of the database, not of what stands in it. */
const shape = 1;

const nameKey = 'note-flashcards-index';

/**
 * The name of this vault's database. Vaults share the storage of a device, and may have one name; local storage is
 * each vault's own.
 */
export function databaseName(plugin: string, store: LocalStore, random: RandomBytes): string {
  const kept = store.get(nameKey);
  if (kept !== null) return kept;
  const name = `${plugin} ${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  try {
    store.set(nameKey, name);
  } catch {
    // The store is full: another name, and an empty index, at the next start.
  }
  return name;
}

export interface VaultCache extends IndexCache {
  /** For good: a plugin that was unloaded holds no connection. */
  close(): void;
}

/** What was asked for before a call that threw would be kept alone. */
function takeBack(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** @param name one for each vault and plugin */
export function indexCache(name: string): VaultCache {
  let isClosed = false;
  let opened: Promise<IDBPDatabase<Schema>> | null = null;

  function open(): Promise<IDBPDatabase<Schema>> {
    if (isClosed) return Promise.reject(new Error('The index is closed.'));
    opened ??= openDB<Schema>(name, shape, {
      upgrade(database) {
        database.createObjectStore('notes');
        database.createObjectStore('about');
      },
      // A newer program wants the database: it must not wait for this one.
      blocking(_, __, event) {
        (event.target as IDBDatabase).close();
        opened = null;
      },
      terminated() {
        opened = null;
      },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }

  return {
    async load(version) {
      const transaction = (await open()).transaction(['notes', 'about']);
      const notes = transaction.objectStore('notes');
      const [own, paths, texts] = await Promise.all([
        transaction.objectStore('about').get('version'),
        notes.getAllKeys(),
        notes.getAll(),
      ]);
      if (own !== version) return new Map();
      return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
    },

    async save(version, changed) {
      const transaction = (await open()).transaction(['notes', 'about'], 'readwrite');
      const [notes, about] = [transaction.objectStore('notes'), transaction.objectStore('about')];
      // All are waited for: where there is no room each of them rejects.
      const asked: Promise<unknown>[] = [transaction.done];
      try {
        if ((await about.get('version')) !== version)
          asked.push(notes.clear(), about.put(version, 'version'));
        for (const [path, text] of changed)
          asked.push(text === null ? notes.delete(path) : notes.put(text, path));
      } catch (error) {
        takeBack(transaction);
        await Promise.allSettled(asked);
        throw error;
      }
      await Promise.all(asked);
    },

    close() {
      isClosed = true;
      void opened?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}
