// The in-memory twin of a vault's notes and links.
import type { FileStat, NoteFiles, NoteLinks } from '../../src/app/ports.ts';
import { createResolver } from '../../src/core/links/resolve.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';

/** Texts of which each one that is put there is newer than all before. */
class StampedTexts extends Map<string, string> {
  /** ms since 1970. */
  readonly mtimes = new Map<string, number>();
  #last = 0;

  override set(path: string, text: string): this {
    this.mtimes.set(path, (this.#last += 1));
    return super.set(path, text);
  }
}

export class MemoryNotes implements NoteFiles {
  readonly texts = new StampedTexts();
  /** When each note was changed; can be put right, or wrong. */
  readonly mtimes = this.texts.mtimes;
  /** Paths that are there and cannot be read. */
  readonly broken = new Set<string>();
  /** Paths of files that are no notes, which links find. */
  readonly others = new Set<string>();
  /** Every path that was read, in order. */
  readonly reads: string[] = [];

  constructor(notes: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(notes)) this.texts.set(path, text);
  }

  list(): readonly FileStat[] {
    return [...this.texts.keys()].flatMap((path) => this.stat(path) ?? []);
  }

  stat(path: string): FileStat | null {
    const text = this.texts.get(path);
    if (text === undefined) return null;
    return { path, mtime: this.mtimes.get(path) ?? 0, size: Buffer.byteLength(text) };
  }

  read(path: string): Promise<string | null> {
    this.reads.push(path);
    if (this.broken.has(path)) return Promise.reject(new Error('the disk says no'));
    return Promise.resolve(this.texts.get(path) ?? null);
  }

  links(): NoteLinks {
    const resolve = (target: string, from: string): string | null =>
      createResolver([...this.texts.keys(), ...this.others])(target, from);
    return {
      resolve,
      from: (path) =>
        findLinks(this.texts.get(path) ?? '').flatMap(({ target }) => resolve(target, path) ?? []),
    };
  }
}
