// Files of any kind in the vault, via Obsidian: creates new ones, reads them, and trashes them as the person's settings
// say. It can't overwrite a file.
import type { App } from 'obsidian';
import type { NewFiles } from '../app/ports.ts';
import { foldersAbove } from '../core/note/folder.ts';

export function newFiles({ vault, fileManager }: Pick<App, 'vault' | 'fileManager'>): NewFiles {
  return {
    list: () => vault.getFiles().map(({ path, stat }) => ({ path, size: stat.size })),
    bytes: async (path) => {
      const file = vault.getFileByPath(path);
      return file && new Uint8Array(await vault.readBinary(file));
    },
    create: async (path, content) => {
      for (const folder of foldersAbove(path))
        if (!(await vault.adapter.exists(folder))) await vault.createFolder(folder);
      if (typeof content === 'string') await vault.create(path, content);
      else await vault.createBinary(path, new Uint8Array(content).buffer);
    },
    trash: async (path) => {
      const file = vault.getFileByPath(path);
      if (file) await fileManager.trashFile(file);
    },
  };
}
