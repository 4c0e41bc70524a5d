// The in-memory twin of a vault's files of any kind, over its notes.
import type { NewFiles } from '../../src/app/ports.ts';
import type { MemoryNotes } from './memory-notes.ts';

export class MemoryNewFiles implements NewFiles {
  /** Files that are no notes. */
  readonly binary = new Map<string, Uint8Array>();
  readonly trashed: string[] = [];
  /** Why a file cannot be created, such as a full disk. */
  refuses: (path: string) => Error | null = () => null;

  constructor(readonly notes: MemoryNotes) {}

  *list(): Iterable<{ readonly path: string; readonly size: number }> {
    yield* this.notes.list();
    for (const [path, { length }] of this.binary) yield { path, size: length };
  }

  bytes(path: string): Promise<Uint8Array | null> {
    const text = this.notes.texts.get(path);
    return Promise.resolve(
      this.binary.get(path) ?? (text === undefined ? null : new TextEncoder().encode(text)),
    );
  }

  create(path: string, content: string | Uint8Array): Promise<void> {
    const key = path.toLowerCase();
    if ([...this.list()].some((file) => file.path.toLowerCase() === key))
      return Promise.reject(new Error('File already exists.'));
    const error = this.refuses(path);
    if (error) return Promise.reject(error);
    if (typeof content === 'string') this.notes.texts.set(path, content);
    else {
      this.binary.set(path, content);
      this.notes.others.add(path);
    }
    return Promise.resolve();
  }

  trash(path: string): Promise<void> {
    this.trashed.push(path);
    this.notes.texts.delete(path);
    this.binary.delete(path);
    this.notes.others.delete(path);
    return Promise.resolve();
  }
}
