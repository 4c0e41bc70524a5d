// The vault's cards with their ids, from notes read now, indexed notes and the log.
import { dayMs } from '../../core/calendar.ts';
import type { CardHistory, CardSnapshot } from '../../core/history/event.ts';
import type { Column } from '../../core/history/packed/columns.ts';
import type { PackedLog } from '../../core/history/packed/packed-log.ts';
import type { ReadOptions } from '../../core/card/options.ts';
import { similarDays } from '../../core/identity/steps/orphans.ts';
import { HiddenCards } from './hidden-cards.ts';
import type { History } from '../history/history.ts';
import type { SliceHost } from '../work/slices.ts';
import { Library, type NoteChange } from '../notes/library.ts';
import type { KeptSize } from '../notes/note-reader.ts';
import { SnapshotPaths } from './snapshot-paths.ts';
import type { NoteIndex } from '../index/note-index.ts';
import type { NoteFiles } from '../ports.ts';
import { CardLinker, type TrackedBatch } from './card-linker.ts';
import { KeptLinks, type KeptLinksHost, packingLinks } from './kept/kept-links.ts';

export interface CardsHost extends SliceHost {
  readonly files: NoteFiles;
  readonly history: History;
  readonly index: NoteIndex;
  /** What is kept of notes that were read; enough for reviews if omitted. */
  readonly keptNotes?: KeptSize;
}

/** Which card each history belonged to at an earlier start. */
export interface KeptColumns {
  readonly packed: PackedLog;
  readonly columns: readonly Column[];
  /** Cards whose history is not as packed. */
  readonly changed: ReadonlySet<string>;
}

export class Cards {
  readonly #history: History;
  readonly library: Library;
  readonly linker: CardLinker;
  readonly #allTexts: HiddenCards;
  readonly #snapshotPaths: SnapshotPaths;
  readonly #index: NoteIndex;
  readonly #keptHost: Pick<KeptLinksHost, 'stat' | 'lostState'>;
  readonly #kept: KeptLinks | null;
  /** Studied notes whose cards are as the log says. */
  readonly #same = new Set<string>();
  #joins = 0;
  #version = 0;

  /** @param links as kept by an earlier start */
  constructor(
    { files, clock, after, history, index, keptNotes }: CardsHost,
    options: ReadOptions,
    links: KeptColumns | null = null,
  ) {
    this.#history = history;
    this.#index = index;
    const daysSince = (one: CardHistory): number => Math.floor((clock.now() - one.seenAt) / dayMs);
    this.#keptHost = {
      stat: (note) => {
        const stat = files.stat(note.note);
        return stat && index.find(stat)?.note === note ? stat : null;
      },
      lostState: (id) => {
        const one = history.cards.get(id);
        const file = files.stat(one?.snapshot?.path ?? '');
        return JSON.stringify([file, one && daysSince(one) <= similarDays]);
      },
    };
    this.#kept = links && KeptLinks.read(links.packed, links.columns, links.changed, index.version);
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
    this.linker = new CardLinker(
      {
        ...histories,
        clock,
        after,
        canonical: (id) => history.canonical(id),
        joinedIds: () => history.joinedIds(),
        note: (path) => this.library.notes.get(path) ?? null,
        exists: (path) => files.stat(path) !== null,
        hasText: (snapshot) => this.#allTexts.has(snapshot),
        daysSince,
        apart: () => history.apart(),
        device: () => history.device,
        ...this.#keptHost,
      },
      this.#kept,
    );
  }

  /** Changes whenever a card may have another id or note. */
  get version(): number {
    return this.#version;
  }

  /** Whether the next start is quicker if the links are kept again. */
  get areNew(): boolean {
    return this.linker.hasSearched || (this.#kept?.areOld(this.#same.size) ?? this.#same.size > 0);
  }

  /** What the next start need not find out. */
  packing(packed: PackedLog): ReturnType<typeof packingLinks> {
    const { notes } = this.library;
    const kept = [...this.#same].flatMap((path) => notes.get(path) ?? []);
    const doubtful = () =>
      this.linker.doubtful.map(({ lost, candidate, score }) => ({ lost, candidate: candidate.id, score }));
    const lost = () => this.linker.orphans().flatMap(({ id, snapshot }) => (snapshot ? [id] : []));
    return packingLinks({
      packed,
      key: this.#index.version,
      notes: kept,
      cardsOf: ({ note }) => this.linker.linked(note)?.cards ?? this.linker.notes.get(note) ?? [],
      host: this.#keptHost,
      whole: this.#version === 1 ? { notes: notes.values(), lost: lost(), doubtful: doubtful() } : null,
    });
  }

  /** Ids of histories whose card in this note differs from the snapshot in the log. */
  changedSnapshots(path: string): readonly string[] {
    const changed = this.linker.changedSnapshots(path);
    if (changed.length === 0 && !this.linker.unlisted(path)) this.#same.add(path);
    return changed;
  }

  /** Links the cards of changed notes; see `CardLinker.apply`. */
  async take(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string>,
    seek: boolean,
  ): Promise<TrackedBatch> {
    for (const { path } of changes) {
      this.#allTexts.forget(path);
      this.#same.delete(path);
    }
    return this.#relinked(await this.linker.apply(changes, moves, seek));
  }

  /** Ids of histories that were added, changed or removed. Returns the notes whose card ids changed. */
  historiesChanged(ids: ReadonlySet<string>): ReadonlySet<string> {
    this.linker.historiesChanged(ids);
    this.#snapshotPaths.historiesChanged(ids);
    if (this.#joins === this.#history.joins) return new Set();
    this.#joins = this.#history.joins;
    this.#version += 1;
    return this.linker.rejoin();
  }

  /** Links all cards as at startup; see `CardLinker.relink`. */
  async relink(snapshots: ReadonlyMap<string, CardSnapshot>): Promise<TrackedBatch> {
    const notes = [...this.library.notes].map(([path, after]) => ({ path, before: null, after }));
    return this.#relinked(await this.linker.relink(notes, snapshots));
  }

  #relinked(batch: TrackedBatch): TrackedBatch {
    this.#version += 1;
    for (const path of batch.notes) this.#same.delete(path);
    return batch;
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
    this.#version += 1;
    this.#same.clear();
    this.library.useOptions(options);
    this.linker.forget();
  }
}
