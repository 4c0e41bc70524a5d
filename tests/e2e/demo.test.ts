// `npm run demo` and the start of the browser, as a person meets them.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Harness } from './harness.ts';

const root = resolve(import.meta.dirname, '..', '..');
let folder = '';
/** Where the demo makes its copies: other programs make theirs elsewhere. */
let copiesFolder = '';
let demo: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  copiesFolder = await mkdtemp(join(tmpdir(), 'demo-copies-'));
  await writeFile(join(folder, 'note.md'), 'a note');
});
afterEach(async () => {
  demo?.kill('SIGKILL');
  await rm(folder, { recursive: true });
  await rm(copiesFolder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the demo; `line` gets the first line that it prints, and the end of the process is awaited. */
function run(args: readonly string[], line?: (text: string) => Promise<void>): Promise<Ended> {
  const env = { ...process.env, TMPDIR: copiesFolder };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...args], { cwd: root, env });
  demo = child;
  let [out, err] = ['', ''];
  let shown: Promise<void> | null = null;
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (out.includes('\n')) shown ??= line?.(out).finally(() => child.kill('SIGINT')) ?? null;
  });
  return new Promise((done, fail) => {
    child.on('close', (code) => {
      if (shown) shown.then(() => done({ code, out, err }), fail);
      else done({ code, out, err });
    });
  });
}

const urlIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0] ?? '';

describe('the demo', () => {
  test('prints its address in one line, serves the folder, and ends on Ctrl+C', async () => {
    let note = '';
    const { code, out } = await run([folder], async (text) => {
      note = await (await fetch(`${urlIn(text)}vault/note.md`)).text();
    });
    expect(note).toBe('a note');
    expect([code, out.trim().split('\n').length]).toEqual([0, 1]);
  });

  test('works on a copy, and removes the copy again', async () => {
    const copies = async () =>
      (await readdir(copiesFolder)).filter((name) => name.startsWith('note-flashcards-'));
    let made = 0;
    await run([folder], async (text) => {
      made = (await copies()).length;
      const body = JSON.stringify({ path: 'note.md', text: 'changed' });
      await fetch(`${urlIn(text)}api/write?client=x`, { method: 'POST', body });
    });
    expect(await readFile(join(folder, 'note.md'), 'utf8')).toBe('a note');
    expect([made, (await copies()).length]).toEqual([1, 0]);
  });

  test('works in the folder itself if asked', async () => {
    await run([folder, '--in-place'], async (text) => {
      const body = JSON.stringify({ path: 'note.md', text: 'changed' });
      await fetch(`${urlIn(text)}api/write?client=x`, { method: 'POST', body });
    });
    expect(await readFile(join(folder, 'note.md'), 'utf8')).toBe('changed');
  });

  test('says in one sentence that a folder does not exist', async () => {
    const missing = join(folder, 'none');
    const { code, out, err } = await run([missing]);
    expect([code, out, err]).toEqual([1, '', `There is no folder ${missing}\n`]);
  });

  test('says in one sentence that a port is invalid', async () => {
    const { code, err } = await run([folder, '--port', 'many']);
    expect([code, err]).toEqual([1, '--port wants a number from 0 to 65535, not many\n']);
  });
});

test('without a browser, the harness says where it looked', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/no/such/chromium';
  try {
    await expect(Harness.start()).rejects.toThrow(
      'There is no browser at /no/such/chromium, which CHROMIUM_PATH names.',
    );
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
