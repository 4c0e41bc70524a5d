// The logs of the vault, via Obsidian's file adapter. Lists, reads and appends; it can't overwrite a log.
import type { DataAdapter } from 'obsidian';
import type { FileStat, LogFiles } from '../app/ports.ts';
import { MessageError, problemMessage } from '../core/text/message.ts';

type Adapter = Pick<DataAdapter, 'append' | 'exists' | 'list' | 'mkdir' | 'read' | 'stat'>;

/** iCloud leaves `.name.md.icloud` in place of a file it hasn't downloaded. */
const evicted = /(^|\/)\.([^/]+\.md)\.icloud$/;

/** @param notes paths of all Markdown files Obsidian knows */
export function vaultLogFiles(adapter: Adapter, notes: () => readonly string[]): LogFiles {
  async function listFolder(folder: string): Promise<FileStat[]> {
    const { files, folders } = await adapter.list(folder);
    const own = files.map(async (path): Promise<FileStat[]> => {
      if (evicted.test(path)) return [{ path: path.replace(evicted, '$1$2'), mtime: 0, size: 0 }];
      if (!path.endsWith('.md')) return [];
      const stat = await adapter.stat(path);
      return stat ? [{ path, mtime: stat.mtime, size: stat.size }] : [];
    });
    return (await Promise.all([...own, ...folders.map(listFolder)])).flat();
  }

  async function hasEvicted(path: string): Promise<boolean> {
    const name = path.lastIndexOf('/') + 1;
    return adapter.exists(`${path.slice(0, name)}.${path.slice(name)}.icloud`);
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
      if (stat.type === 'file') throw new MessageError(problemMessage('folder/isFile', folder));
      return listFolder(folder);
    },

    search: () => Promise.resolve(notes()),

    async read(path) {
      if (!(await adapter.exists(path))) {
        if (await hasEvicted(path)) throw new MessageError(problemMessage('storage/notFetched'));
        return null;
      }
      try {
        return await adapter.read(path);
      } catch (error) {
        if (!(await adapter.exists(path))) return null;
        throw error;
      }
    },

    async stat(path) {
      const stat = await adapter.stat(path);
      if (stat?.type === 'file') return { path, mtime: stat.mtime, size: stat.size };
      if (stat === null && (await hasEvicted(path)))
        throw new MessageError(problemMessage('storage/notFetched'));
      return null;
    },

    async append(path, text) {
      await makeFolders(path);
      await adapter.append(path, text);
    },
  };
}
