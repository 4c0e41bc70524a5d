// The notes as they were read last, kept between starts. The store may be empty, full, damaged, or hang: then notes
// are read again, and nothing else is different.
import type { ReadOptions } from '../../core/card/options.ts';
import { shortHash } from '../../core/identity/fingerprint/fingerprint.ts';
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
  /** Version of the program: another may find other cards. */
  readonly version: string;
  /** Where the app keeps templates, which are no notes. */
  readonly templateFolders?: readonly string[];
}

/** ms between a change and its writing: what comes together is written together. */
const writeAfter = 2000;

export class NoteIndex {
  readonly #host: IndexHost;
  #version: string;
  /** As loaded. */
  #packs = new PackStore();
  /** What was found in it or read since, and counts before it. */
  readonly #records = new Map<string, NoteRecord>();
  /** Paths whose record in the store is not the one here. */
  readonly #dirty = new Set<string>();
  readonly #loading: Promise<void>;
  #writing: Promise<void> = Promise.resolve();
  #cancel: (() => void) | null = null;
  #broken = false;

  /** Begins to load at once. */
  constructor(host: IndexHost, options: ReadOptions) {
    this.#host = host;
    this.#version = versionOf(host, options);
    this.#loading = this.#load();
  }

  /** Resolves when what was kept is at hand. */
  ready(): Promise<void> {
    return this.#loading;
  }

  /** With other options nothing counts that was kept. */
  useOptions(options: ReadOptions): void {
    this.#version = versionOf(this.#host, options);
    this.#packs = new PackStore();
    this.#records.clear();
    this.#dirty.clear();
  }

  /** The record of a file that has not changed since; null where there is none. */
  find(stat: FileStat): NoteRecord | null {
    const { path, mtime, size } = stat;
    const known = this.#records.get(path);
    if (known) return known.mtime === mtime && known.size === size ? known : null;
    const kept = this.#packs.find(stat);
    // One of a pack is as quick to find again.
    if (kept && !(kept instanceof PackedFile)) this.#records.set(path, kept);
    return kept;
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
    const isKept = this.#packs.forget(path);
    if (this.#records.delete(path) || isKept) this.#touch(path);
  }

  /** Forgets all files but these. */
  retain(isThere: (path: string) => boolean): void {
    for (const path of this.#packs.paths()) if (!isThere(path)) this.remove(path);
  }

  /** Writes what has changed, in slices. Whoever waits for it, as the end of the app, does not wait for ever. */
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
        record?.note?.fold();
        await yieldToHost();
      }
      // What is written from here on belongs to other options.
      if (version !== this.#version) continue;
      try {
        const texts = packs.changedTexts(changed);
        if (texts.size > 0) await cache.save(version, texts);
      } catch {
        // Full, or gone. What is in it may be old now, which the times and sizes of the notes tell.
        this.#broken = true;
      }
      await hostsTurn(after);
    }
  }
}

function versionOf({ version }: IndexHost, options: ReadOptions): string {
  return shortHash(JSON.stringify([recordVersion, version, options]));
}
