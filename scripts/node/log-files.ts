// The logs of a vault on disk, for the command line and the browser host.
import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStat, LogFiles } from '../../src/app/ports.ts';

function isMissing(error: unknown): boolean {
  const { code } = Object(error) as { readonly code?: unknown };
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** `root`: the vault's folder. */
export function nodeLogFiles(root: string): LogFiles {
  async function listFolder(folder: string): Promise<FileStat[]> {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const found = entries.map(async (entry): Promise<FileStat[]> => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFolder(path);
      if (!entry.isFile() || !entry.name.endsWith('.md')) return [];
      const { mtimeMs, size } = await stat(join(root, path));
      return [{ path, mtime: mtimeMs, size }];
    });
    return (await Promise.all(found)).flat();
  }

  return {
    async list(folder) {
      try {
        if ((await stat(join(root, folder))).isFile())
          throw new Error(`“${folder}” is a file, not a folder.`);
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
      return listFolder(folder);
    },

    async search() {
      const entries = await readdir(root, { recursive: true });
      const paths = entries.map((path) => path.replaceAll('\\', '/'));
      // Skips hidden files, as Obsidian does.
      return paths.filter((path) => path.endsWith('.md') && !/(^|\/)\./.test(path));
    },

    async read(path) {
      try {
        return await readFile(join(root, path), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async stat(path) {
      try {
        const found = await stat(join(root, path));
        return found.isFile() ? { path, mtime: found.mtimeMs, size: found.size } : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async append(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await appendFile(join(root, path), text);
    },
  };
}
