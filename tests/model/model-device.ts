// One device of the model: a whole app over its own notes, logs, storage and clock, which may be killed at any time.
import { Flashcards } from '../../src/app/flashcards.ts';
import type { LogFiles } from '../../src/app/ports.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { MemoryIndexCache } from '../contract/memory-index-cache.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { MemoryNotes } from '../contract/memory-notes.ts';
import { settle } from '../app/clock.ts';
import { dice, type Roll } from './dice.ts';

/** The real time, which no device knows. */
export interface World {
  now: number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class ModelDevice {
  readonly notes = new MemoryNotes();
  readonly logs: MemoryLogFiles;
  readonly store = new MemoryLocalStore();
  readonly #index = new MemoryIndexCache();
  readonly #history = new MemoryIndexCache<Uint8Array>();
  readonly #logCache = new MemoryIndexCache();
  readonly #world: World;
  readonly #bytes: Roll;
  #app: Flashcards | null = null;
  #timers: Timer[] = [];
  #life = 0;
  /** Appends write a part and fail. */
  diskFull = false;
  /** ms that the clock is ahead. */
  skew: number;
  /** Minutes east of UTC. */
  zone: number;
  /** Ids under which it wrote. */
  readonly ids = new Set<string>();

  constructor(
    readonly name: string,
    world: World,
    { skew, zone, seed }: { readonly skew: number; readonly zone: number; readonly seed: number },
  ) {
    this.#world = world;
    this.skew = skew;
    this.zone = zone;
    this.#bytes = dice(seed);
    this.logs = new MemoryLogFiles(() => world.now);
  }

  get app(): Flashcards {
    if (!this.#app) throw new Error('the app is not open');
    return this.#app;
  }

  get now(): number {
    return this.#world.now + this.skew;
  }

  /** Starts the app; the one before is as good as killed. */
  async start(): Promise<void> {
    this.#timers = [];
    const life = (this.#life += 1);
    const alive = (run: () => void) => (): void => {
      if (life === this.#life) run();
    };
    const { logs, notes } = this;
    const failing: LogFiles = {
      list: (folder) => logs.list(folder),
      search: () => logs.search(),
      read: (path) => logs.read(path),
      stat: (path) => logs.stat(path),
      append: async (path, text) => {
        if (life !== this.#life) throw new Error('the app was killed');
        if (!this.diskFull) return logs.append(path, text);
        await logs.append(path, text.slice(0, this.#bytes(text.length)));
        throw new Error('the disk is full');
      },
    };
    this.#app = await Flashcards.open(
      {
        files: notes,
        links: notes.links(),
        logs: failing,
        store: this.store,
        clock: { now: () => this.now, zone: () => this.zone },
        random: (count) => Uint8Array.from({ length: count }, () => this.#bytes(256)),
        after: (ms, run) => {
          if (ms === 0) {
            setImmediate(alive(run));
            return () => undefined;
          }
          const timer = { at: this.#world.now + ms, run: alive(run) };
          this.#timers.push(timer);
          return () => {
            this.#timers = this.#timers.filter((other) => other !== timer);
          };
        },
        tell: () => undefined,
        cache: this.#index,
        historyCache: this.#history,
        logCache: this.#logCache,
        version: '1',
      },
      defaultSettings,
    );
    await this.#app.index();
    await this.calm();
  }

  /** Until nothing is under way. */
  async calm(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      await settle();
      await this.app.settle();
    }
    for (const [key, value] of this.store.values) {
      if (!key.startsWith('note-flashcards-device')) continue;
      const record: unknown = JSON.parse(value);
      if (typeof record === 'object' && record !== null && 'id' in record) this.ids.add(String(record.id));
    }
  }

  /** Runs the timers that are due. */
  async pass(): Promise<void> {
    const due = this.#timers.filter(({ at }) => at <= this.#world.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#world.now);
    for (const { run } of due) run();
    await this.calm();
  }

  async flush(): Promise<void> {
    await this.app.flush();
    await this.calm();
  }

  /** Everything that the screens show, with ids. */
  shown(): Readonly<Record<string, unknown>> {
    const { linker, study, history } = this.app;
    const shown: Record<string, unknown> = {};
    for (const path of [...linker.notes.keys()].sort()) {
      for (const { id, card } of linker.notes.get(path) ?? []) {
        const place = [path, ...card.headings, card.question, card.ordinal].join(' › ');
        shown[place] = { id, line: card.line, schedule: study.schedule(id) };
      }
    }
    const ids = [...linker.notes.values()].flat().map(({ id }) => id);
    shown['ids of several cards'] = ids.filter((id, at) => ids.indexOf(id) !== at);
    shown['orphans'] = linker
      .orphans()
      .map((history) => JSON.stringify(history))
      .sort();
    shown['counts'] = study.counts({ scope: { kind: 'all' } });
    shown['contradictions'] = history.contradictions.map(({ counts, offered }) => [counts.i, offered.i]);
    return shown;
  }

  /** Every review that counts, written out. */
  reviews(): readonly string[] {
    return [...this.app.history.reviews()].map((event) => JSON.stringify(event)).sort();
  }
}
