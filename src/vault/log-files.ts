// The logs of the vault, over Obsidian's file adapter. Lists, reads and appends; it could not overwrite a log.
import type { DataAdapter } from 'obsidian';
import type { FileStat, LogFiles } from '../app/ports.ts';
import { problemWords } from '../core/text/strings.ts';

type Adapter = Pick<DataAdapter, 'append' | 'exists' | 'list' | 'mkdir' | 'read' | 'stat'>;

/** iCloud leaves `.name.md.icloud` in place of a file that it has not fetched. */
const EVICTED = /(^|\/)\.([^/]+\.md)\.icloud$/;

export function vaultLogFiles(adapter: Adapter): LogFiles {
  async function listFolder(folder: string): Promise<FileStat[]> {
    const { files, folders } = await adapter.list(folder);
    const own = files.map(async (path): Promise<FileStat[]> => {
      if (EVICTED.test(path)) return [{ path: path.replace(EVICTED, '$1$2'), mtime: 0, size: 0 }];
      if (!path.endsWith('.md')) return [];
      const stat = await adapter.stat(path);
      return stat ? [{ path, mtime: stat.mtime, size: stat.size }] : [];
    });
    return (await Promise.all([...own, ...folders.map(listFolder)])).flat();
  }

  async function makeFolders(path: string): Promise<void> {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
    }
  }

  return {
    async list(folder) {
      const stat = await adapter.stat(folder);
      if (stat === null) return [];
      if (stat.type === 'file') throw new Error(problemWords.folder.isFile(folder));
      return listFolder(folder);
    },

    async read(path) {
      if (!(await adapter.exists(path))) {
        const evicted = `${path.slice(0, path.lastIndexOf('/') + 1)}.${path.slice(path.lastIndexOf('/') + 1)}.icloud`;
        if (await adapter.exists(evicted)) throw new Error(problemWords.storage.notFetched);
        return null;
      }
      try {
        return await adapter.read(path);
      } catch (error) {
        if (!(await adapter.exists(path))) return null;
        throw error;
      }
    },

    async append(path, text) {
      await makeFolders(path);
      await adapter.append(path, text);
    },
  };
}
