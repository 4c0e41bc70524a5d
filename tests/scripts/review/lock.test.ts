import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { configFolder } from '../../../scripts/node/record/config-folder.ts';
import { locked } from '../../../scripts/node/record/lock.ts';

let folder = '';
const lock = (): string => join(folder, 'vault.lock');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs that would meet: how many there are, and the most that ran at once. */
async function meet(count: number): Promise<{ readonly ran: number; readonly most: number }> {
  let [ran, now, most] = [0, 0, 0];
  await Promise.all(
    Array.from({ length: count }, () =>
      locked(lock(), async () => {
        ran += 1;
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      }),
    ),
  );
  return { ran, most };
}

describe('a lock', () => {
  test('lets one run at a time, and leaves nothing', async () => {
    expect(await meet(5)).toEqual({ ran: 5, most: 1 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a process that has ended is broken by one of those who wait', async () => {
    // Process ids end far below this one.
    writeFileSync(lock(), JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'dead' }));
    expect(await meet(5)).toEqual({ ran: 5, most: 1 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a process that runs, or of another computer, is kept, and named', async () => {
    for (const owner of [
      { pid: process.ppid, host: hostname(), token: 'a' },
      { pid: 2 ** 30, host: 'elsewhere', token: 'b' },
    ]) {
      writeFileSync(lock(), JSON.stringify(owner));
      await expect(locked(lock(), () => Promise.resolve(), 60)).rejects.toThrow(lock());
    }
  });

  test('is gone after a failure', async () => {
    await expect(locked(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('the configuration folder is where each system has it, and a variable names another', () => {
  const last = (env: Record<string, string>, platform: string): string =>
    configFolder(env, platform).replaceAll('\\', '/');
  expect(last({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/x/note-flashcards');
  expect(last({}, 'linux')).toMatch(/\/\.config\/note-flashcards$/);
  expect(last({ APPDATA: '/a' }, 'win32')).toBe('/a/note-flashcards');
  expect(last({}, 'darwin')).toMatch(/\/Library\/Application Support\/note-flashcards$/);
  expect(last({ NOTE_FLASHCARDS_CONFIG: '/t' }, 'linux')).toBe('/t');
});
