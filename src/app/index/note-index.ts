// The notes as last read, kept between starts. The store may be empty, full, damaged, or hang: then notes are read
// again, and nothing else changes.
import type { ReadOptions } from '../../core/card/options.ts';
import { hostsTurn, makeYieldToHost } from '../work/slices.ts';
import type { IndexedNote } from './indexed-note.ts';
import { inTime, loadInTime } from '../work/kept-texts.ts';
import { PackedFile } from './pack-codec.ts';
import { PackStore, packSize } from './pack-store.ts';
import { recordVersion, type NoteRecord } from './record-codec.ts';
import type { After, Clock, FileStat, IndexCache } from '../ports.ts';

export interface IndexHost {
  readonly cache: IndexCache;
  readonly clock: Clock;
  readonly after: After;
  /** Program version: another one may find different cards. */
  readonly version: string;
  /** Folders for the app's templates, which are not notes. */
  readonly templateFolders?: readonly string[];
}

/** Delay in ms from a change to its write, so that changes are written together. */
const writeAfter = 2000;

export class NoteIndex {
  readonly #host: IndexHost;
  #version: string;
  /** As loaded. */
  #packs = new PackStore();
  /** Records found in the store or read since; they take precedence over it. */
  readonly #records = new Map<string, NoteRecord>();
  /** Paths whose stored record differs from the one here. */
  readonly #dirty = new Set<string>();
  readonly #loading: Promise<void>;
  #writing: Promise<void> = Promise.resolve();
  #cancel: (() => void) | null = null;
  #broken = false;

  /** Starts loading immediately. */
  constructor(host: IndexHost, options: ReadOptions) {
    this.#host = host;
    this.#version = versionOf(host, options);
    this.#loading = this.#load();
  }

  /** Names how cards are found: by another program, or with other options, they may be others. */
  get version(): string {
    return this.#version;
  }

  /** Resolves when the kept records are available. */
  ready(): Promise<void> {
    return this.#loading;
  }

  /** Discards everything kept under other options. */
  useOptions(options: ReadOptions): void {
    this.#version = versionOf(this.#host, options);
    this.#packs = new PackStore();
    this.#records.clear();
    this.#dirty.clear();
  }

  /** The record of a file that has not changed since; null if there is none. */
  find(stat: FileStat): NoteRecord | null {
    const { path, mtime, size } = stat;
    const known = this.#records.get(path);
    if (known) return known.mtime === mtime && known.size === size ? known : null;
    const kept = this.#packs.find(stat);
    // A packed record is just as fast to find again.
    if (kept && !(kept instanceof PackedFile)) this.#records.set(path, kept);
    return kept;
  }

  /** Keeps a note as read; `stat` was taken before the read. */
  put({ path, mtime, size }: FileStat, note: IndexedNote): void {
    this.#set(path, { mtime, size, note, texts: null });
  }

  /** Keeps the keys of all texts in a file. */
  putTexts(stat: FileStat, texts: readonly string[]): void {
    const { mtime, size } = stat;
    const note = this.find(stat)?.note ?? null;
    this.#set(stat.path, { mtime, size, note, texts });
  }

  /** Forgets a deleted file. */
  remove(path: string): void {
    const isKept = this.#packs.forget(path);
    if (this.#records.delete(path) || isKept) this.#touch(path);
  }

  /** Forgets all files except these. */
  retain(isThere: (path: string) => boolean): void {
    for (const path of this.#packs.paths()) if (!isThere(path)) this.remove(path);
  }

  /** Writes changes, in slices. Callers that await it, such as the app's exit, do not wait forever. */
  async flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    this.#writing = this.#writing.then(() => this.#write());
    await inTime(this.#writing, this.#host.after);
  }

  close(): void {
    this.#cancel?.();
  }

  #set(path: string, record: NoteRecord): void {
    this.#records.set(path, record);
    this.#packs.forget(path);
    this.#touch(path);
  }

  #touch(path: string): void {
    this.#dirty.add(path);
    if (!this.#broken) this.#cancel ??= this.#host.after(writeAfter, () => void this.flush());
  }

  async #load(): Promise<void> {
    const { cache, after } = this.#host;
    const version = this.#version;
    const loaded = await loadInTime(cache, version, after);
    if (!loaded) return;
    const packs = await PackStore.open(loaded, makeYieldToHost(this.#host));
    if (version !== this.#version) return;
    this.#packs = packs;
    if (!packs.isStale) return;
    for (const [path, record] of packs.unpack()) if (record) this.#set(path, record);
  }

  async #write(): Promise<void> {
    const { cache, after } = this.#host;
    while (this.#dirty.size > 0 && !this.#broken) {
      const [version, packs] = [this.#version, this.#packs];
      if (packs.areEnough(this.#dirty.size)) {
        for (const path of packs.singles) if (this.#records.has(path)) this.#dirty.add(path);
      }
      const paths = [...this.#dirty].slice(0, packSize);
      const changed = paths.map((path) => [path, this.#records.get(path) ?? null] as const);
      for (const path of paths) this.#dirty.delete(path);
      const yieldToHost = makeYieldToHost(this.#host);
      for (const [, record] of changed) {
        record?.note?.close();
        await yieldToHost();
      }
      // Anything written from here on belongs to other options.
      if (version !== this.#version) continue;
      try {
        const texts = packs.changedTexts(changed);
        if (texts.size > 0) await cache.save(version, texts);
      } catch {
        // The store is full or gone. Its contents may be outdated now, which the notes' times and sizes reveal.
        this.#broken = true;
      }
      await hostsTurn(after);
    }
  }
}

function versionOf({ version }: IndexHost, options: ReadOptions): string {
  // Not hashed: that would be the first hash of a start, which costs as much as reading a thousand notes' cards.
  return JSON.stringify([recordVersion, version, options]);
}
