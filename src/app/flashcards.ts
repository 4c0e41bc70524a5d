// The whole of the plugin behind its screens, free of any host: notes → cards → histories → schedules → reviews.
import { readOptions } from '../core/card/options.ts';
import { encodeMove } from '../core/history/moves.ts';
import { parseSettings, settingsAfter, type Settings } from '../core/settings.ts';
import { notRaisedOn } from '../core/study/decks/presets.ts';
import type { StudyRequest } from '../core/study/scope.ts';
import { CardActions } from './study/card-actions.ts';
import { History } from './history/history.ts';
import type { Knowledge } from './history/missing-logs.ts';
import { raisedCards } from './study/raised-cards.ts';
import { appWords } from './strings.ts';
import { makeYieldToHost, inSlices } from './work/slices.ts';
import type { IndexedNote } from './index/indexed-note.ts';
import type { JournalHost } from './history/journal/journal.ts';
import type { LogCacheHost } from './history/log-cache.ts';
import { LookWriter } from './cards/look-writer.ts';
import type { Library, NoteChange } from './notes/library.ts';
import type { TrackedCard } from './cards/card-registry.ts';
import { ChangeQueue, type Progress } from './notes/change-queue.ts';
import { NoteIndex, type IndexHost } from './index/note-index.ts';
import type { NoteFiles, NoteLinks } from './ports.ts';
import type { Review } from './study/review.ts';
import { RunningReviews } from './study/running-reviews.ts';
import { Study, type StudyHost } from './study/study.ts';
import type { CardLinker } from './cards/card-linker.ts';
import { CardReader } from './cards/card-reader.ts';
import { Cards } from './cards/cards.ts';
import { Relinker } from './cards/relinker.ts';

export interface AppHost extends JournalHost, IndexHost, Pick<LogCacheHost, 'logCache'> {
  readonly files: NoteFiles;
  readonly links: NoteLinks;
}

interface Parts {
  readonly history: History;
  readonly index: NoteIndex;
  readonly cards: Cards;
  readonly study: Study;
}

export class Flashcards {
  readonly #host: AppHost;
  #settings: Settings;
  readonly history: History;
  readonly #cards: Cards;
  /** The texts of cards: all else of them is at hand. */
  readonly texts: CardReader;
  #study: Study;
  readonly #listeners = new Set<() => void>();
  readonly #reviews: RunningReviews;
  readonly #looks: LookWriter;
  readonly #actions: CardActions;
  readonly #changes: ChangeQueue;
  readonly #index: NoteIndex;
  readonly #forgetHistory: () => void;
  /** Whether no log was missing when the history changed last. */
  #isWhole: boolean;
  /** What was moved while some were missing: only then it is known what is logged. */
  readonly #moved: { readonly from: string; readonly to: string }[] = [];
  readonly #relinker: Relinker;

  private constructor(host: AppHost, settings: Settings, { history, index, cards, study }: Parts) {
    this.#host = host;
    this.#settings = settings;
    this.history = history;
    this.#isWhole = history.isWhole;
    this.#index = index;
    this.#cards = cards;
    this.#study = study;
    this.#looks = new LookWriter({
      after: host.after,
      history: (id) => history.cards.get(id),
      find: (id) => this.linker.find(id),
      note: (events) => void history.note(events),
    });
    this.#changes = new ChangeQueue({
      clock: host.clock,
      after: host.after,
      library: this.#cards.library,
      batch: (changes, moves) => this.#take(changes, moves),
      isUnlinked: () => history.cards.size === 0,
      progressed: () => this.#emit(),
    });
    this.#relinker = new Relinker({
      after: host.after,
      enqueue: (run) => this.#changes.enqueue(run),
      relink: (foreign) => this.#relink(foreign),
    });
    this.texts = new CardReader({
      library: cards.library,
      cardsOf: (path) => this.linker.notes.get(path) ?? [],
      find: (id) => this.linker.find(id),
      reread: (path) => this.#changes.reread(path),
    });
    this.#actions = new CardActions(history, this.#looks);
    this.#reviews = new RunningReviews(this.#actions.forReviews(() => this.#study));
    this.#forgetHistory = history.onChange((ids, isOwn) => this.#historyChanged(ids, isOwn));
  }

  static async open(host: AppHost, settings: Settings): Promise<Flashcards> {
    const options = readOptions(settings.cards, host.templateFolders);
    const index = new NoteIndex(host, options);
    const history = await History.open({ ...host, folder: settings.general.folder });
    const cards = new Cards({ ...host, history, index }, options);
    const study = await inSlices(Study.making(studyHost(host, history, cards), settings), host);
    return new Flashcards(host, settings, { history, index, cards, study });
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

  /** Null unless many notes are being read. */
  get progress(): Progress | null {
    return this.#changes.progress;
  }

  /** Whether all notes have been read once: until then a note without cards may only be unread. */
  get isIndexed(): boolean {
    return this.#changes.hasReadAll;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads all notes that may be watched. */
  index(): Promise<void> {
    return this.#changes.readAll();
  }

  /** A note was created, changed or deleted; or a log, perhaps by another device. */
  touch(path: string): void {
    void this.history.absorb(path);
    if (!this.history.isLog(path)) this.#changes.touch(path);
  }

  /** What the host knows of links may have changed: it says so after each save. New cards may come in another order. */
  linksChanged(): void {
    let isOther = false;
    for (const path of this.linker.notes.keys()) isOther = this.#study.linksChanged(path) || isOther;
    if (isOther) this.#emit();
  }

  /** A file or folder was renamed or moved. Gives whether the folder of the history has another path now. */
  renamed(from: string, to: string): boolean {
    if (!this.history.isWhole) this.#moved.push({ from, to });
    else this.#noteMove(from, to);
    const hasFolderMoved = this.history.renamed(from, to);
    if (/\.md$/i.test(to) && !this.history.isLog(to)) this.#changes.moved(from, to);
    return hasFolderMoved;
  }

  #noteMove(from: string, to: string): void {
    if (this.#cards.isLogged(from)) this.history.note([encodeMove(from, to)]);
  }

  /** Resolves when the cards of all that was touched are current. */
  async settle(): Promise<void> {
    await this.#changes.settle();
    // What was read may ask for all cards to be linked once more, which may queue more work in turn.
    await this.#relinker.settle();
    await this.#changes.enqueue(() => Promise.resolve());
    await this.#relinker.settle();
  }

  /** Whatever a person sets; the cards are found anew where it matters, and every schedule is planned anew. */
  async useSettings(settings: Settings): Promise<void> {
    const before = this.#settings;
    this.#settings = parseSettings(settings).settings;
    if (settings.general.folder !== before.general.folder)
      await this.history.useFolder(settings.general.folder);
    if (JSON.stringify(settings.cards) !== JSON.stringify(before.cards)) {
      this.#looks.flush();
      this.#cards.useOptions(readOptions(settings.cards, this.#host.templateFolders));
      await this.index();
    }
    const atOnce = notRaisedOn(this.#settings, this.#study.today);
    const raises = (one: Settings): string => JSON.stringify([one.schedule.raised, one.decks.presets]);
    const isRaised = raises(this.#settings) !== raises(before) && raises(this.#settings) !== raises(atOnce);
    if (isRaised) this.#planRaised(atOnce);
    else this.#plan(this.#settings);
    this.#emit();
  }

  /** Settings as a person changed them, as they are to be saved. */
  changedSettings(settings: Settings): Settings {
    return settingsAfter(this.#settings, settings, this.#study.today);
  }

  #plan(settings: Settings): void {
    this.#study = Study.of(studyHost(this.#host, this.history, this.#cards), settings);
    for (const path of this.linker.notes.keys()) this.#showNote(path);
  }

  /** Tells what a higher retention made due. */
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
    if (cards > 0) this.#host.tell(days > 1 ? appWords.raised(cards, days) : appWords.raisedToday(cards));
  }

  /** Whether the state of the cards can be shown, counted and reviewed; `onChange` tells when it is another. */
  get knowledge(): Knowledge {
    return this.history.knowledge;
  }

  /** Starts a review; end it with `endReview`. */
  startReview(request: StudyRequest): Review {
    const review = this.#reviews.start(request);
    // People leave the last page open: the review is over when no card is left.
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

  /** As CardActions. */
  mark(ids: readonly string[], field: string, value: unknown): void {
    this.#actions.mark(ids, field, value);
  }

  /** As CardActions. */
  undo(): readonly string[] | null {
    return this.#actions.undo();
  }

  /** As CardActions. */
  reconnect(lost: string, card: string, isOne: boolean): void {
    this.#actions.reconnect(lost, card, isOne);
  }

  /** Tells the log what changed cards look like, and appends what waits: when the page hides or the app quits. */
  async flush(): Promise<void> {
    this.#looks.flush();
    await Promise.all([this.history.flush(), this.#index.flush()]);
  }

  close(): void {
    this.#relinker.close();
    this.#changes.close();
    this.#index.close();
    this.#looks.flush();
    this.#forgetHistory();
    this.#listeners.clear();
    this.history.close();
  }

  /** Takes a batch of changed notes over into cards, schedules, and the reviews that run. */
  async #take(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string>,
    seek = false,
  ): Promise<void> {
    const batch = await this.#cards.take(changes, moves, seek);
    const { before } = batch;
    const yieldToHost = makeYieldToHost(this.#host);
    for (const path of batch.notes) {
      this.#showNote(path);
      await yieldToHost();
    }
    // A batch with every note is linked as a start is.
    const isStart = before.length === 0 && changes.length >= this.library.notes.size;
    // Only what the log brought can claim a card that is known by another id.
    if (seek || before.length === 0) this.#join(isStart);
    this.#reviews.notesChanged(before, batch, this.#study);
    if (before.length > 0)
      this.#looks.changed([...batch.notes].flatMap((path) => this.linker.changedLooks(path)));
    // After a start nobody waits for it, and it looks at every card that was ever reviewed.
    else void this.#changes.enqueue(() => this.#compareLooks(batch.notes));
    // Where every history has its card, a start would find each by its look.
    if (!isStart && this.linker.orphans().length > 0) this.#relinker.soon();
    this.#emit();
  }

  async #compareLooks(paths: ReadonlySet<string>): Promise<void> {
    const yieldToHost = makeYieldToHost(this.#host);
    for (const path of paths) {
      const note = this.note(path);
      const isOpen = note?.isOpen === true;
      this.#looks.changed(this.linker.changedLooks(path));
      if (!isOpen) note?.fold();
      await yieldToHost();
    }
    // To link by these looks may find more; without any it would be what the start has done.
    if (this.#looks.pending().size > 0) this.#relinker.soon();
  }

  #showNote(path: string): void {
    const note = this.linker.unlisted(path);
    if (note) this.#study.setUnlisted(path, note, () => this.linker.notes.get(path) ?? []);
    else this.#study.setNote(path, this.linker.notes.get(path) ?? null);
  }

  /** Joins histories of one card that two devices began, each before it knew of the other. */
  #join(isAllRead: boolean): void {
    // A missing log may say that they are two.
    if (!this.history.isWhole) return;
    const claims = this.linker.claims(isAllRead);
    this.history.note(claims.map(({ lost, owner }) => ({ k: 'a', f: lost, c: owner })));
  }

  #historyChanged(ids: ReadonlySet<string>, isOwn: boolean): void {
    const rejoined = this.#cards.historiesChanged(ids);
    const lost = new Set<string>();
    const planned = this.#study.replan(ids);
    for (const path of rejoined) this.#showNote(path);
    for (const id of planned) {
      const look = this.history.cards.get(id)?.look;
      if (look && !this.linker.find(id)) lost.add(look.path);
      this.#reviews.cardChanged(id, this.#study);
    }
    if (lost.size > 0) void this.#changes.enqueue(() => this.#seek(lost));
    if (!this.#isWhole && this.history.isWhole) this.#becameWhole();
    if (!isOwn || rejoined.size > 0 || lost.size > 0) this.#relinker.soon(isOwn ? [] : ids);
    this.#emit();
  }
  /** The last log that was missing is here: what had to wait for it. */
  #becameWhole(): void {
    this.#isWhole = true;
    for (const { from, to } of this.#moved.splice(0)) this.#noteMove(from, to);
    void this.#changes.enqueue(() => this.#seek(this.library.notes.keys()));
  }

  /** What arrives in any order ends as after a start: cards are linked by the notes and the log alone. */
  async #relink(foreign: readonly string[]): Promise<void> {
    if (!this.#changes.hasReadAll || this.history.cards.size === 0 || !this.history.isWhole) return;
    const batch = await this.#cards.relink(this.#looks.pending());
    for (const path of batch.notes) this.#showNote(path);
    this.#join(true);
    this.#reviews.notesChanged(batch.before, batch, this.#study);
    this.#looks.changed([...batch.notes].flatMap((path) => this.linker.changedLooks(path)));
    this.#looks.differing(foreign.map((id) => this.history.canonical(id)));
    if (batch.notes.size > 0) this.#emit();
  }

  /** The log brought histories: their cards may be here. */
  async #seek(paths: Iterable<string>): Promise<void> {
    await this.#take(this.#cards.unchanged(paths), new Map(), true);
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
    noteOf: (id) => cards.linker.find(id)?.card.note,
    linksFrom: (path) => links.from(path),
    isMissing: (target, note) => links.resolve(target, note) === null,
  };
}
