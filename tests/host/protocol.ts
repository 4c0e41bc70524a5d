// What the page and the server of our API host say to each other: one POST per operation, one stream of changes.

/** A file or folder of the vault; times in ms since 1970, size in bytes (0 for folders). */
export interface Entry {
  readonly path: string;
  readonly type: 'file' | 'folder';
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

/** Something that changed on disk, and not through the page that hears of it. `entry` is null if it is gone. */
export interface Change {
  readonly path: string;
  readonly entry: Entry | null;
}

/** Each operation with its arguments and its result. Paths are relative to the vault. */
export interface Operations {
  tree: { args: object; result: Entry[] };
  stat: { args: { path: string }; result: Entry | null };
  list: { args: { path: string }; result: { files: string[]; folders: string[] } };
  read: { args: { path: string }; result: string };
  /** null for each file that cannot be read. */
  readMany: { args: { paths: string[] }; result: (string | null)[] };
  write: { args: { path: string; text: string }; result: Entry };
  append: { args: { path: string; text: string }; result: Entry };
  /** Bytes as base64. */
  writeBinary: { args: { path: string; base64: string }; result: Entry };
  appendBinary: { args: { path: string; base64: string }; result: Entry };
  mkdir: { args: { path: string }; result: Entry };
  remove: { args: { path: string }; result: null };
  rmdir: { args: { path: string; recursive: boolean }; result: null };
  rename: { args: { path: string; to: string }; result: Entry };
  copy: { args: { path: string; to: string }; result: Entry };
}

export type Operation = keyof Operations;

export type Reply = { value: unknown } | { error: { code: string; message: string } };

/** What the page learns from the server before it starts. */
export interface HostInfo {
  readonly vaultName: string;
  /** Stands for the folder in the keys of local storage. */
  readonly vaultId: string;
}
