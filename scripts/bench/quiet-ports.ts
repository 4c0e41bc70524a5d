// Ports of an app under measurement: its history is empty, it writes nothing and waits for nothing.
import type { AppHost } from '../../src/app/flashcards.ts';
import { memoryStore, systemClock } from '../node/app.ts';

export function quietPorts(): Pick<
  AppHost,
  'logs' | 'store' | 'clock' | 'random' | 'after' | 'tell' | 'version'
> {
  return {
    logs: {
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      search: () => Promise.resolve([]),
      stat: () => Promise.resolve(null),
      append: () => Promise.resolve(),
    },
    store: memoryStore(),
    clock: systemClock(),
    random: (count) => new Uint8Array(count).fill(7),
    after: (ms, run) => {
      if (ms === 0) setImmediate(run);
      return () => undefined;
    },
    tell: () => undefined,
    version: '',
  };
}
