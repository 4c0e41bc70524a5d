// The in-memory twin of a vault's notes and links.
import type { FileStat, NoteFiles, NoteLinks } from '../../src/app/ports.ts';
import { createResolver } from '../../src/core/links/resolve.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';

export class MemoryNotes implements NoteFiles {
  readonly texts = new Map<string, string>();
  /** Paths that are there and cannot be read. */
  readonly broken = new Set<string>();
  /** Every path that was read, in order. */
  readonly reads: string[] = [];

  constructor(notes: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(notes)) this.texts.set(path, text);
  }

  list(): readonly FileStat[] {
    return [...this.texts].map(([path, text]) => ({ path, mtime: 0, size: Buffer.byteLength(text) }));
  }

  exists(path: string): boolean {
    return this.texts.has(path);
  }

  read(path: string): Promise<string | null> {
    this.reads.push(path);
    if (this.broken.has(path)) return Promise.reject(new Error('the disk says no'));
    return Promise.resolve(this.texts.get(path) ?? null);
  }

  links(): NoteLinks {
    const resolve = (target: string, from: string): string | null =>
      createResolver(this.texts.keys())(target, from);
    return {
      resolve,
      from: (path) =>
        findLinks(this.texts.get(path) ?? '').flatMap(({ target }) => resolve(target, path) ?? []),
    };
  }
}
