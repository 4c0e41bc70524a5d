// One device for tests of the history: its storage lives on when the app is killed and opened again.
import { History } from '../../src/app/history.ts';
import type { IndexCache, LocalStore, LogFiles } from '../../src/app/ports.ts';
import type { NewEvent } from '../../src/core/history/event.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';

export const DAY = 86_400_000;

export function answer(c: string, g: 1 | 2 | 3 | 4 = 3): NewEvent {
  return { k: 'r', c, g, d: 4000, z: -300, y: 20_700 };
}

export class Device {
  now = Date.UTC(2026, 10, 2, 12);
  readonly told: string[] = [];
  timers: { readonly at: number; readonly run: () => void }[] = [];
  private seed: number;

  constructor(
    readonly files = new MemoryLogFiles(),
    readonly store = new MemoryLocalStore(),
    seed = 1,
    private readonly ports: {
      readonly logs?: LogFiles;
      readonly store?: LocalStore;
      readonly logCache?: IndexCache;
    } = {},
  ) {
    this.seed = seed * 7919;
  }

  /** Starts the app. The one that ran before is as good as killed: its timers never run again. */
  open(folder = 'Flashcards'): Promise<History> {
    this.timers = [];
    return History.open({
      logs: this.ports.logs ?? this.files,
      ...(this.ports.logCache && { logCache: this.ports.logCache }),
      store: this.ports.store ?? this.store,
      clock: { now: () => this.now, zone: () => -300 },
      random: (count) => Uint8Array.from({ length: count }, () => this.random()),
      after: (ms, run) => {
        const timer = { at: this.now + ms, run };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      tell: (sentence) => this.told.push(sentence),
      folder,
    });
  }

  /** Lets time pass: runs the timers that are due and waits for what they started. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
    await settle();
  }

  private random(): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.seed >> 16;
  }
}

/** Lets every promise that can settle settle. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The grades of a card, in order. */
export function gradesOf(history: History, id: string): readonly number[] {
  return history.cards.get(history.canonical(id))?.reviews.map(({ g }) => g) ?? [];
}
