// What the app asks of its host. Each port has an in-memory twin in tests/contract and an adapter in vault/.
import type { ResolveLink } from '../core/links/resolve.ts';

/** A file as a host lists it, without its text. */
export interface FileStat {
  /** Path from the vault's root, `/` between folders, never leading. */
  readonly path: string;
  /** ms since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** Which notes may give cards. */
export interface Wanted {
  readonly tags: readonly string[];
  /** Folders whose notes need no tag. */
  readonly folders: readonly string[];
}

/** Reads notes. Nothing in the app can write one. */
export interface NoteFiles {
  /**
   * The Markdown files that may be watched: those in one of the folders, those with one of the tags, and those of
   * which the host does not know the tags. Every Markdown file where `wanted` is null.
   */
  list(wanted: Wanted | null): readonly FileStat[];
  /** The file at the path; null if there is none. */
  stat(path: string): FileStat | null;
  /** The text, or null if the file is gone. Throws only if it is there and cannot be read. */
  read(path: string): Promise<string | null>;
}

/** The folder of logs: lists, reads, appends. There is no way to overwrite, rename or delete. */
export interface LogFiles {
  /** Every `.md` file under the folder, at any depth; empty if the folder is not there. */
  list(folder: string): Promise<readonly FileStat[]>;
  /** Paths of all `.md` files of the vault, as far as the host knows them without looking. */
  search(): Promise<readonly string[]>;
  /** The text, or null if the file is gone. Throws if it is listed but cannot be read (cloud drive). */
  read(path: string): Promise<string | null>;
  /** As listed, without a read; null if the file is gone. Throws as `read` does. */
  stat(path: string): Promise<FileStat | null>;
  /** Appends; creates file and folders where they are missing. */
  append(path: string, text: string): Promise<void>;
}

/**
 * Text, or bytes, by path that saves work at the next start, of this device and this vault. It may vanish at any time,
 * and what it holds may be damaged.
 */
export interface IndexCache<Value = string> {
  /** All that was saved under this version; empty if the last save was under another. Rejects if it cannot tell. */
  load(version: string): Promise<ReadonlyMap<string, Value>>;
  /** Saves values and, for null, forgets them, all or nothing; what was saved under another version goes first. */
  save(version: string, changed: ReadonlyMap<string, Value | null>): Promise<void>;
}

/** Small synchronous storage of this device and this vault; never synced. */
export interface LocalStore {
  get(key: string): string | null;
  /** null removes the key. Throws where the store is full. */
  set(key: string, value: string | null): void;
}

/** ms since 1970, the real clock, and minutes east of UTC at that moment. */
export interface Clock {
  now(): number;
  zone(at: number): number;
}

/** Random bytes for ids of devices. */
export type RandomBytes = (count: number) => Uint8Array;

/** Runs something once after so many ms, or never, if the function that comes back is called before. */
export type After = (ms: number, run: () => void) => () => void;

/** What the host knows of links. */
export interface NoteLinks {
  readonly resolve: ResolveLink;
  /** Paths of the files that a note links to or embeds. */
  from(path: string): readonly string[];
}
