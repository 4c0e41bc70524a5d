// The paths of all snapshots in the log and their parent folders: decides which moves need logging.
import type { SnapshotKey } from '../../core/history/event.ts';

export interface SnapshotPathsHost {
  historyIds(): Iterable<string>;
  snapshot(id: string): SnapshotKey | null;
}

export class SnapshotPaths {
  readonly #host: SnapshotPathsHost;
  /** Path of each snapshot; null until first needed. */
  #paths: Map<string, string> | null = null;
  /** Number of looks at a path and below it. */
  readonly #counts = new Map<string, number>();

  constructor(host: SnapshotPathsHost) {
    this.#host = host;
  }

  /** Whether a snapshot has this path, or one below it. */
  has(path: string): boolean {
    if (!this.#paths) {
      this.#paths = new Map();
      for (const id of this.#host.historyIds()) this.#put(id, this.#host.snapshot(id)?.path);
    }
    return this.#counts.has(path);
  }

  /** Ids of histories that were added, changed or removed. */
  historiesChanged(ids: Iterable<string>): void {
    if (this.#paths) for (const id of ids) this.#put(id, this.#host.snapshot(id)?.path);
  }

  #put(id: string, path: string | undefined): void {
    const before = this.#paths?.get(id);
    if (before === path) return;
    if (before !== undefined) this.#count(before, -1);
    if (path === undefined) this.#paths?.delete(id);
    else {
      this.#paths?.set(id, path);
      this.#count(path, 1);
    }
  }

  #count(path: string, by: 1 | -1): void {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const part = path.slice(0, end);
      const count = (this.#counts.get(part) ?? 0) + by;
      if (count > 0) this.#counts.set(part, count);
      else this.#counts.delete(part);
    }
  }
}
