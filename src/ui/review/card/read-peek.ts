// A preview of a note: its summary, or else its first paragraph.
import type { App } from 'obsidian';

/** Markdown; null if the note has neither. */
export async function readPeek(
  { vault, metadataCache }: App,
  path: string,
  summaryKeys: readonly string[],
): Promise<string | null> {
  const file = vault.getFileByPath(path);
  const cache = file && metadataCache.getFileCache(file);
  if (!cache) return null;
  for (const [key, value] of Object.entries(cache.frontmatter ?? {})) {
    if (summaryKeys.includes(key.toLowerCase()) && typeof value === 'string' && value.trim() !== '')
      return value;
  }
  const first = cache.sections?.find(({ type }) => type === 'paragraph');
  if (!first) return null;
  const text = await vault.cachedRead(file);
  return text.slice(first.position.start.offset, first.position.end.offset);
}
