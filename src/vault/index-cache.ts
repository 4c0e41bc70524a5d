// Data kept between starts, in the device's IndexedDB: outside the vault, never synced, and may disappear at any time.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { IndexCache, LocalStore, RandomBytes } from '../app/ports.ts';

interface Schema<Value> extends DBSchema {
  readonly notes: { key: string; value: Value };
  readonly about: { key: 'version'; value: string };
}

/** Version of the database's schema, not of its content. */
const shape = 1;

const nameKey = 'note-flashcards-index';

/**
 * The name of this vault's database. Vaults share a device's storage, and may have the same name; local storage is
 * separate per vault.
 */
export function databaseName(plugin: string, store: LocalStore, random: RandomBytes): string {
  const kept = store.get(nameKey);
  if (kept !== null) return kept;
  const name = `${plugin} ${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  try {
    store.set(nameKey, name);
  } catch {
    // The store is full: the next start gets another name, and an empty index.
  }
  return name;
}

export interface VaultCache<Value = string> extends IndexCache<Value> {
  /** Permanently: an unloaded plugin holds no connection. */
  close(): void;
  /** Deletes the database. Stores nothing until the next start, so that removing the plugin leaves nothing behind. */
  clear(): Promise<void>;
}

/** Otherwise, requests made before a call that threw would be stored alone. */
function takeBack(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has already finished.
  }
}

/** @param name unique per vault and plugin */
export function indexCache<Value = string>(name: string): VaultCache<Value> {
  let isClosed = false;
  let opened: Promise<IDBPDatabase<Schema<Value>>> | null = null;

  function open(): Promise<IDBPDatabase<Schema<Value>>> {
    if (isClosed) return Promise.reject(new Error('The index is closed.'));
    opened ??= openDB<Schema<Value>>(name, shape, {
      upgrade(database) {
        database.createObjectStore('notes');
        database.createObjectStore('about');
      },
      // A newer version wants the database: don't make it wait for this one.
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

  function close(): void {
    isClosed = true;
    void opened?.then(
      (database) => database.close(),
      () => undefined,
    );
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
      return new Map(paths.map((path, index) => [path, texts[index] as Value]));
    },

    async save(version, changed) {
      const transaction = (await open()).transaction(['notes', 'about'], 'readwrite');
      const [notes, about] = [transaction.objectStore('notes'), transaction.objectStore('about')];
      // Await all of them: if there is no space, each one rejects.
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

    close,

    async clear() {
      close();
      await deleteDB(name);
    },
  };
}

const dayMs = 24 * 60 * 60 * 1000;

/** ms after which an unopened vault is considered gone. */
export const goneAfter = 60 * dayMs;

interface VaultsSchema extends DBSchema {
  readonly used: { key: string; value: number };
}

/**
 * IndexedDB outlives vaults, and nothing reveals whether one is gone; a wrong guess only slows one start a little.
 * Records that the databases of this vault are in use, and deletes those of other vaults unused for long.
 * @param name of this vault's database, from `databaseName`
 */
export async function clearGoneCaches(plugin: string, name: string, now: number): Promise<void> {
  const registry = await openDB<VaultsSchema>(`${plugin} vaults`, 1, {
    upgrade: (database) => void database.createObjectStore('used'),
  });
  try {
    await registry.put('used', now, name);
    const found = (await indexedDB.databases()).map((each) => each.name ?? '');
    const ours = new RegExp(`^${plugin} [0-9a-f]{24}(?: logs| history)?$`);
    for (const each of found.filter((one) => ours.test(one))) {
      const vault = each.replace(/ (?:logs|history)$/, '');
      const used = await registry.get('used', vault);
      // One from before usage was recorded: its time begins now.
      if (used === undefined) await registry.put('used', now, vault);
      else if (now - used > goneAfter) await deleteDB(each);
    }
    for (const vault of await registry.getAllKeys('used'))
      if (now - ((await registry.get('used', vault)) ?? now) > goneAfter)
        await registry.delete('used', vault);
  } finally {
    registry.close();
  }
}
