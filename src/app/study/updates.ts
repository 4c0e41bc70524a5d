// Propagates changes in notes and the log to what the screens show: cards, schedules and running reviews.
import { encodeMove } from '../../core/history/moves.ts';
import type { Cards } from '../cards/cards.ts';
import type { SnapshotWriter } from '../cards/snapshot-writer.ts';
import { Relinker } from '../cards/relinker.ts';
import type { History } from '../history/history.ts';
import type { ChangeQueue } from '../notes/change-queue.ts';
import type { NoteChange } from '../notes/library.ts';
import { makeYieldToHost, type SliceHost } from '../work/slices.ts';
import type { RunningReviews } from './running-reviews.ts';
import type { Study } from './study.ts';

export interface UpdatesHost extends SliceHost {
  readonly history: History;
  readonly cards: Cards;
  /** Whether the log has boxes of a picture or a note at a path, or below it. */
  hasBoxes(path: string): boolean;
  /** Replaced after each settings change. */
  study(): Study;
  readonly reviews: RunningReviews;
  readonly snapshots: SnapshotWriter;
  readonly changes: ChangeQueue;
  /** Called after each change. */
  changed(): void;
}

export class Updates {
  readonly #host: UpdatesHost;
  /** Whether all logs were present when the history last changed. */
  #isWhole: boolean;
  /** Moves made while some were missing; what is logged is known only once they are back. */
  readonly #moved: { readonly from: string; readonly to: string }[] = [];
  readonly #relinker: Relinker;

  constructor(host: UpdatesHost) {
    this.#host = host;
    this.#isWhole = host.history.isWhole;
    this.#relinker = new Relinker({
      after: host.after,
      enqueue: (run) => host.changes.enqueue(run),
      relink: (foreign) => this.#relink(foreign),
    });
  }

  /** A file or folder was renamed or moved. */
  moved(from: string, to: string): void {
    if (this.#host.history.isWhole) this.#noteMove(from, to);
    else this.#moved.push({ from, to });
  }

  #noteMove(from: string, to: string): void {
    if (this.#host.cards.isLogged(from) || this.#host.hasBoxes(from))
      this.#host.history.note([encodeMove(from, to)]);
  }

  /** Resolves when all cards are linked; reading may trigger that once more, which may queue more work. */
  async settle(): Promise<void> {
    await this.#relinker.settle();
    await this.#host.changes.enqueue(() => Promise.resolve());
    await this.#relinker.settle();
  }

  close(): void {
    this.#relinker.close();
  }

  /** Applies a batch of changed notes to cards, schedules and the running reviews. */
  async take(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string>,
    seek = false,
  ): Promise<void> {
    const batch = await this.#host.cards.take(changes, moves, seek);
    const { before } = batch;
    const yieldToHost = makeYieldToHost(this.#host);
    for (const path of batch.notes) {
      this.showNote(path);
      await yieldToHost();
    }
    // A batch with every note is linked as at startup.
    const isStart = before.length === 0 && changes.length >= this.#host.cards.library.notes.size;
    // Only what the log brought can claim a card known by another id.
    if (isStart) this.#host.study().placedAll();
    if (seek || (before.length === 0 && batch.isKnown !== true)) this.#join(isStart);
    this.#host.reviews.notesChanged(before, batch, this.#host.study());
    if (before.length > 0)
      this.#host.snapshots.changed(
        [...batch.notes].flatMap((path) => this.#host.cards.changedSnapshots(path)),
      );
    // At startup nobody waits for this, and it looks at every card that was ever reviewed.
    else void this.#host.changes.enqueue(() => this.#compareSnapshots(batch.notes));
    if (!isStart) this.#relinker.soon();
    this.#host.changed();
  }

  async #compareSnapshots(paths: ReadonlySet<string>): Promise<void> {
    const yieldToHost = makeYieldToHost(this.#host);
    for (const path of paths) {
      const note = this.#host.cards.library.notes.get(path);
      const isOpen = note?.isOpen === true;
      this.#host.snapshots.changed(this.#host.cards.changedSnapshots(path));
      if (!isOpen) note?.close();
      await yieldToHost();
    }
    // Linking with these snapshots may find more; without any, it would repeat what the start did.
    if (this.#host.snapshots.pending().size > 0) this.#relinker.soon();
  }

  /** Passes a note's cards, as currently linked, to the study. */
  showNote(path: string): void {
    const linked = this.#host.cards.linker.linked(path);
    if (linked) {
      this.#host.study().setLinked(path, linked);
      return;
    }
    const note = this.#host.cards.linker.unlisted(path);
    if (note) this.#host.study().setUnlisted(path, note, () => this.#host.cards.linker.notes.get(path) ?? []);
    else this.#host.study().setNote(path, this.#host.cards.linker.notes.get(path) ?? null);
  }

  /** Joins histories that two devices started for one card before either knew of the other. */
  #join(isAllRead: boolean): void {
    // A missing log may say that they are different cards.
    if (!this.#host.history.isWhole) return;
    const claims = this.#host.cards.linker.claims(isAllRead);
    this.#host.history.note(claims.map(({ lost, owner }) => ({ k: 'a', f: lost, c: owner })));
  }

  /** The log added or lost entries for these histories, as `History.onChange` reports. */
  historyChanged(ids: ReadonlySet<string>, isOwn: boolean, goesOn: boolean): void {
    const rejoined = this.#host.cards.historiesChanged(ids);
    const lost = new Set<string>();
    const planned = this.#host.study().replan(ids, goesOn);
    for (const path of rejoined) this.showNote(path);
    for (const id of planned) {
      const snapshot = this.#host.history.cards.get(id)?.snapshot;
      if (snapshot && !this.#host.cards.linker.find(id)) lost.add(snapshot.path);
      this.#host.reviews.cardChanged(id, this.#host.study());
    }
    if (lost.size > 0) void this.#host.changes.enqueue(() => this.#seek(lost));
    if (!this.#isWhole && this.#host.history.isWhole) this.#becameWhole();
    if (!isOwn || rejoined.size > 0 || lost.size > 0 || this.#host.snapshots.isOverruled(ids))
      this.#relinker.soon(isOwn ? [] : ids);
    this.#host.changed();
  }

  /** The last missing log has arrived; does what had to wait for it. */
  #becameWhole(): void {
    this.#isWhole = true;
    for (const { from, to } of this.#moved.splice(0)) this.#noteMove(from, to);
    void this.#host.changes.enqueue(() => this.#seek(this.#host.cards.library.notes.keys()));
  }

  /** Changes in any order end as after a start: cards are linked by the notes and the log alone. */
  async #relink(foreign: readonly string[]): Promise<void> {
    if (!this.#host.changes.hasReadAll || this.#host.history.cards.size === 0 || !this.#host.history.isWhole)
      return;
    const batch = await this.#host.cards.relink(this.#host.snapshots.pending());
    for (const path of batch.notes) this.showNote(path);
    this.#join(true);
    this.#host.reviews.notesChanged(batch.before, batch, this.#host.study());
    this.#host.snapshots.changed([...batch.notes].flatMap((path) => this.#host.cards.changedSnapshots(path)));
    this.#host.snapshots.differing(foreign.map((id) => this.#host.history.canonical(id)));
    if (batch.notes.size > 0) this.#host.changed();
  }

  /** The log brought histories whose cards may be in these notes. */
  async #seek(paths: Iterable<string>): Promise<void> {
    await this.take(this.#host.cards.unchanged(paths), new Map(), true);
  }
}
