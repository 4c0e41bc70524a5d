// The data adapter: files by path, hidden ones included. What it changes, the vault hears of at once.
import type * as Obsidian from 'obsidian';
import type { Entry } from '../protocol.ts';
import type { Connection } from '../page/connection.ts';
import type { Failures } from './failures.ts';

export interface AdapterListener {
  changed(path: string, entry: Entry | null): void;
  renamed(path: string, to: Entry): void;
}

const bytes = new TextEncoder();

/** In pieces: a call takes only so many arguments. */
function base64Of(data: ArrayBuffer): string {
  const all = new Uint8Array(data);
  let signs = '';
  for (let at = 0; at < all.length; at += 32_768)
    signs += String.fromCharCode(...all.subarray(at, at + 32_768));
  return btoa(signs);
}

export class HostAdapter implements Obsidian.DataAdapter {
  /** Set by the vault when it opens. */
  listener: AdapterListener | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly failures: Failures,
  ) {}

  getName(): string {
    return this.connection.info.vaultName;
  }

  tree(): Promise<Entry[]> {
    return this.connection.call('tree', {});
  }

  readMany(paths: string[]): Promise<(string | null)[]> {
    return this.connection.call('readMany', { paths });
  }

  async exists(path: string): Promise<boolean> {
    await this.failures.held(path);
    return (await this.connection.call('stat', { path })) !== null;
  }

  async stat(path: string): Promise<Obsidian.Stat | null> {
    await this.failures.held(path);
    const entry = await this.connection.call('stat', { path });
    return entry && { type: entry.type, ctime: entry.ctime, mtime: entry.mtime, size: entry.size };
  }

  async list(path: string): Promise<Obsidian.ListedFiles> {
    await this.failures.held(path);
    this.failures.check('list', path);
    return this.connection.call('list', { path });
  }

  async read(path: string): Promise<string> {
    await this.failures.held(path, true);
    this.failures.check('read', path);
    // The files of an installed plugin: here they lie beside the host, not in the vault that it shows.
    const installed = /^\.obsidian\/plugins\/[^/]+\/(styles\.css|manifest\.json)$/.exec(path)?.[1];
    if (installed !== undefined) return (await fetch(`/plugin/${installed}`)).text();
    return this.connection.call('read', { path });
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    this.failures.check('read', path);
    const response = await fetch(this.getResourcePath(path));
    if (!response.ok) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return response.arrayBuffer();
  }

  async write(path: string, text: string): Promise<void> {
    this.failures.check('write', path);
    this.listener?.changed(path, await this.connection.call('write', { path, text }));
  }

  async append(path: string, text: string): Promise<void> {
    await this.failures.held(path, true);
    this.failures.check('append', path);
    this.listener?.changed(path, await this.connection.call('append', { path, text }));
  }

  /** Reads, changes and writes with no other `process` in between. */
  process(path: string, change: (data: string) => string): Promise<string> {
    const work = this.queue.then(async () => {
      const text = change(await this.read(path));
      await this.write(path, text);
      return text;
    });
    this.queue = work.catch(() => undefined);
    return work;
  }

  async mkdir(path: string): Promise<void> {
    this.failures.check('mkdir', path);
    this.listener?.changed(path, await this.connection.call('mkdir', { path }));
  }

  async remove(path: string): Promise<void> {
    this.failures.check('remove', path);
    await this.connection.call('remove', { path });
    this.listener?.changed(path, null);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    this.failures.check('remove', path);
    await this.connection.call('rmdir', { path, recursive });
    this.listener?.changed(path, null);
  }

  async rename(path: string, to: string): Promise<void> {
    this.failures.check('rename', path);
    this.listener?.renamed(path, await this.connection.call('rename', { path, to }));
  }

  async copy(path: string, to: string): Promise<void> {
    this.failures.check('write', to);
    this.listener?.changed(to, await this.connection.call('copy', { path, to }));
  }

  async trashLocal(path: string): Promise<void> {
    this.failures.check('remove', path);
    let to = `.trash/${path}`;
    for (let n = 2; await this.exists(to); n += 1) to = `.trash/${path} ${n}`;
    await this.connection.call('rename', { path, to });
    this.listener?.changed(path, null);
  }

  /** There is no system trash here; the caller falls back to the local one. */
  trashSystem(): Promise<boolean> {
    return Promise.resolve(false);
  }

  getResourcePath(path: string): string {
    return `/vault/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  async writeBinary(path: string, data: ArrayBuffer): Promise<void> {
    this.failures.check('write', path);
    const base64 = base64Of(data);
    this.listener?.changed(path, await this.connection.call('writeBinary', { path, base64 }));
  }

  async appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    this.failures.check('append', path);
    const base64 = base64Of(data);
    this.listener?.changed(path, await this.connection.call('appendBinary', { path, base64 }));
  }
}

/** UTF-8 bytes of `text`. */
export const sizeOf = (text: string) => bytes.encode(text).length;
