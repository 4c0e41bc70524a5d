// What every folder of logs must do: the twin in memory, the adapter for Node and the one for Obsidian.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { LogFiles } from '../../src/app/ports.ts';
import { nodeLogFiles } from '../../scripts/node/log-files.ts';
import { vaultLogFiles } from '../../src/vault/log-files.ts';
import { MemoryDataAdapter } from './memory-data-adapter.ts';
import { MemoryLogFiles } from './memory-log-files.ts';

interface Bench {
  readonly logs: LogFiles;
  /** Puts a file there as the user or a sync program does. */
  readonly put: (path: string, text: string) => Promise<void>;
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const benches: Record<string, () => Promise<Bench>> = {
  'the twin in memory': () => {
    const logs = new MemoryLogFiles();
    return Promise.resolve({
      logs,
      put: (path, text) => {
        logs.files.set(path, { text, mtime: 1 });
        return Promise.resolve();
      },
    });
  },
  'the adapter for Node': async () => {
    const root = await mkdtemp(join(tmpdir(), 'log-files-'));
    folders.push(root);
    return {
      logs: nodeLogFiles(root),
      async put(path, text) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      },
    };
  },
  'the adapter for Obsidian': () => {
    const adapter = new MemoryDataAdapter();
    return Promise.resolve({
      logs: vaultLogFiles(adapter, () => adapter.paths()),
      async put(path, text) {
        const parts = path.split('/').slice(0, -1);
        for (let depth = 1; depth <= parts.length; depth += 1) {
          const folder = parts.slice(0, depth).join('/');
          if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
        }
        await adapter.write(path, text);
      },
    });
  },
};

const FILE = 'Flashcards/log/desk01/log-desk01-2026-11.md';

describe.each(Object.entries(benches))('%s', (_, open) => {
  const pathsOf = async (logs: LogFiles) => (await logs.list('Flashcards')).map(({ path }) => path).sort();

  test('lists nothing if the folder does not exist', async () => {
    const { logs } = await open();
    expect(await logs.list('Flashcards')).toEqual([]);
  });

  test('lists Markdown files at all depths, and no others', async () => {
    const { logs, put } = await open();
    for (const path of ['Flashcards/README.md', FILE, 'Flashcards/a.png', 'Flashcards2/b.md', 'c.md'])
      await put(path, 'x');
    expect(await pathsOf(logs)).toEqual(['Flashcards/README.md', FILE]);
  });

  test('reports sizes in bytes', async () => {
    const { logs, put } = await open();
    await put(FILE, 'ü☃');
    expect(await logs.list('Flashcards')).toMatchObject([{ path: FILE, size: 5 }]);
  });

  test('finds every Markdown file of the vault', async () => {
    const { logs, put } = await open();
    for (const path of ['a.md', 'Other/b.md', 'Other/c.png', FILE]) await put(path, 'x');
    expect([...(await logs.search())].sort()).toEqual([FILE, 'Other/b.md', 'a.md']);
  });

  test('reports the same for one file as the list, and null for none or a folder', async () => {
    const { logs, put } = await open();
    await put(FILE, 'ü☃');
    expect(await logs.stat(FILE)).toEqual((await logs.list('Flashcards'))[0]);
    expect([await logs.stat('Flashcards/log'), await logs.stat('Flashcards/other.md')]).toEqual([null, null]);
  });

  test('reads what was put there', async () => {
    const { logs, put } = await open();
    await put(FILE, 'ü☃\r\n\0');
    expect(await logs.read(FILE)).toBe('ü☃\r\n\0');
  });

  test('reads null where there is no file, even below a file', async () => {
    const { logs, put } = await open();
    await put('Flashcards', 'a file');
    expect([await logs.read(FILE), await logs.read('none.md')]).toEqual([null, null]);
  });

  test('rejects a file that exists but cannot be read', async () => {
    const { logs, put } = await open();
    await put('Flashcards/a.md/b.md', 'x');
    await expect(logs.read('Flashcards/a.md')).rejects.toThrow();
  });

  test('appends, and creates missing files and folders', async () => {
    const { logs } = await open();
    await logs.append(FILE, 'one\n');
    await logs.append(FILE, 'two ü\n');
    expect(await logs.read(FILE)).toBe('one\ntwo ü\n');
    expect(await pathsOf(logs)).toEqual([FILE]);
  });

  test('rejects listing and appending where the folder is a file', async () => {
    const { logs, put } = await open();
    await put('Flashcards', 'a file');
    await expect(logs.list('Flashcards')).rejects.toThrow(/is a file|folder\/isFile/);
    await expect(logs.append(FILE, 'x')).rejects.toThrow();
    expect(await logs.read('Flashcards')).toBe('a file');
  });
});

describe('the adapter for Obsidian', () => {
  test('lists a file that iCloud has not fetched, and does not treat it as gone', async () => {
    const adapter = new MemoryDataAdapter();
    const logs = vaultLogFiles(adapter, () => adapter.paths());
    await adapter.mkdir('Flashcards');
    await adapter.write('Flashcards/.log-a-2026-11.md.icloud', 'placeholder');
    expect(await logs.list('Flashcards')).toMatchObject([{ path: 'Flashcards/log-a-2026-11.md' }]);
    await expect(logs.read('Flashcards/log-a-2026-11.md')).rejects.toThrow('storage/notFetched');
  });
});
