// From the host's word that a note changed to batches of what changed in it: collects what comes together, reads each
// note once, one batch after the other, in slices that yield to the host.
import { makeYieldToHost } from '../work/slices.ts';
import { inTurn } from '../work/read-ahead.ts';
import type { Library, NoteChange } from './library.ts';
import type { After, Clock, FileStat } from '../ports.ts';

/** How far a reading of many notes has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface ChangeQueueHost {
  readonly clock: Clock;
  readonly after: After;
  readonly library: Library;
  batch(changes: readonly NoteChange[], moves: ReadonlyMap<string, string>): Promise<void>;
  /** Whether no card has a history: then none can be linked, and many notes need not come as one batch. */
  isUnlinked(): boolean;
  /** `progress` or `hasReadAll` is another now. */
  progressed(): void;
}

/** ms between a change of a note and its reading: a save comes in several events. */
const settleAfter = 200;
/** ms after which what was read is shown, where it need not come as one batch. */
const piece = 500;
/** Notes in one batch from which on progress is told. */
const many = 20;

export class ChangeQueue {
  readonly #host: ChangeQueueHost;
  readonly #dirty = new Set<string>();
  readonly #moves = new Map<string, string>();
  #cancel: (() => void) | null = null;
  #work: Promise<void> = Promise.resolve();
  #closed = false;
  #progress: Progress | null = null;
  #hasReadAll = false;

  constructor(host: ChangeQueueHost) {
    this.#host = host;
  }

  /** Null where nothing is being read, or little. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** Whether all notes have been read once. */
  get hasReadAll(): boolean {
    return this.#hasReadAll;
  }

  touch(path: string): void {
    this.#dirty.add(path);
    this.#cancel ??= this.#host.after(settleAfter, () => void this.settle());
  }

  /** Resolves when the cards of a note are those that it has now. */
  reread(path: string): Promise<void> {
    this.touch(path);
    return this.settle();
  }

  moved(from: string, to: string): void {
    this.#moves.set(from, to);
    this.touch(from);
    this.touch(to);
  }

  /** Works through what was touched; resolves when the cards are current. */
  settle(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    return this.enqueue(async () => {
      const paths = [...this.#dirty];
      const moves = new Map(this.#moves);
      this.#dirty.clear();
      this.#moves.clear();
      if (paths.length > 0) await this.#read(paths, moves);
    });
  }

  /** Reads all notes that may be watched and have changed since they were read last, as one batch with the others. */
  readAll(): Promise<void> {
    return this.enqueue(async () => {
      const files = await this.#host.library.files();
      await this.#read([...files.keys()], new Map(), files);
      this.#hasReadAll = true;
      this.#host.progressed();
    });
  }

  /** Runs after all that was asked before. */
  enqueue(run: () => Promise<void>): Promise<void> {
    const next = this.#work.then(() => (this.#closed ? undefined : run()));
    // One failure must not stop what comes after it; the caller hears of it.
    this.#work = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  /** @param files those that need not be read if they are as they were */
  async #read(
    paths: readonly string[],
    moves: ReadonlyMap<string, string>,
    files: ReadonlyMap<string, FileStat | null> = new Map(),
  ): Promise<void> {
    const { clock, library } = this.#host;
    const unread: string[] = [];
    let changes: NoteChange[] = [];
    const yieldToHost = makeYieldToHost(this.#host);
    for (const path of paths) {
      const file = files.get(path);
      const change = file ? library.recall(file) : null;
      if (change) changes.push(change);
      else unread.push(path);
      await yieldToHost();
    }
    let shown = clock.now();
    let done = changes.length;
    for await (const change of inTurn(unread, (path) => this.#readOne(path))) {
      changes.push(change);
      done += 1;
      if (!(await yieldToHost())) continue;
      if (paths.length >= many) this.#tell({ done, of: paths.length });
      if (clock.now() - shown < piece || !this.#host.isUnlinked()) continue;
      await this.#host.batch(changes, moves);
      changes = [];
      shown = clock.now();
    }
    await this.#host.batch(changes, moves);
    this.#tell(null);
  }

  #readOne(path: string): Promise<NoteChange> {
    const { library, after } = this.#host;
    return library.read(path, after, () => this.touch(path));
  }

  #tell(progress: Progress | null): void {
    this.#progress = progress;
    this.#host.progressed();
  }
}
