// Tells the log what cards look like, so that they are found again after edits that the app does not see: at the first
// review, before each action on a card that has changed since, and a while after the last change.
import type { CardHistory, NewEvent } from '../../core/history/event.ts';
import { encodeLook } from '../../core/history/look.ts';
import { lookOf } from '../../core/identity/fingerprint/fingerprint.ts';
import type { After } from '../ports.ts';
import type { TrackedCard } from './card-registry.ts';

export interface LooksHost {
  readonly after: After;
  history(id: string): CardHistory | undefined;
  find(id: string): TrackedCard | null;
  note(events: readonly NewEvent[]): void;
}

/** ms: while a person writes, the looks change with every save, and only the last is worth a line. */
const writeAfter = 60_000;

export class Looks {
  readonly #host: LooksHost;
  readonly #stale = new Set<string>();
  #cancel: (() => void) | null = null;

  constructor(host: LooksHost) {
    this.#host = host;
  }

  /** Cards that look other than the log says. */
  changed(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
    if (this.#stale.size === 0) return;
    this.#cancel?.();
    this.#cancel = this.#host.after(writeAfter, () => this.flush());
  }

  /** Before an action on these cards. */
  writeFor(ids: readonly string[]): void {
    this.#write(ids.filter((id) => this.#stale.has(id) || !this.#host.history(id)?.look));
  }

  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#write([...this.#stale]);
  }

  #write(ids: readonly string[]): void {
    const events = ids.flatMap((id): NewEvent[] => {
      const found = this.#host.find(id);
      return found ? [{ k: 'c', c: id, ...encodeLook(lookOf(found.card)) }] : [];
    });
    for (const id of ids) this.#stale.delete(id);
    if (events.length > 0) this.#host.note(events);
  }
}
