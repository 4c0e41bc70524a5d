// Tells the log what cards look like, so that they are found again after edits that the app does not see: at the first
// review, before each action on a card that has changed since, and a while after the last change.
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

/** ms: while a person writes, the looks change with every save, and only the last is worth a line. */
const writeAfter = 60_000;

export class LookWriter {
  readonly #host: LookWriterHost;
  readonly #stale = new Set<string>();
  readonly #told = new Map<string, Look>();
  #cancel: (() => void) | null = null;

  constructor(host: LookWriterHost) {
    this.#host = host;
  }

  /** Cards that look other than the log says. */
  changed(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
    if (this.#stale.size === 0) return;
    this.#cancel?.();
    this.#cancel = this.#host.after(writeAfter, () => this.flush());
  }

  /**
   * Whether the log says of one of these cards that it looks otherwise, although it was told: by a device whose clock
   * is ahead, which counts as later.
   */
  isOverruled(ids: Iterable<string>): boolean {
    for (const id of ids) {
      if (this.#stale.has(id)) continue;
      const [found, history] = [this.#host.find(id), this.#host.history(id)];
      if (found && history?.look && !isSameLook(history.look, lookOf(found.card))) return true;
    }
    return false;
  }

  /** What those cards look like of which the log does not know yet. */
  pending(): ReadonlyMap<string, Look> {
    const looks = new Map<string, Look>();
    for (const id of this.#stale) {
      const found = this.#host.find(id);
      if (found) looks.set(found.id, lookOf(found.card));
    }
    return looks;
  }

  /**
   * Cards of histories that another device changed: where it wrote down another look, the log is told again what the
   * card looks like here. Once for each look, or two devices that have other notes would tell it for ever.
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

  /** What an action on these cards is to write before it, where the log does not know; call `written` after it. */
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
