// Links that lead nowhere, as Obsidian knows them.
import type { App } from 'obsidian';

/** Whether a note links to pages that are not there. */
export function missingLinks({ metadataCache }: App): (path: string) => boolean {
  return (path) => Object.keys(metadataCache.unresolvedLinks[path] ?? {}).length > 0;
}
