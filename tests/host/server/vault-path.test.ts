import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insideVault, RefusedPath } from './vault-path.ts';

let base = '';
let root = '';

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'host-')));
  root = join(base, 'vault');
  await mkdir(join(root, 'folder'), { recursive: true });
  await writeFile(join(base, 'secret.md'), 'secret');
  await mkdir(join(base, 'vault-next-door'));
  await symlink(join(base, 'secret.md'), join(root, 'link.md'));
  await symlink(base, join(root, 'up'));
});

afterAll(() => rm(base, { recursive: true }));

describe('a path of the vault', () => {
  test.each(['note.md', 'folder/new note.md', 'not/yet/there.md', '..dots.md', 'a..b/c.md', ''])(
    'may be %j',
    async (path) => {
      await expect(insideVault(root, path)).resolves.toBe(join(root, path));
    },
  );

  test.each([
    '../secret.md',
    'folder/../../secret.md',
    '..',
    '/etc/passwd',
    '..\\secret.md',
    'folder\\..\\..\\secret.md',
    './note.md',
    'note.md\0.png',
    'link.md',
    'up/secret.md',
    'up/new.md',
    '../vault-next-door/x.md',
  ])('is refused if it is %j', async (path) => {
    await expect(insideVault(root, path)).rejects.toBeInstanceOf(RefusedPath);
  });
});
