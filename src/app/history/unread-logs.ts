// Logs that cannot be read now. Failed reads are retried every half minute; hanging reads are awaited, since a second
// read would hang too.
import type { LogProblem } from '../../core/history/log-format.ts';
import type { Message } from '../../core/text/message.ts';
import type { After } from '../ports.ts';
import type { LateRead, LogFile } from './log-reader.ts';
import { MissingLogs } from './missing-logs.ts';

/** Interval in ms between attempts to read a file that a cloud drive has not fetched yet. */
const readAgainAfter = 30_000;

export interface UnreadHost {
  readonly after: After;
  /** Whether the path is a log folder or a single log that is read. */
  isPlace(path: string): boolean;
  /** Blocks appends in an unreadable folder; null opens it again. */
  closeFolder(path: string, reason: Message | null): void;
  readFolder(folder: string): Promise<void>;
  /** Reads a file if it is still one of the logs. */
  readFile(path: string): Promise<void>;
  take(file: LogFile): void;
  /** Called when the state of the history changes. */
  changed(): void;
}

export class UnreadLogs {
  readonly #host: UnreadHost;
  readonly #problems = new Map<string, LogProblem>();
  /** Paths whose read has not finished. */
  readonly #late = new Set<string>();
  /** Paths being retried. */
  readonly #retried = new Set<string>();
  /** What the start could not read. */
  readonly missing: MissingLogs;
  #cancel: (() => void) | null = null;

  /** @param spent time the start has already waited for late logs, in ms */
  constructor(host: UnreadHost, unread: readonly LogProblem[], late: readonly LateRead[], spent: number) {
    this.#host = host;
    const paths = late.map(({ path }) => path);
    this.missing = new MissingLogs(unread, paths, {
      after: host.after,
      spent,
      changed: () => host.changed(),
    });
    this.#await(late);
    for (const problem of unread) this.failed(problem);
  }

  get problems(): Iterable<LogProblem> {
    return this.#problems.values();
  }

  /** Handles the result of a read: a log, why it cannot be read, or null if there is none. */
  arrived(path: string, read: LogFile | LogProblem | null): void {
    if (read && 'message' in read) {
      this.failed(read);
      return;
    }
    this.#problems.delete(path);
    if (read) this.#host.take(read);
    this.missing.arrived(path);
  }

  /** Handles a folder that was read again; `unread` lists what cannot be read in it, or the folder itself. */
  arrivedFolder(folder: string, unread: readonly LogProblem[], late: readonly LateRead[]): void {
    const wasMissing = this.missing.has(folder);
    this.#await(late);
    for (const problem of unread) {
      this.failed(problem);
      if (wasMissing) this.missing.failed(problem, this.#late.has(problem.path));
    }
    if (unread.some(({ path }) => path === folder)) return;
    this.#problems.delete(folder);
    this.#host.closeFolder(folder, null);
    this.missing.arrived(folder);
  }

  failed(problem: LogProblem): void {
    const { path, message } = problem;
    this.#problems.set(path, problem);
    if (this.#host.isPlace(path)) this.#host.closeFolder(path, message);
    if (this.missing.has(path)) this.missing.failed(problem, this.#late.has(path));
    this.#readAgain();
  }

  renamed(to: (path: string) => string): void {
    this.missing.renamed(to);
    for (const [path, problem] of [...this.#problems]) {
      this.#problems.delete(path);
      this.failed({ ...problem, path: to(path) });
    }
  }

  close(): void {
    this.#cancel?.();
    this.missing.close();
  }

  /** Accepts late reads whenever they arrive. */
  #await(late: readonly LateRead[]): void {
    for (const { path, arrives } of late) {
      this.#late.add(path);
      void arrives.then(async (read) => {
        this.#late.delete(path);
        if (read === null && this.#host.isPlace(path)) await this.#host.readFolder(path);
        else this.arrived(path, read);
      });
    }
  }

  #readAgain(): void {
    if (this.#problems.size === 0) return;
    this.#cancel ??= this.#host.after(readAgainAfter, () => {
      this.#cancel = null;
      for (const path of this.#problems.keys())
        if (!this.#late.has(path) && !this.#retried.has(path)) void this.#retry(path);
      this.#readAgain();
    });
  }

  async #retry(path: string): Promise<void> {
    this.#retried.add(path);
    if (this.#host.isPlace(path)) await this.#host.readFolder(path);
    else await this.#host.readFile(path);
    this.#retried.delete(path);
  }
}
