// Unresolved links, as Obsidian tracks them.
import type { App } from 'obsidian';

/** Whether a note links to notes that do not exist. */
export function missingLinks({ metadataCache }: App): (path: string) => boolean {
  return (path) => Object.keys(metadataCache.unresolvedLinks[path] ?? {}).length > 0;
}
