// Links all cards as a start does, once changes from here or from other devices have come to rest: what arrives in any
// order ends as it would after a restart. Looks at every card with a history, so it waits for a pause, and does nothing
// after a change that cannot make a difference.
import type { After } from '../ports.ts';

export interface RelinkerHost {
  readonly after: After;
  /** Runs after all work on notes that was asked for before. */
  enqueue(run: () => Promise<void>): Promise<void>;
  /** Links all cards. @param foreign histories that other devices changed since all cards were linked last */
  relink(foreign: readonly string[]): Promise<void>;
}

/** ms: a person who writes saves every two seconds. */
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

  /** Resolves when no linking is due. */
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
