// The notes of the vault, as listed by Obsidian. Read-only.
import type { App, CachedMetadata, TFile } from 'obsidian';
import type { FileStat, NoteFiles } from '../app/ports.ts';
import { isInFolders } from '../core/note/folder.ts';
import { mayHaveTag } from '../core/note/tags/tags.ts';

/** Whether a note may have one of the tags. If Obsidian doesn't know the tags, only reading the note can tell. */
function mayBeTagged(cache: CachedMetadata | null, tags: readonly string[]): boolean {
  if (!cache) return true;
  const { frontmatter, sections } = cache;
  if (!frontmatter && sections?.[0]?.type === 'yaml') return true;
  // Not `getAllTags`: how it handles properties depends on the app version.
  const inBody = (cache.tags ?? []).map(({ tag }) => tag);
  return mayHaveTag(frontmatter ?? {}, inBody, tags);
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
            mayBeTagged(metadataCache.getFileCache(file), wanted.tags),
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
