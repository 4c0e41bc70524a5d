// Links all cards as at startup once local and remote changes have settled, so that changes that arrive in any order
// end as they would after a restart. Looks at every card with a history, so it waits for a pause, and skips changes
// that cannot make a difference.
import type { After } from '../ports.ts';

export interface RelinkerHost {
  readonly after: After;
  /** Runs after all note work already queued. */
  enqueue(run: () => Promise<void>): Promise<void>;
  /** Links all cards. @param foreign histories that other devices changed since the last full linking */
  relink(foreign: readonly string[]): Promise<void>;
}

/** ms: typing saves the note every two seconds. */
const pause = 5000;

export class Relinker {
  readonly #host: RelinkerHost;
  readonly #foreign = new Set<string>();
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(host: RelinkerHost) {
    this.#host = host;
  }

  /** @param foreign histories that other devices changed */
  soon(foreign: Iterable<string> = []): void {
    for (const id of foreign) this.#foreign.add(id);
    this.#cancel?.();
    this.#cancel = this.#host.after(pause, () => void this.now());
  }

  /** Resolves when no linking is pending. */
  async settle(): Promise<void> {
    while (this.#cancel || this.#running) await (this.#running ?? this.now());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  now(): Promise<void> {
    this.close();
    const running = this.#host.enqueue(() => {
      const foreign = [...this.#foreign];
      this.#foreign.clear();
      return this.#host.relink(foreign);
    });
    const done = running
      .catch(() => undefined)
      .then(() => {
        if (this.#running === done) this.#running = null;
      });
    this.#running = done;
    return done;
  }
}
