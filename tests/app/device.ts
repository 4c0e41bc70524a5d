// One device for tests of the history: its storage lives on when the app is killed and opened again.
import { History } from '../../src/app/history/history.ts';
import type { IndexCache, LocalStore, LogFiles } from '../../src/app/ports.ts';
import type { NewEvent } from '../../src/core/history/event.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { Clock } from './clock.ts';
import { inEnglish } from '../../scripts/node/english.ts';

export const DAY = 86_400_000;

/** ms until an event is in the log, where no review ends and no page hides before. */
export const APPEND_WITHIN = 120_000;

export function answer(c: string, g: 1 | 2 | 3 | 4 = 3): NewEvent {
  return { k: 'r', c, g, d: 4000, z: -300, y: 20_700 };
}

export class Device extends Clock {
  readonly told: string[] = [];
  private seed: number;

  constructor(
    readonly files = new MemoryLogFiles(),
    readonly store = new MemoryLocalStore(),
    seed = 1,
    private readonly ports: {
      readonly logs?: LogFiles;
      readonly store?: LocalStore;
      readonly logCache?: IndexCache;
      readonly historyCache?: IndexCache<Uint8Array>;
    } = {},
  ) {
    super(Date.UTC(2026, 10, 2, 12));
    this.seed = seed * 7919;
  }

  /** Starts the app. The one that ran before is as good as killed: its timers never run again. */
  open(folder = 'Flashcards'): Promise<History> {
    this.forget();
    return History.open({
      logs: this.ports.logs ?? this.files,
      ...(this.ports.logCache && { logCache: this.ports.logCache }),
      ...(this.ports.historyCache && { historyCache: this.ports.historyCache }),
      store: this.ports.store ?? this.store,
      clock: { now: () => this.now, zone: () => -300 },
      random: (count) => Uint8Array.from({ length: count }, () => this.random()),
      after: (ms, run) => this.wait(ms, run),
      tell: (message) => this.told.push(inEnglish(message)),
      folder,
    });
  }

  private random(): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.seed >> 16;
  }
}

/** The grades of a card, in order. */
export function gradesOf(history: History, id: string): readonly number[] {
  return history.cards.get(history.canonical(id))?.reviews.map(({ g }) => g) ?? [];
}
