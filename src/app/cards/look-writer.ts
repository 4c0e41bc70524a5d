// Logs card looks so that cards are found again after edits the app does not see: at the first review, before each
// action on a card that has changed since, and a while after the last change.
import type { CardHistory, Look, NewEvent } from '../../core/history/event.ts';
import { encodeLook } from '../../core/history/look.ts';
import { lookOf } from '../../core/identity/fingerprint/fingerprint.ts';
import type { After } from '../ports.ts';
import { isSameLook } from './same-look.ts';
import type { TrackedCard } from './card-registry.ts';

export interface LookWriterHost {
  readonly after: After;
  history(id: string): CardHistory | undefined;
  find(id: string): TrackedCard | null;
  note(events: readonly NewEvent[]): void;
}

/** ms: while the user types, looks change with every save, and only the last is worth a line. */
const writeAfter = 60_000;

export class LookWriter {
  readonly #host: LookWriterHost;
  readonly #stale = new Set<string>();
  readonly #told = new Map<string, Look>();
  #cancel: (() => void) | null = null;

  constructor(host: LookWriterHost) {
    this.#host = host;
  }

  /** Cards that differ from their look in the log. */
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
      if (found && history?.look && !isSameLook(history.look, lookOf(found.card))) return true;
    }
    return false;
  }

  /** Current looks of cards that are not in the log yet. */
  pending(): ReadonlyMap<string, Look> {
    const looks = new Map<string, Look>();
    for (const id of this.#stale) {
      const found = this.#host.find(id);
      if (found) looks.set(found.id, lookOf(found.card));
    }
    return looks;
  }

  /**
   * Cards of histories that another device changed: if it logged a different look, logs this device's look again. Once
   * per look, or two devices with different notes would do so forever.
   */
  differing(ids: Iterable<string>): void {
    for (const id of ids) {
      const [found, history] = [this.#host.find(id), this.#host.history(id)];
      if (!found || !history) continue;
      const look = lookOf(found.card);
      if (isSameLook(history.look, look) || isSameLook(this.#told.get(id) ?? null, look)) continue;
      this.#told.set(id, look);
      this.changed([id]);
    }
  }

  /** Looks to log before an action on these cards, if the log lacks them; call `written` afterward. */
  before(ids: readonly string[]): readonly NewEvent[] {
    return this.#eventsFor(ids.filter((id) => this.#stale.has(id) || !this.#host.history(id)?.look));
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
      return found ? [{ k: 'c', c: id, ...encodeLook(lookOf(found.card)) }] : [];
    });
  }
}
