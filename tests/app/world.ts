// A vault, its logs and one device, for tests of the whole app without a host.
import { Flashcards } from '../../src/app/flashcards.ts';
import type { Review } from '../../src/app/study/review.ts';
import type { Grade } from '../../src/core/history/event.ts';
import { defaultSettings, type Settings } from '../../src/core/settings.ts';
import type { Scope } from '../../src/core/study/scope.ts';
import type { IndexCache } from '../../src/app/ports.ts';
import { MemoryIndexCache } from '../contract/memory-index-cache.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { MemoryNotes } from '../contract/memory-notes.ts';
import { Clock } from './clock.ts';
import { inEnglish } from '../../scripts/node/english.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export class World extends Clock {
  readonly store = new MemoryLocalStore();
  readonly told: string[] = [];
  /** What the logs folded to, between starts. */
  readonly historyCache = new MemoryIndexCache<Uint8Array>();
  /** ms by which the clock goes on whenever it is asked: work takes time then. */
  tick = 0;
  /** How often the app left the host time between two slices of work. */
  breaths = 0;
  #app: Flashcards | null = null;
  #seed: number;

  constructor(
    readonly notes: MemoryNotes,
    readonly logs = new MemoryLogFiles(),
    seed = 1,
    readonly cache: IndexCache = new MemoryIndexCache(),
  ) {
    super(Date.UTC(2026, 10, 2, 17));
    this.#seed = seed;
  }

  static async open(
    notes: Readonly<Record<string, string>>,
    settings: Settings = defaultSettings,
  ): Promise<World> {
    const world = new World(new MemoryNotes(notes));
    await world.start(settings);
    return world;
  }

  get app(): Flashcards {
    if (!this.#app) throw new Error('the app is not open');
    return this.#app;
  }

  /** Starts the app; the one before is as good as killed. */
  async start(settings: Settings = defaultSettings): Promise<void> {
    await this.begin(settings);
    await this.app.index();
  }

  /** Starts the app, with no note read yet. */
  async begin(settings: Settings = defaultSettings): Promise<void> {
    this.forget();
    this.#app = await Flashcards.open(
      {
        files: this.notes,
        links: this.notes.links(),
        logs: this.logs,
        store: this.store,
        clock: { now: () => (this.now += this.tick), zone: () => -300 },
        random: (count) =>
          Uint8Array.from({ length: count }, () => (this.#seed = (this.#seed * 75 + 74) % 65_537)),
        after: (ms, run) => {
          if (ms > 0) return this.wait(ms, run);
          this.breaths += 1;
          setImmediate(run);
          return () => undefined;
        },
        tell: (message) => this.told.push(inEnglish(message)),
        cache: this.cache,
        historyCache: this.historyCache,
        version: '1',
      },
      settings,
    );
  }

  /** Ends the app as a person does, with time to write. */
  async quit(): Promise<void> {
    await this.app.flush();
    this.app.close();
    this.#app = null;
  }

  override async pass(ms: number): Promise<void> {
    await super.pass(ms);
    await this.app.settle();
  }

  /** Saves notes; null deletes one. The app is told of all at once. */
  async save(notes: Readonly<Record<string, string | null>>): Promise<void> {
    for (const [path, text] of Object.entries(notes)) {
      if (text === null) this.notes.texts.delete(path);
      else this.notes.texts.set(path, text);
      this.app.touch(path);
    }
    await this.app.settle();
  }

  async rename(from: string, to: string): Promise<void> {
    const text = this.notes.texts.get(from);
    if (text === undefined) throw new Error(`no note at ${from}`);
    this.notes.texts.delete(from);
    this.notes.texts.set(to, text);
    this.app.renamed(from, to);
    await this.app.settle();
  }

  /** The id of the card that asks this, in a note where one is named. */
  id(question: string, note?: string): string {
    const found = [...this.app.linker.notes.values()]
      .flat()
      .filter(({ card }) => card.question === question && (note === undefined || card.note === note));
    if (found.length !== 1) throw new Error(`${found.length} cards ask “${question}”`);
    return found[0]?.id ?? '';
  }

  reps(question: string, note?: string): number {
    return this.app.study.schedule(this.id(question, note)).reps;
  }

  review(scope: Scope): Review {
    return this.app.startReview({ scope });
  }

  /** Answers one card, whatever comes first, by studying its note. */
  answer(question: string, grade: Grade = 3, note?: string): void {
    const id = this.id(question, note);
    const review = this.review({ kind: 'search', cards: new Set([id]) });
    const { current } = review.session;
    if (current?.card.id !== id) throw new Error(`“${question}” does not come up`);
    review.dispatch({ kind: 'reveal' });
    review.dispatch({ kind: 'grade', grade });
    this.app.endReview(review);
  }
}
