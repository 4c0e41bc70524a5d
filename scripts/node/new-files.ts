// Files of any kind in a vault on disk, for the command line and the browser host. It can't overwrite a file.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NewFiles } from '../../src/app/ports.ts';
import { listFiles } from './vault.ts';

const bin = '.trash';

/** `root`: the vault's folder. */
export function nodeNewFiles(root: string): NewFiles {
  return {
    list: () => listFiles(root).files,
    bytes: (path) => readFile(join(root, path)).catch(() => null),
    create: async (path, content) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content, { flag: 'wx' }).catch((error: unknown) => {
        const { code } = Object(error) as { readonly code?: unknown };
        throw code === 'EEXIST' ? new Error('A file of this name exists already.') : error;
      });
    },
    trash: async (path) => {
      await mkdir(dirname(join(root, bin, path)), { recursive: true });
      await rename(join(root, path), join(root, bin, path));
    },
  };
}
