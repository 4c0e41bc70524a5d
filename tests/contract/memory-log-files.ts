// The in-memory twin of the logs, and what a device keeps beside them: for every test that needs no disk.
import type { FileStat, LocalStore, LogFiles } from '../../src/app/ports.ts';

export class MemoryLogFiles implements LogFiles {
  readonly files = new Map<string, { text: string; mtime: number }>();
  /** Paths that are listed and cannot be read: a cloud drive has not fetched them. */
  readonly evicted = new Set<string>();

  constructor(private readonly now: () => number = () => 0) {}

  list(folder: string): Promise<readonly FileStat[]> {
    if (this.files.has(folder)) return Promise.reject(new Error(`“${folder}” is a file, not a folder.`));
    const stats = [...this.files].map(([path, { text, mtime }]) => ({
      path,
      mtime,
      size: Buffer.byteLength(text),
    }));
    return Promise.resolve(stats.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith('.md')));
  }

  search(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()].filter((path) => path.endsWith('.md')));
  }

  read(path: string): Promise<string | null> {
    const isFolder = [...this.files.keys()].some((other) => other.startsWith(`${path}/`));
    if (this.evicted.has(path) || isFolder) return Promise.reject(new Error('it is not here yet'));
    return Promise.resolve(this.files.get(path)?.text ?? null);
  }

  stat(path: string): Promise<FileStat | null> {
    if (this.evicted.has(path)) return Promise.reject(new Error('it is not here yet'));
    const file = this.files.get(path);
    return Promise.resolve(file ? { path, mtime: file.mtime, size: Buffer.byteLength(file.text) } : null);
  }

  append(path: string, text: string): Promise<void> {
    const blocked = [...this.files.keys()].some((other) => path.startsWith(`${other}/`));
    if (blocked) return Promise.reject(new Error(`a file stands where the folder of “${path}” should be`));
    this.files.set(path, { text: (this.files.get(path)?.text ?? '') + text, mtime: this.now() });
    return Promise.resolve();
  }
}

export class MemoryLocalStore implements LocalStore {
  readonly values = new Map<string, string>();
  full = false;
  /** Characters of all values. */
  limit = Infinity;

  get size(): number {
    return [...this.values.values()].reduce((sum, text) => sum + text.length, 0);
  }

  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  set(key: string, value: string | null): void {
    if (value === null) this.values.delete(key);
    else {
      const others = [...this.values].reduce((sum, [at, text]) => sum + (at === key ? 0 : text.length), 0);
      if (this.full || others + value.length > this.limit) throw new Error('the quota is exceeded');
      this.values.set(key, value);
    }
  }
}
