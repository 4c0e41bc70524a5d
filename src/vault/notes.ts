// The notes of the vault, as Obsidian lists them. Reads only.
import { getAllTags, type App, type CachedMetadata, type TFile } from 'obsidian';
import type { FileStat, NoteFiles } from '../app/ports.ts';
import { isInFolders } from '../core/note/folder.ts';
import { isUnder } from '../core/note/tags.ts';

/** Whether a note may have one of the tags. Where Obsidian does not know the tags, only reading the note tells. */
function mayHaveTag(cache: CachedMetadata | null, tags: readonly string[]): boolean {
  if (!cache) return true;
  const isBroken = cache.sections?.[0]?.type === 'yaml' && !cache.frontmatter;
  if (isBroken) return true;
  const names = getAllTags(cache) ?? [];
  return names.some((name) => tags.some((tag) => isUnder(name.replace(/^#/, ''), tag)));
}

const statOf = ({ path, stat }: TFile): FileStat => ({ path, mtime: stat.mtime, size: stat.size });

export function noteFiles({ vault, metadataCache }: App): NoteFiles {
  return {
    list: (wanted) =>
      vault
        .getMarkdownFiles()
        .filter(
          (file) =>
            wanted === null ||
            isInFolders(file.path, wanted.folders) ||
            mayHaveTag(metadataCache.getFileCache(file), wanted.tags),
        )
        .map(statOf),
    stat: (path) => {
      const file = vault.getFileByPath(path);
      return file && statOf(file);
    },
    read: async (path) => {
      const file = vault.getFileByPath(path);
      return file ? vault.cachedRead(file) : null;
    },
  };
}
