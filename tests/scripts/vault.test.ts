// A vault on disk in which some things cannot be read: they are told, and the others are read.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../scripts/node/vault.ts';
import { readNotes } from '../../scripts/node/notes.ts';

let vault = '';

beforeEach(async () => {
  vault = await mkdtemp(join(tmpdir(), 'vault-'));
  await mkdir(join(vault, 'Folder'));
  await writeFile(join(vault, 'A.md'), 'a');
  await writeFile(join(vault, 'Folder', 'B.md'), 'b');
});

afterEach(async () => {
  await chmod(join(vault, 'Folder'), 0o700);
  await rm(vault, { recursive: true });
});

const paths = () => listFiles(vault).files.map(({ path }) => path);
const told = () => listFiles(vault).problems.map(({ path, line }) => `${path}:${String(line)}`);

test('a note and a folder that are links are read', async () => {
  await symlink(join(vault, 'A.md'), join(vault, 'Link.md'));
  await symlink(join(vault, 'Folder'), join(vault, 'Other'));
  expect([...(await readNotes(vault)).texts]).toEqual([
    ['A.md', 'a'],
    ['Folder/B.md', 'b'],
    ['Link.md', 'a'],
    ['Other/B.md', 'b'],
  ]);
  expect(told()).toEqual([]);
});

test('a broken link is reported', async () => {
  await symlink(join(vault, 'Gone.md'), join(vault, 'Link.md'));
  expect(paths()).toEqual(['A.md', 'Folder/B.md']);
  expect(told()).toEqual(['Link.md:1']);
});

test('a link into its own folder is reported, and not followed', async () => {
  await symlink(vault, join(vault, 'Folder', 'Up'));
  expect(paths()).toEqual(['A.md', 'Folder/B.md']);
  expect((await readNotes(vault)).problems).toEqual([
    {
      path: 'Folder/Up',
      line: 1,
      message: 'This link leads into a folder that it is in, so it is skipped.',
    },
  ]);
});

test('two links to each other are reported', async () => {
  await symlink(join(vault, 'Two.md'), join(vault, 'One.md'));
  await symlink(join(vault, 'One.md'), join(vault, 'Two.md'));
  expect(told()).toEqual(['One.md:1', 'Two.md:1']);
});

/** Runs without the rights of root, who may read every folder. */
function withoutRoot<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run();
  const nobody = 65534;
  process.seteuid?.(nobody);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

test('a folder that cannot be read is reported', async () => {
  await chmod(vault, 0o755);
  await chmod(join(vault, 'Folder'), 0);
  withoutRoot(() => {
    expect(paths()).toEqual(['A.md']);
    expect(told()).toEqual(['Folder:1']);
  });
});
