// The page's line to the server: operations on files, and news of what changed on disk.
import type { Change, HostInfo, Operation, Operations, Reply } from '../protocol.ts';

/** Chromium lets a page that is going away send this many bytes in all. */
const keepaliveLimit = 60_000;

export class Connection {
  private readonly client = crypto.randomUUID();
  private leaving = false;

  private constructor(readonly info: HostInfo) {
    window.addEventListener('pagehide', () => (this.leaving = true), { capture: true });
    window.addEventListener('pageshow', () => (this.leaving = false), { capture: true });
  }

  static async open(): Promise<Connection> {
    const response = await fetch('/info');
    return new Connection((await response.json()) as HostInfo);
  }

  async call<O extends Operation>(
    operation: O,
    args: Operations[O]['args'],
  ): Promise<Operations[O]['result']> {
    const body = JSON.stringify(args);
    const keepalive = (this.leaving || document.visibilityState === 'hidden') && body.length < keepaliveLimit;
    const response = await fetch(`/api/${operation}?client=${this.client}`, {
      method: 'POST',
      body,
      keepalive,
    });
    const reply = (await response.json()) as Reply;
    if ('error' in reply) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value as Operations[O]['result'];
  }

  /** Resolves once the server will tell of every further change. */
  listen(callback: (changes: Change[]) => void): Promise<void> {
    const source = new EventSource(`/changes?client=${this.client}`);
    source.onmessage = (event: MessageEvent<string>) => callback(JSON.parse(event.data) as Change[]);
    return new Promise((resolve) => {
      source.onopen = () => resolve();
    });
  }
}
