// The operations of the page on the real folder, and nothing outside of it.
import {
  appendFile,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry, Operation, Operations } from '../protocol.ts';
import { insideVault } from './vault-path.ts';

type Handlers = { [O in Operation]: (args: Operations[O]['args']) => Promise<Operations[O]['result']> };

function failure(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

/** Calls one operation by name after checking its arguments, which came over the wire. */
export async function perform(handlers: Handlers, operation: string, args: unknown): Promise<unknown> {
  if (!Object.hasOwn(handlers, operation)) throw failure('EINVAL', `no operation ${operation}`);
  for (const [key, value] of Object.entries(args ?? {})) {
    const good =
      key === 'paths'
        ? Array.isArray(value) && value.every((path) => typeof path === 'string')
        : typeof value === (key === 'recursive' ? 'boolean' : 'string');
    if (!good) throw failure('EINVAL', `${operation}: ${key} has the wrong type`);
  }
  const handler = handlers[operation as Operation] as (args: unknown) => Promise<unknown>;
  return handler(args ?? {});
}

/** `root` is a real path (no symbolic link in it). */
export function vaultFiles(root: string): Handlers {
  const at = (path: string) => insideVault(root, path === '/' ? '' : path);

  async function entryAt(path: string, absolute: string): Promise<Entry> {
    const found = await stat(absolute);
    const folder = found.isDirectory();
    return {
      path,
      type: folder ? 'folder' : 'file',
      ctime: Math.round(found.birthtimeMs),
      mtime: Math.round(found.mtimeMs),
      size: folder ? 0 : found.size,
    };
  }

  const entry = async (path: string) => entryAt(path, await at(path));

  /** A link that leads out of the vault or nowhere, or a file that vanished in between, is not in the vault. */
  async function walk(folder: string): Promise<Entry[]> {
    const children = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    const found = await Promise.all(
      children.map(async (child) => {
        if (child.name.startsWith('.') || child.name === 'node_modules') return [];
        const path = folder === '' ? child.name : `${folder}/${child.name}`;
        // Only a link can lead out; to check each of 10,000 files would take seconds.
        const one = await (child.isSymbolicLink() ? entry(path) : entryAt(path, join(root, path))).catch(
          () => null,
        );
        if (!one) return [];
        return one.type === 'folder' ? [one, ...(await walk(path))] : [one];
      }),
    );
    return found.flat();
  }

  async function missing(path: string): Promise<void> {
    if (await entry(path).catch(() => null))
      throw failure('EEXIST', `Destination file already exists! ${path}`);
  }

  return {
    tree: () => walk(''),
    stat: async ({ path }) => {
      try {
        return await entry(path);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return null;
        throw error;
      }
    },
    list: async ({ path }) => {
      const base = path === '' || path === '/' ? '' : `${path}/`;
      const listed: { files: string[]; folders: string[] } = { files: [], folders: [] };
      for (const child of await readdir(await at(path), { withFileTypes: true })) {
        (child.isDirectory() ? listed.folders : listed.files).push(base + child.name);
      }
      return listed;
    },
    read: async ({ path }) => readFile(await at(path), 'utf8'),
    readMany: ({ paths }) =>
      Promise.all(paths.map(async (path) => readFile(await at(path), 'utf8').catch(() => null))),
    write: async ({ path, text }) => {
      await writeFile(await at(path), text);
      return entry(path);
    },
    append: async ({ path, text }) => {
      await appendFile(await at(path), text);
      return entry(path);
    },
    writeBinary: async ({ path, base64 }) => {
      await writeFile(await at(path), Buffer.from(base64, 'base64'));
      return entry(path);
    },
    appendBinary: async ({ path, base64 }) => {
      await appendFile(await at(path), Buffer.from(base64, 'base64'));
      return entry(path);
    },
    mkdir: async ({ path }) => {
      await mkdir(await at(path), { recursive: true });
      return entry(path);
    },
    remove: async ({ path }) => {
      await unlink(await at(path));
      return null;
    },
    rmdir: async ({ path, recursive }) => {
      const absolute = await at(path);
      if (absolute === root) throw failure('EPERM', 'the vault itself is never removed');
      await (recursive ? rm(absolute, { recursive: true }) : rmdir(absolute));
      return null;
    },
    rename: async ({ path, to }) => {
      await missing(to);
      await mkdir(dirname(await at(to)), { recursive: true });
      await rename(await at(path), await at(to));
      return entry(to);
    },
    copy: async ({ path, to }) => {
      await missing(to);
      await copyFile(await at(path), await at(to));
      return entry(to);
    },
  };
}
