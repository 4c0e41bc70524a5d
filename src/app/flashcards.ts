// The whole plugin behind its screens, independent of any host: notes → cards → histories → schedules → reviews.
import { readOptions, type ReadOptions } from '../core/card/options.ts';
import { encodeBox } from '../core/history/boxes.ts';
import type { Grade } from '../core/history/event.ts';
import { boxPrefix, type PictureBox } from '../core/picture/box.ts';
import { parseSettings, settingsAfter, type Settings } from '../core/settings.ts';
import { deckPresets } from '../core/study/decks/named-presets.ts';
import { notRaisedOn } from '../core/study/decks/raised-decks.ts';
import type { StudyRequest } from '../core/study/scope.ts';
import type { StudyCard } from '../core/study/study-card.ts';
import { CardActions } from './study/card-actions.ts';
import { History } from './history/history.ts';
import type { Action } from './history/own-events.ts';
import type { PackedLog } from '../core/history/packed/packed-log.ts';
import type { Knowledge } from './history/missing-logs.ts';
import { raisedCards } from './study/raised-cards.ts';
import { appMessage } from './strings.ts';
import { inSlices } from './work/slices.ts';
import type { IndexedNote } from './index/indexed-note.ts';
import type { JournalHost } from './history/journal/journal.ts';
import type { OpenLogsHost } from './history/open-logs.ts';
import { SnapshotWriter } from './cards/snapshot-writer.ts';
import type { Library } from './notes/library.ts';
import type { TrackedCard } from './cards/card-registry.ts';
import { ChangeQueue, type Progress } from './notes/change-queue.ts';
import { NoteIndex, type IndexHost } from './index/note-index.ts';
import type { LocalStore, NoteFiles, NoteLinks } from './ports.ts';
import { NoteBoxes } from './notes/picture-boxes.ts';
import type { Review } from './study/review.ts';
import { RunningReviews } from './study/running-reviews.ts';
import { readPlan } from './study/kept-plan.ts';
import { Study, type StudyHost } from './study/study.ts';
import type { CardLinker } from './cards/card-linker.ts';
import { CardReader } from './cards/card-reader.ts';
import { Cards, type CardsHost } from './cards/cards.ts';
import { Updates } from './study/updates.ts';

export interface AppHost
  extends
    JournalHost,
    IndexHost,
    Pick<OpenLogsHost, 'logCache' | 'historyCache'>,
    Pick<CardsHost, 'keptNotes'> {
  readonly files: NoteFiles;
  readonly links: NoteLinks;
}

interface Parts {
  readonly history: History;
  readonly index: NoteIndex;
  readonly cards: Cards;
  readonly study: Study;
  readonly boxes: NoteBoxes;
}

export class Flashcards {
  readonly #host: AppHost;
  #settings: Settings;
  readonly history: History;
  readonly #cards: Cards;
  /** The cards' texts; everything else about them is in memory. */
  readonly texts: CardReader;
  #study: Study;
  readonly #listeners = new Set<() => void>();
  readonly #reviews: RunningReviews;
  readonly #snapshots: SnapshotWriter;
  readonly #actions: CardActions;
  readonly #changes: ChangeQueue;
  readonly #index: NoteIndex;
  readonly #forgetHistory: () => void;
  readonly #updates: Updates;
  /** The boxes on pictures. */
  readonly boxes: NoteBoxes;

  private constructor(host: AppHost, settings: Settings, { history, index, cards, study, boxes }: Parts) {
    this.#host = host;
    this.#settings = settings;
    this.history = history;
    this.#index = index;
    this.#cards = cards;
    this.#study = study;
    this.boxes = boxes;
    this.#snapshots = new SnapshotWriter({
      after: host.after,
      history: (id) => history.cards.get(id),
      find: (id) => this.linker.find(id),
      note: (events) => void history.note(events),
    });
    this.#changes = new ChangeQueue({
      clock: host.clock,
      after: host.after,
      library: this.#cards.library,
      batch: (changes, moves) => this.#updates.take(changes, moves),
      isUnlinked: () => history.cards.size === 0,
      progressed: () => this.#emit(),
    });
    this.texts = new CardReader({
      library: cards.library,
      cardsOf: (path) => this.linker.notes.get(path) ?? [],
      find: (id) => this.linker.find(id),
      reread: (path) => this.#changes.reread(path),
    });
    this.#actions = new CardActions(history, this.#snapshots);
    this.#reviews = new RunningReviews(this.#actions.forReviews(() => this.#study));
    this.#updates = new Updates({
      clock: host.clock,
      after: host.after,
      history,
      cards,
      hasBoxes: (path) => boxes.isLogged(path),
      study: () => this.#study,
      reviews: this.#reviews,
      snapshots: this.#snapshots,
      changes: this.#changes,
      changed: () => this.#emit(),
    });
    this.#forgetHistory = history.onChange((ids, ...how) => {
      const cardIds = [...ids].filter((id) => !id.startsWith(boxPrefix));
      if (cardIds.length < ids.size) this.#boxesChanged();
      this.#updates.historyChanged(new Set(cardIds), ...how);
    });
  }

  static async open(host: AppHost, settings: Settings): Promise<Flashcards> {
    const options = readOptions(settings.cards, host.templateFolders, deckPresets(settings.decks));
    const index = new NoteIndex(host, options);
    const history = await History.open({ ...host, folder: settings.general.folder });
    const { start } = history;
    const plan = start && readPlan(start.kept, start.changed, settings);
    const links = start && plan && { packed: start.kept.packed, columns: plan.links, changed: start.changed };
    const boxes = new NoteBoxes({ ...host, boxes: () => history.boxes() });
    const cards = new Cards({ ...host, history, index }, { ...options, boxes }, links);
    const study = await inSlices(Study.making(studyHost(host, history, cards), settings, plan), host);
    return new Flashcards(host, settings, { history, index, cards, study, boxes });
  }

  /** Resolves when this start has saved what the next one can reuse. */
  async keep(): Promise<void> {
    // Until then, it is not known which cards are as the log says.
    await this.#changes.enqueue(() => Promise.resolve());
    const isNew = !this.#study.kept || this.#cards.areNew;
    await this.history.keep({ isNew, packing: (...lines) => this.#packing(...lines) });
  }

  *#packing(packed: PackedLog, stamp: number): Generator<number, Uint8Array | null, undefined> {
    const { version } = this.#cards;
    const links = yield* this.#cards.packing(packed);
    const plan = yield* this.#study.packing(packed.names, stamp, links);
    return version === this.#cards.version ? plan : null;
  }

  get library(): Library {
    return this.#cards.library;
  }

  get linker(): CardLinker {
    return this.#cards.linker;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get study(): Study {
    return this.#study;
  }

  get links(): NoteLinks {
    return this.#host.links;
  }

  /** Small and never synced. */
  get store(): LocalStore {
    return this.#host.store;
  }

  /** Null unless many notes are being read. */
  get progress(): Progress | null {
    return this.#changes.progress;
  }

  /** Whether all notes have been read once; until then, a note without cards may just be unread. */
  get isIndexed(): boolean {
    return this.#changes.hasReadAll;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads all notes that may be watched. */
  async index(): Promise<void> {
    await this.#changes.readAll();
    // Not awaited by anyone.
    void this.keep();
  }

  /** A note was created, changed or deleted; or a log, perhaps by another device. */
  touch(path: string): void {
    void this.history.absorb(path);
    if (!this.history.isLog(path)) this.#changes.touch(path);
  }

  /** The host's link data may have changed; it reports this after each save. New cards may change order. */
  linksChanged(): void {
    this.#boxesChanged();
    let isOther = false;
    for (const path of this.linker.notes.keys()) isOther = this.#study.linksChanged(path) || isOther;
    if (isOther) this.#emit();
  }

  /** A file or folder was renamed or moved. Returns whether this changed the history folder's path. */
  renamed(from: string, to: string): boolean {
    this.#updates.moved(from, to);
    const hasFolderMoved = this.history.renamed(from, to);
    if (/\.md$/i.test(to) && !this.history.isLog(to)) this.#changes.moved(from, to);
    this.#boxesChanged();
    return hasFolderMoved;
  }

  /** Resolves when the cards of everything touched are current. */
  async settle(): Promise<void> {
    await this.#changes.settle();
    await this.#updates.settle();
  }

  /** Applies new settings: finds cards again where it matters, and replans every schedule. */
  async useSettings(settings: Settings): Promise<void> {
    const before = this.#settings;
    this.#settings = parseSettings(settings).settings;
    if (settings.general.folder !== before.general.folder)
      await this.history.useFolder(settings.general.folder);
    const options = (one: Settings): ReadOptions =>
      readOptions(one.cards, this.#host.templateFolders, deckPresets(one.decks));
    if (JSON.stringify(options(settings)) !== JSON.stringify(options(before))) {
      this.#snapshots.flush();
      this.#cards.useOptions({ ...options(settings), boxes: this.boxes });
      await this.index();
    }
    // Nothing but the folder changes a card.
    const general = { ...settings.general, folder: before.general.folder };
    if (JSON.stringify({ ...before, general }) === JSON.stringify(this.#settings)) {
      this.#emit();
      return;
    }
    const atOnce = notRaisedOn(this.#settings, this.#study.today);
    const raises = (one: Settings): string => JSON.stringify([one.schedule.raised, one.decks]);
    const isRaised = raises(this.#settings) !== raises(before) && raises(this.#settings) !== raises(atOnce);
    if (isRaised) this.#planRaised(atOnce);
    else this.#plan(this.#settings);
    this.#emit();
  }

  /** The settings to save after a user's change. */
  changedSettings(settings: Settings): Settings {
    return settingsAfter(this.#settings, settings, this.#study.today);
  }

  /** Notes whose boxes changed are read again, though their text is the same. */
  #boxesChanged(): void {
    for (const note of this.boxes.refresh()) {
      this.library.drop(note);
      this.#changes.touch(note);
    }
  }

  #plan(settings: Settings): void {
    this.#study = Study.of(studyHost(this.#host, this.history, this.#cards), settings);
    for (const path of this.linker.notes.keys()) this.#updates.showNote(path);
  }

  /** Reports what a higher retention made due. */
  #planRaised(settings: Settings): void {
    const before = this.#study;
    this.#plan(settings);
    const atOnce = this.#study;
    this.#plan(this.#settings);
    const { cards, days } = raisedCards(
      [...this.history.cards.keys()].filter((id) => this.linker.find(id)),
      {
        before: (id) => before.known(id),
        atOnce: (id) => atOnce.known(id),
        spread: (id) => this.#study.known(id),
      },
      before.today,
    );
    if (cards > 0)
      this.#host.tell(days > 1 ? appMessage('raised', cards, days) : appMessage('raisedToday', cards));
  }

  /** Whether card states can be shown, counted and reviewed; `onChange` reports when this changes. */
  get knowledge(): Knowledge {
    return this.history.knowledge;
  }

  /** Starts a review; end it with `endReview`. */
  startReview(request: StudyRequest): Review {
    const review = this.#reviews.start(request);
    // Users leave the last page open, so the review is over once no card is left.
    review.onChange(({ current }) => {
      if (current === null) void this.history.flush();
    });
    return review;
  }

  endReview(review: Review): void {
    this.#reviews.end(review);
    void this.history.flush();
    this.#emit();
  }

  note(path: string): IndexedNote | null {
    return this.library.notes.get(path) ?? null;
  }

  card(id: string): TrackedCard | null {
    return this.linker.find(id);
  }

  /** See CardActions. */
  mark(ids: readonly string[], field: string, value: unknown): void {
    this.#actions.mark(ids, field, value);
  }

  /** Records an answer that no running review gives; returns the review's name in the log. @param took ms */
  answer(card: StudyCard, grade: Grade, took: number): string {
    const moment = this.#study.moment();
    const day = this.#study.dayOf(moment.now);
    return this.#actions.forReviews(() => this.#study).answer(card, { grade, ...moment, day, took }).i;
  }

  /** Draws, changes and deletes boxes on pictures, as one action. @param gone ids of boxes to delete */
  saveBoxes(boxes: readonly PictureBox[], gone: readonly string[]): void {
    this.history.append([...boxes.map(encodeBox), ...gone.map((c) => ({ k: 'o', c }) as const)]);
  }

  /** See CardActions. */
  reposition(ids: readonly string[], place: -1 | 0 | 1): void {
    this.#actions.reposition(ids, place, this.#study);
  }

  /** See CardActions. */
  undo(): Action | null {
    return this.#actions.undo();
  }

  /** See CardActions. */
  redo(): Action | null {
    return this.#actions.redo();
  }

  /** See CardActions. */
  reconnect(lost: string, card: string, isOne: boolean): void {
    this.#actions.reconnect(lost, card, isOne);
  }

  /** Logs the snapshots of changed cards and appends what is pending: when the page hides or the app quits. */
  async flush(): Promise<void> {
    this.#snapshots.flush();
    await Promise.all([this.history.flush(), this.#index.flush()]);
  }

  close(): void {
    this.#updates.close();
    this.#changes.close();
    this.#index.close();
    this.#snapshots.flush();
    this.#forgetHistory();
    this.#listeners.clear();
    this.history.close();
  }

  #emit(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function studyHost({ clock, links }: AppHost, history: History, cards: Cards): StudyHost {
  return {
    clock,
    history: (id) => history.cards.get(id),
    histories: () => history.cards.values(),
    historyIds: () => history.cards.keys(),
    noteOf: (id) => cards.linker.find(id)?.card.note,
    linksFrom: (path) => links.from(path),
    isMissing: (target, note) => links.resolve(target, note) === null,
  };
}
