import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideBundle } from '../../scripts/cli/bundle.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(folder, 'main.ts'), "import { word } from './word.ts';\nconsole.log(word);\n");
  say('one');
});

afterEach(() => rmSync(folder, { recursive: true }));

function say(word: string): void {
  writeFileSync(join(folder, 'word.ts'), `export const word: string = '${word}';\n`);
}

/** What the program prints, and when its bundle was made. */
async function run(): Promise<{ readonly printed: string; readonly made: number }> {
  const bundle = join(folder, 'cache/main.mjs');
  await provideBundle(join(folder, 'main.ts'), bundle);
  const printed = execFileSync(process.execPath, [bundle], { encoding: 'utf8' }).trim();
  return { printed, made: statSync(bundle).mtimeMs };
}

test('a bundle is kept while no file in it changes', async () => {
  const first = await run();
  expect(first.printed).toBe('one');
  expect(await run()).toEqual(first);
});

test('a bundle is made again once a file in it has changed, even to an older one', async () => {
  await run();
  say('another');
  utimesSync(join(folder, 'word.ts'), 1000, 1000);
  expect((await run()).printed).toBe('another');
});

test('a library may ask for its modules as the bundle itself does', async () => {
  writeFileSync(
    join(folder, 'word.ts'),
    "import { createRequire } from 'module';\nexport const word = typeof createRequire;\n",
  );
  expect((await run()).printed).toBe('function');
});

test('a damaged bundle is made again', async () => {
  await run();
  writeFileSync(join(folder, 'cache/main.mjs'), '');
  expect((await run()).printed).toBe('one');
});

test('a program that cannot be compiled is an error', async () => {
  writeFileSync(join(folder, 'word.ts'), 'export const = 1;');
  await expect(run()).rejects.toThrow('word.ts:1:13');
});
