// What Obsidian knows about a note and no card holds; nothing is read for it.
import type { App } from 'obsidian';
import type { NoteFacts } from '../../app/browse/card-row.ts';
import { isManyTags } from '../../core/note/tags/tags.ts';
import { foldCase } from '../../core/text/fold-case.ts';

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'string') return [foldCase(value.trim())];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

export function noteFacts({ vault, metadataCache }: App): NoteFacts {
  const cacheOf = (path: string) => metadataCache.getCache(path);
  const properties = (path: string) => Object.entries(cacheOf(path)?.frontmatter ?? {});
  return {
    hasMissing: (path) => Object.keys(metadataCache.unresolvedLinks[path] ?? {}).length > 0,
    changedAt: (path) => vault.getFileByPath(path)?.stat.mtime ?? null,
    tags: (path) => {
      const inText = (cacheOf(path)?.tags ?? []).map(({ tag }) => foldCase(tag));
      const own = properties(path).flatMap(([key, value]) => (key === 'tags' ? texts(value) : []));
      return [...inText, ...own.filter((tag) => !isManyTags(tag))].map((tag) => tag.replace(/^#/, ''));
    },
    property: (path, name) => {
      const found = properties(path).filter(([key]) => foldCase(key) === name);
      return found.length > 0 ? found.flatMap(([, value]) => texts(value)) : null;
    },
  };
}
