// Provides links from Obsidian's metadata cache.
import type { App } from 'obsidian';
import type { NoteLinks } from '../app/ports.ts';

export function noteLinks({ metadataCache }: Pick<App, 'metadataCache'>): NoteLinks {
  return {
    resolve: (target, from) =>
      target === '' ? from : (metadataCache.getFirstLinkpathDest(target, from)?.path ?? null),
    from: (path) => Object.keys(metadataCache.resolvedLinks[path] ?? {}),
  };
}
