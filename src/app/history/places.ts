// Where the history is while the app runs: the folder to write to and the other places to read.
import { checkFolder } from '../../core/history/log-folder.ts';
import type { Message } from '../../core/text/message.ts';
import { appMessage } from '../strings.ts';
import { withFolder } from './journal/device-record.ts';
import type { Journal } from './journal/journal.ts';
import { isAt } from '../../core/text/is-under.ts';
import { followed, withLogsAt } from './find-logs.ts';

/** Maps a path to its path after a rename. */
export function mover(from: string, to: string): (path: string) => string {
  return (path) => (isAt(path, from) ? `${to}${path.slice(from.length)}` : path);
}

export class Places {
  readonly #journal: Journal;
  readonly #tell: (message: Message) => void;

  constructor(journal: Journal, tell: (message: Message) => void) {
    this.#journal = journal;
    this.#tell = tell;
  }

  /** Folders, and logs outside them. */
  get all(): readonly string[] {
    const { folder, formerFolders } = this.#journal.device;
    return [folder, ...formerFolders];
  }

  has(path: string): boolean {
    return this.all.some((place) => isAt(path, place));
  }

  /** Whether the file is a log, as far as is known without reading it. */
  isLog(path: string): boolean {
    const { folder } = this.#journal.device;
    return path.startsWith(`${folder}/log/`) || this.#journal.logPaths().includes(path);
  }

  /** A log appeared in another place, which is read from now on. */
  add(path: string): void {
    this.#journal.usePlaces((record) => withLogsAt(record, [path]));
    this.#follow();
  }

  /** A file is gone. */
  lost(path: string): void {
    this.#journal.lostFile(path);
    this.#follow();
  }

  /** Handles a file or folder rename in Obsidian. Returns the path mapping, or null if it does not affect logs. */
  renamed(from: string, to: string): ((path: string) => string) | null {
    const renamed = mover(from, to);
    const { folder } = this.#journal.device;
    if (![...this.all, ...this.#journal.logPaths()].some((path) => isAt(path, from))) return null;
    this.#journal.moveFiles(renamed);
    const reason = checkFolder(renamed(folder));
    this.#journal.usePlaces((record) => {
      const places = { ...record, formerFolders: record.formerFolders.map(renamed) };
      const moved = withLogsAt(places, this.#journal.logPaths());
      if (reason !== null) return moved;
      return withFolder({ ...moved, folder: '', explained: record.explained.map(renamed) }, renamed(folder));
    });
    if (reason !== null) this.#tell(appMessage('movedAway', folder, reason));
    else this.#follow();
    return renamed;
  }

  /** The user set the folder. Returns whether it changed. */
  async choose(folder: string): Promise<boolean> {
    const isOther = folder !== this.#journal.device.folder;
    if (isOther) await this.#journal.flush();
    this.#journal.usePlaces((record) => ({
      ...withFolder(record, folder),
      setting: folder,
      ...(isOther && { chosen: folder }),
    }));
    return isOther;
  }

  /** Writes to the logs' new location if none are left in the folder. */
  #follow(): void {
    const { folder } = this.#journal.device;
    const paths = this.#journal.logPaths();
    const next = followed(this.#journal.device, paths);
    if (next === folder) return;
    this.#journal.moveFiles(mover(folder, next));
    this.#journal.usePlaces((record) => withFolder(record, next));
    this.#tell(appMessage('movedTo', next));
  }
}

/** Moves each path's entry to its new path. */
export function rename<T>(known: Map<string, T>, renamed: (path: string) => string): void {
  const entries = [...known];
  known.clear();
  for (const [path, value] of entries) known.set(renamed(path), value);
}
