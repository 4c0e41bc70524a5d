// Turns the host's note-change events into batches: collects changes that come together and reads each note once, one
// batch after another, in slices that yield to the host.
import { makeYieldToHost } from '../work/slices.ts';
import { inTurn } from '../work/read-ahead.ts';
import type { Library, NoteChange } from './library.ts';
import type { After, Clock, FileStat } from '../ports.ts';

/** Progress of reading many notes. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface ChangeQueueHost {
  readonly clock: Clock;
  readonly after: After;
  readonly library: Library;
  batch(changes: readonly NoteChange[], moves: ReadonlyMap<string, string>): Promise<void>;
  /** Whether no card has a history; if so, there is nothing to link, and many notes need not form one batch. */
  isUnlinked(): boolean;
  /** `progress` or `hasReadAll` has changed. */
  progressed(): void;
}

/** ms between a note's change and its reading, since a save fires several events. */
const settleAfter = 200;
/** ms after which read notes are shown, if they need not form one batch. */
const piece = 500;
/** Minimum notes in a batch for progress to be reported. */
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

  /** Null if nothing is being read, or only a little. */
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

  /** Resolves when a note's cards are current. */
  reread(path: string): Promise<void> {
    this.touch(path);
    return this.settle();
  }

  moved(from: string, to: string): void {
    this.#moves.set(from, to);
    this.touch(from);
    this.touch(to);
  }

  /** Works through everything touched; resolves when the cards are current. */
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

  /** Reads all notes that may be watched and have changed since they were last read, batched with the others. */
  readAll(): Promise<void> {
    return this.enqueue(async () => {
      const files = await this.#host.library.files();
      await this.#read([...files.keys()], new Map(), files);
      this.#hasReadAll = true;
      this.#host.progressed();
    });
  }

  /** Runs after everything queued before it. */
  enqueue(run: () => Promise<void>): Promise<void> {
    const next = this.#work.then(() => (this.#closed ? undefined : run()));
    // A failure must not stop later work; the caller gets the error.
    this.#work = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  /** @param files those that need not be read if unchanged */
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
