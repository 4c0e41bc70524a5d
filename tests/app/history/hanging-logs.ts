// Logs on a drive that hangs: what was asked of it comes back when the drive is let go, not before.
import type { FileStat, LogFiles } from '../../../src/app/ports.ts';
import type { MemoryLogFiles } from '../../contract/memory-log-files.ts';

export class HangingLogs implements LogFiles {
  readonly #files: MemoryLogFiles;
  /** A file, of which only the reading hangs, or a folder with all in it. */
  readonly #hanging = new Map<string, { readonly done: Promise<void>; readonly release: () => void }>();
  /** How often a file that hangs was asked for. */
  asked = 0;

  constructor(files: MemoryLogFiles) {
    this.#files = files;
  }

  hang(path: string): void {
    let release = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#hanging.set(path, { done, release });
  }

  release(path: string): void {
    this.#hanging.get(path)?.release();
    this.#hanging.delete(path);
  }

  async list(folder: string): Promise<readonly FileStat[]> {
    await this.#wait(folder);
    return this.#files.list(folder);
  }

  search(): Promise<readonly string[]> {
    return this.#files.search();
  }

  async read(path: string): Promise<string | null> {
    await this.#wait(path);
    return this.#files.read(path);
  }

  async stat(path: string): Promise<FileStat | null> {
    if (!this.#hanging.has(path)) await this.#wait(path);
    return this.#files.stat(path);
  }

  async append(path: string, text: string): Promise<void> {
    if (this.#hanging.has(path)) throw new Error(`“${path}” was written to while it hung`);
    await this.#wait(path);
    return this.#files.append(path, text);
  }

  async #wait(path: string): Promise<void> {
    for (const [held, { done }] of this.#hanging) {
      if (path !== held && !path.startsWith(`${held}/`)) continue;
      this.asked += 1;
      await done;
    }
  }
}
