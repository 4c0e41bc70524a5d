// What the app needs from its host. Each port has an in-memory twin in tests/contract and an adapter in vault/.
import type { ResolveLink } from '../core/links/resolve.ts';

/** A file as the host lists it, without its text. */
export interface FileStat {
  /** Path from the vault root, separated by `/`, with no leading `/`. */
  readonly path: string;
  /** ms since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** Which notes may contain cards. */
export interface Wanted {
  readonly tags: readonly string[];
  /** Folders whose notes need no tag. */
  readonly folders: readonly string[];
}

/** Reads notes. Nothing in the app can write one. */
export interface NoteFiles {
  /**
   * The Markdown files that may be watched: those in one of the folders, those with one of the tags, and those whose
   * tags the host does not know. Every Markdown file if `wanted` is null.
   */
  list(wanted: Wanted | null): readonly FileStat[];
  /** The file at the path; null if there is none. */
  stat(path: string): FileStat | null;
  /** The text, or null if the file is gone. Throws only if it exists but cannot be read. */
  read(path: string): Promise<string | null>;
}

/** The folder of logs: list, read, append. Overwriting, renaming and deleting are impossible. */
export interface LogFiles {
  /** Every `.md` file under the folder, at any depth; empty if the folder does not exist. */
  list(folder: string): Promise<readonly FileStat[]>;
  /** Paths of all `.md` files in the vault that the host knows without looking. */
  search(): Promise<readonly string[]>;
  /** The text, or null if the file is gone. Throws if it is listed but cannot be read (cloud drive). */
  read(path: string): Promise<string | null>;
  /** As listed, without reading; null if the file is gone. Throws like `read`. */
  stat(path: string): Promise<FileStat | null>;
  /** Appends; creates missing files and folders. */
  append(path: string, text: string): Promise<void>;
}

/**
 * Text or bytes by path, kept on this device for this vault to save work at the next start. It may vanish at any time,
 * and its contents may be corrupt.
 */
export interface IndexCache<Value = string> {
  /** Everything saved under this version; empty if the last save used another. Rejects if it cannot tell. */
  load(version: string): Promise<ReadonlyMap<string, Value>>;
  /** Saves values and removes those that are null, all or nothing; first drops what another version saved. */
  save(version: string, changed: ReadonlyMap<string, Value | null>): Promise<void>;
}

/** Small synchronous storage for this device and this vault; never synced. */
export interface LocalStore {
  get(key: string): string | null;
  /** null removes the key. Throws if the store is full. */
  set(key: string, value: string | null): void;
}

/** The real clock: ms since 1970, and minutes east of UTC at that moment. */
export interface Clock {
  now(): number;
  zone(at: number): number;
}

/** Random bytes for device ids. */
export type RandomBytes = (count: number) => Uint8Array;

/** Runs something once after this many ms, unless the returned function is called first. */
export type After = (ms: number, run: () => void) => () => void;

/** What the host knows about links. */
export interface NoteLinks {
  readonly resolve: ResolveLink;
  /** Paths of the files that a note links to or embeds. */
  from(path: string): readonly string[];
}

/** Files of any kind: creates new ones, and takes back what it created. Overwriting is impossible. */
export interface NewFiles {
  /** Every file in the vault. */
  list(): Iterable<{ readonly path: string; readonly size: number }>;
  /** Null if the file is gone. */
  bytes(path: string): Promise<Uint8Array | null>;
  /** Creates the file and missing folders. Rejects if there is a file. */
  create(path: string, content: string | Uint8Array): Promise<void>;
  /** To where the host puts what a person deletes. */
  trash(path: string): Promise<void>;
}
