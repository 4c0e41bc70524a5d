// The vault's cards with their ids, from notes read now, indexed notes and the log.
import { dayMs } from '../../core/calendar.ts';
import type { CardSnapshot } from '../../core/history/event.ts';
import type { ReadOptions } from '../../core/card/options.ts';
import { HiddenCards } from './hidden-cards.ts';
import type { History } from '../history/history.ts';
import type { SliceHost } from '../work/slices.ts';
import { Library, type NoteChange } from '../notes/library.ts';
import type { KeptSize } from '../notes/note-reader.ts';
import { SnapshotPaths } from './snapshot-paths.ts';
import type { NoteIndex } from '../index/note-index.ts';
import type { NoteFiles } from '../ports.ts';
import { CardLinker, type TrackedBatch } from './card-linker.ts';

export interface CardsHost extends SliceHost {
  readonly files: NoteFiles;
  readonly history: History;
  readonly index: NoteIndex;
  /** What is kept of notes that were read; enough for reviews if omitted. */
  readonly keptNotes?: KeptSize;
}

export class Cards {
  readonly #history: History;
  readonly library: Library;
  readonly linker: CardLinker;
  readonly #allTexts: HiddenCards;
  readonly #snapshotPaths: SnapshotPaths;
  #joins = 0;

  constructor({ files, clock, after, history, index, keptNotes }: CardsHost, options: ReadOptions) {
    this.#history = history;
    this.#joins = history.joins;
    this.library = new Library(files, index, options, keptNotes);
    this.#allTexts = new HiddenCards(files, index);
    const histories = {
      history: (id: string) => history.cards.get(id),
      histories: () => history.cards.values(),
      historyIds: () => history.cards.keys(),
      snapshot: (id: string) => history.snapshot(id),
    };
    this.#snapshotPaths = new SnapshotPaths(histories);
    this.linker = new CardLinker({
      ...histories,
      clock,
      after,
      canonical: (id) => history.canonical(id),
      joinedIds: () => history.joinedIds(),
      note: (path) => this.library.notes.get(path) ?? null,
      exists: (path) => files.stat(path) !== null,
      hasText: (snapshot) => this.#allTexts.has(snapshot),
      daysSince: (one) => Math.floor((clock.now() - one.seenAt) / dayMs),
      apart: () => history.apart(),
      device: () => history.device,
    });
  }

  /** Links the cards of changed notes; see `CardLinker.apply`. */
  take(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string>,
    seek: boolean,
  ): Promise<TrackedBatch> {
    for (const { path } of changes) this.#allTexts.forget(path);
    return this.linker.apply(changes, moves, seek);
  }

  /** Ids of histories that were added, changed or removed. Returns the notes whose card ids changed. */
  historiesChanged(ids: ReadonlySet<string>): ReadonlySet<string> {
    this.linker.historiesChanged(ids);
    this.#snapshotPaths.historiesChanged(ids);
    if (this.#joins === this.#history.joins) return new Set();
    this.#joins = this.#history.joins;
    return this.linker.rejoin();
  }

  /** Links all cards as at startup; see `CardLinker.relink`. */
  relink(snapshots: ReadonlyMap<string, CardSnapshot>): Promise<TrackedBatch> {
    const notes = [...this.library.notes].map(([path, after]) => ({ path, before: null, after }));
    return this.linker.relink(notes, snapshots);
  }

  /** Watched notes as unchanged, to look for their histories again. */
  unchanged(paths: Iterable<string>): readonly NoteChange[] {
    return [...paths].flatMap((path) => {
      const note = this.library.notes.get(path);
      return note ? [{ path, before: note, after: note }] : [];
    });
  }

  /** Whether the log has an entry at a path or below it. */
  isLogged(path: string): boolean {
    return this.#snapshotPaths.has(path);
  }

  /** With new options, every card is found and linked again. */
  useOptions(options: ReadOptions): void {
    this.library.useOptions(options);
    this.linker.forget();
  }
}
