// Logs card snapshots so that cards are found again after edits the app does not see: at the first review, before each
// action on a card that has changed since, and a while after the last change.
import type { CardHistory, CardSnapshot, NewEvent } from '../../core/history/event.ts';
import { encodeSnapshot } from '../../core/history/card-snapshot.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import type { After } from '../ports.ts';
import { isSameSnapshot } from './same-snapshot.ts';
import type { TrackedCard } from './card-registry.ts';

export interface SnapshotWriterHost {
  readonly after: After;
  history(id: string): CardHistory | undefined;
  find(id: string): TrackedCard | null;
  note(events: readonly NewEvent[]): void;
}

/** ms: while the user types, snapshots change with every save, and only the last is worth a line. */
const writeAfter = 60_000;

export class SnapshotWriter {
  readonly #host: SnapshotWriterHost;
  readonly #stale = new Set<string>();
  readonly #logged = new Map<string, CardSnapshot>();
  #cancel: (() => void) | null = null;

  constructor(host: SnapshotWriterHost) {
    this.#host = host;
  }

  /** Cards that differ from their snapshot in the log. */
  changed(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
    if (this.#stale.size === 0) return;
    this.#cancel?.();
    this.#cancel = this.#host.after(writeAfter, () => this.flush());
  }

  /**
   * Whether the log has a different look for one of these cards although the right one was logged: by a device whose
   * clock is ahead, which counts as later.
   */
  isOverruled(ids: Iterable<string>): boolean {
    for (const id of ids) {
      if (this.#stale.has(id)) continue;
      const [found, history] = [this.#host.find(id), this.#host.history(id)];
      if (found && history?.snapshot && !isSameSnapshot(history.snapshot, snapshotOf(found.card)))
        return true;
    }
    return false;
  }

  /** Current snapshots of cards that are not in the log yet. */
  pending(): ReadonlyMap<string, CardSnapshot> {
    const snapshots = new Map<string, CardSnapshot>();
    for (const id of this.#stale) {
      const found = this.#host.find(id);
      if (found) snapshots.set(found.id, snapshotOf(found.card));
    }
    return snapshots;
  }

  /**
   * Cards of histories that another device changed: if it logged a different snapshot, logs this device's snapshot
   * again. Once per snapshot, or two devices with different notes would do so forever.
   */
  differing(ids: Iterable<string>): void {
    for (const id of ids) {
      const [found, history] = [this.#host.find(id), this.#host.history(id)];
      if (!found || !history) continue;
      const snapshot = snapshotOf(found.card);
      if (
        isSameSnapshot(history.snapshot, snapshot) ||
        isSameSnapshot(this.#logged.get(id) ?? null, snapshot)
      )
        continue;
      this.#logged.set(id, snapshot);
      this.changed([id]);
    }
  }

  /** Looks to log before an action on these cards, if the log lacks them; call `written` afterward. */
  before(ids: readonly string[]): readonly NewEvent[] {
    return this.#eventsFor(ids.filter((id) => this.#stale.has(id) || !this.#host.history(id)?.snapshot));
  }

  written(ids: readonly string[]): void {
    for (const id of ids) this.#stale.delete(id);
  }

  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const events = this.#eventsFor([...this.#stale]);
    this.#stale.clear();
    if (events.length > 0) this.#host.note(events);
  }

  #eventsFor(ids: readonly string[]): readonly NewEvent[] {
    return ids.flatMap((id): NewEvent[] => {
      const found = this.#host.find(id);
      return found ? [{ k: 'c', c: id, ...encodeSnapshot(snapshotOf(found.card)) }] : [];
    });
  }
}
