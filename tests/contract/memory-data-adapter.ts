// A small DataAdapter in memory that is as strict as any platform of Obsidian's: folders must be made one by one,
// listing what is not there throws, and so does a rename to a name that is taken.
import type { DataAdapter, ListedFiles, Stat } from 'obsidian';

type Part = 'append' | 'exists' | 'list' | 'mkdir' | 'read' | 'rename' | 'stat' | 'write';

export class MemoryDataAdapter implements Pick<DataAdapter, Part> {
  private readonly files = new Map<string, string>();
  private readonly folders = new Set<string>(['']);

  private parentOf(path: string): string {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  }

  private needParent(path: string): Promise<void> {
    if (this.folders.has(this.parentOf(path))) return Promise.resolve();
    return Promise.reject(new Error(`ENOENT: no such file or directory, open '${path}'`));
  }

  /** Markdown files, as the index of the vault has them. */
  paths(): string[] {
    return [...this.files.keys()].filter((path) => path.endsWith('.md'));
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.files.has(path) || this.folders.has(path));
  }

  stat(path: string): Promise<Stat | null> {
    const text = this.files.get(path);
    if (text === undefined && !this.folders.has(path)) return Promise.resolve(null);
    const type = text === undefined ? 'folder' : 'file';
    return Promise.resolve({ type, ctime: 1, mtime: 1, size: Buffer.byteLength(text ?? '') });
  }

  list(path: string): Promise<ListedFiles> {
    if (!this.folders.has(path))
      return Promise.reject(new Error(`ENOENT: no such directory, scandir '${path}'`));
    const within = (names: Iterable<string>) =>
      [...names].filter((name) => name !== '' && this.parentOf(name) === path);
    return Promise.resolve({ files: within(this.files.keys()), folders: within(this.folders) });
  }

  read(path: string): Promise<string> {
    const text = this.files.get(path);
    if (text !== undefined) return Promise.resolve(text);
    const code = this.folders.has(path) ? 'EISDIR' : 'ENOENT';
    return Promise.reject(new Error(`${code}: cannot read '${path}'`));
  }

  async mkdir(path: string): Promise<void> {
    await this.needParent(path);
    if (this.files.has(path) || this.folders.has(path))
      throw new Error(`EEXIST: file already exists, mkdir '${path}'`);
    this.folders.add(path);
  }

  async append(path: string, text: string): Promise<void> {
    await this.needParent(path);
    this.files.set(path, (this.files.get(path) ?? '') + text);
  }

  async write(path: string, text: string): Promise<void> {
    await this.needParent(path);
    this.files.set(path, text);
  }

  async rename(path: string, target: string): Promise<void> {
    if (await this.exists(target)) throw new Error('Destination file already exists!');
    this.files.set(target, await this.read(path));
    this.files.delete(path);
  }
}
