// The notes as they were read last, kept between starts. The store may be empty, full, damaged, or hang: then notes
// are read again, and nothing else is different.
import type { CardOptions } from '../core/card/options.ts';
import { shortHash } from '../core/identity/fingerprint.ts';
import type { IndexedNote } from './indexed-note.ts';
import { loadInTime } from './kept-texts.ts';
import { decodeRecord, encodeRecord, recordVersion, type NoteRecord } from './note-record.ts';
import type { After, Clock, FileStat, IndexCache } from './ports.ts';

export interface IndexHost {
  readonly cache: IndexCache;
  readonly clock: Clock;
  readonly after: After;
  /** Version of the program: another one may find other cards. */
  readonly version: string;
}

/** ms between a change and its writing: what comes together is written together. */
const writeAfter = 2000;
/** ms of work between two breaths. */
const slice = 8;

export class NoteIndex {
  readonly #host: IndexHost;
  #version: string;
  /** As loaded, until a note is asked for. */
  #loaded = new Map<string, string>();
  readonly #records = new Map<string, NoteRecord>();
  /** Paths whose record in the store is not the one here. */
  readonly #dirty = new Set<string>();
  readonly #loading: Promise<void>;
  #writing: Promise<void> = Promise.resolve();
  #cancel: (() => void) | null = null;
  #broken = false;

  /** Begins to load at once. */
  constructor(host: IndexHost, options: CardOptions) {
    this.#host = host;
    this.#version = versionOf(host, options);
    this.#loading = this.#load();
  }

  /** Resolves when what was kept is at hand. */
  ready(): Promise<void> {
    return this.#loading;
  }

  /** With other options nothing counts that was kept. */
  useOptions(options: CardOptions): void {
    this.#version = versionOf(this.#host, options);
    this.#loaded = new Map();
    this.#records.clear();
    this.#dirty.clear();
  }

  /** The record of a file that has not changed since; null where there is none. */
  find(stat: FileStat): NoteRecord | null {
    const { path, mtime, size } = stat;
    const known = this.#records.get(path);
    if (known) return known.mtime === mtime && known.size === size ? known : null;
    const loaded = this.#loaded.get(path);
    const record = loaded === undefined ? null : decodeRecord(stat, loaded);
    if (record) this.#keep(path, record);
    return record;
  }

  /** Keeps a note as it was read; `stat` was taken before it was read. */
  put({ path, mtime, size }: FileStat, note: IndexedNote): void {
    this.#set(path, { mtime, size, note, texts: null });
  }

  /** Keeps the keys of all texts of a file. */
  putTexts(stat: FileStat, texts: readonly string[]): void {
    const { mtime, size } = stat;
    const note = this.find(stat)?.note ?? null;
    this.#set(stat.path, { mtime, size, note, texts });
  }

  /** Forgets a file that is gone. */
  remove(path: string): void {
    const isKept = this.#loaded.delete(path);
    if (this.#records.delete(path) || isKept) this.#touch(path);
  }

  /** Forgets all files but these. */
  retain(isThere: (path: string) => boolean): void {
    for (const path of [...this.#loaded.keys()]) if (!isThere(path)) this.remove(path);
  }

  /** Writes what has changed, in slices. */
  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  close(): void {
    this.#cancel?.();
  }

  #set(path: string, record: NoteRecord): void {
    this.#keep(path, record);
    this.#touch(path);
  }

  #keep(path: string, record: NoteRecord): void {
    this.#records.set(path, record);
    this.#loaded.delete(path);
  }

  #touch(path: string): void {
    this.#dirty.add(path);
    if (!this.#broken) this.#cancel ??= this.#host.after(writeAfter, () => void this.flush());
  }

  async #load(): Promise<void> {
    const { cache, after } = this.#host;
    const version = this.#version;
    const loaded = await loadInTime(cache, version, after);
    if (loaded && version === this.#version) this.#loaded = new Map(loaded);
  }

  async #write(): Promise<void> {
    const { cache, clock, after } = this.#host;
    while (this.#dirty.size > 0 && !this.#broken) {
      const version = this.#version;
      const changed = new Map<string, string | null>();
      const until = clock.now() + slice;
      for (const path of this.#dirty) {
        this.#dirty.delete(path);
        const record = this.#records.get(path);
        changed.set(path, record ? encodeRecord(path, record) : null);
        record?.note?.fold();
        if (clock.now() >= until) break;
      }
      try {
        await cache.save(version, changed);
      } catch {
        // Full, or gone. What is in it may be old now, which the times and sizes of the notes tell.
        this.#broken = true;
      }
      await new Promise<void>((resolve) => after(0, resolve));
    }
  }
}

function versionOf({ version }: IndexHost, options: CardOptions): string {
  return shortHash(JSON.stringify([recordVersion, version, options]));
}
