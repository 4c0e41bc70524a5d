// The history while the app runs: the fold of all logs and this device's journal.
import type {
  CardHistory,
  HistoryEvent,
  SnapshotKey,
  NewEvent,
  ReviewEvent,
} from '../../core/history/event.ts';
import { Fold } from '../../core/history/fold.ts';
import type { ContradictoryLink } from '../../core/history/joins/joins.ts';
import type { Answer } from '../../core/history/packed/packed-log.ts';
import { encodeLine, type LogLine, type LogProblem } from '../../core/history/log-format.ts';
import { deviceOf, sequenceOf } from '../../core/history/order.ts';
import {
  isClone,
  type LogFile,
  type LogFolderContent,
  patienceOf,
  problemsOf,
  readLogFile,
  readLogFolders,
  segmentOf,
  unknownSegment,
} from './log-reader.ts';
import { inSlices } from '../work/slices.ts';
import { newDevice } from './journal/device-record.ts';
import { takeSlot } from './journal/take-slot.ts';
import type { PictureBox } from '../../core/picture/box.ts';
import { isLogName } from '../../core/history/log-folder.ts';
import { locate, searchIfLess, tellMissing, tellPlaces, withLogsAt } from './find-logs.ts';
import { mover, Places, rename } from './places.ts';
import { recall } from './recover.ts';
import type { Start } from './kept-history.ts';
import { HistoryKeeper, type PlanToKeep } from './history-keeper.ts';
import { openLogs, type OpenLogsHost } from './open-logs.ts';
import { type Action, OwnEvents, type UndoneAction } from './own-events.ts';
import type { Knowledge } from './missing-logs.ts';
import { type UnreadHost, UnreadLogs } from './unread-logs.ts';
import { Journal, type JournalHost } from './journal/journal.ts';
import { BroughtLines } from './journal/brought-lines.ts';

export interface HistoryOptions extends JournalHost, OpenLogsHost {
  /** The folder setting, as validated by `checkFolder`. */
  readonly folder: string;
}

/** `isOwn`: this device just made the change. `goesOn`: more of the action follows, and then one more call. */
type Listener = (changed: ReadonlySet<string>, isOwn: boolean, goesOn: boolean) => void;

export class History {
  readonly #options: HistoryOptions;
  readonly #fold: Fold;
  readonly #journal: Journal;
  readonly #own: OwnEvents;
  readonly #keeper: HistoryKeeper;
  readonly #listeners = new Set<Listener>();
  readonly #unread: UnreadLogs;
  readonly #broken = new Map<string, readonly LogProblem[]>();
  readonly #places: Places;
  #isInParts = false;
  readonly boxes: () => readonly PictureBox[];
  /** Lines that come from elsewhere. */
  readonly brought: BroughtLines;

  private constructor(
    options: HistoryOptions,
    fold: Fold,
    journal: Journal,
    own: OwnEvents,
    keeper: HistoryKeeper,
    /** What an earlier start kept, and the cards whose history has changed since; null if nothing was kept. */
    readonly start: Start | null,
    content: LogFolderContent,
    /** Time this start has already waited for late logs, in ms. */
    spent: number,
  ) {
    this.#options = options;
    this.#fold = fold;
    this.boxes = () => fold.boxes();
    this.#journal = journal;
    this.#own = own;
    this.#keeper = keeper;
    this.#places = new Places(journal, options.tell);
    const changed = (ids: ReadonlySet<string>): void => this.#emit(ids);
    const note = (events: readonly NewEvent[]): void => void this.note(events);
    this.brought = new BroughtLines({ logs: options.logs, fold, journal, changed, note });
    const host: UnreadHost = {
      after: options.after,
      isPlace: (path) => this.#places.all.includes(path),
      closeFolder: (path, reason) => journal.closeFolder(path, reason),
      readFolder: (folder) => this.#readFolder(folder),
      readFile: async (path) => {
        if (this.#places.has(path)) await this.absorb(path);
        else this.#unread.arrived(path, null);
      },
      take: (file) => this.#take(file),
      changed: () => this.#tell(new Set()),
    };
    this.#unread = new UnreadLogs(host, content.unread, content.late, spent);
  }

  static async open(options: HistoryOptions): Promise<History> {
    const begun = options.clock.now();
    const { place, record: before, recent } = takeSlot(options, options.folder);
    const record = await locate(options, before);
    if (record.folder !== before.folder) recent.move(mover(before.folder, record.folder));
    const { content, kept: packed, folded, isNew } = await openLogs(options, before, record);
    const fold = new Fold(packed?.packed ?? null);
    const newLines: LogLine[] = content.files.flatMap((file) => file.lines);
    const changed = await inSlices(fold.adding(newLines), options);
    const size = fold.size;
    const strays = await searchIfLess(options, record, content, fold);
    const recalled = recall(record.ahead, recent, content, fold, packed?.recent);
    const kept = { ...withLogsAt(record, strays), ahead: recalled.ahead };
    const wasLess = fold.size < record.lines;
    const cloned = isClone(kept, content.files, fold, packed);
    const device = cloned ? newDevice(options.random, kept) : kept;
    const segments = new Map(content.files.map((file) => [file.path, segmentOf(file)]));
    for (const { path } of [...content.unread, ...content.refused]) segments.set(path, unknownSegment);
    const journal = new Journal(options, place, device, segments, recent);
    const lines = content.unread.length > 0 ? Math.max(fold.size, record.lines) : fold.size;
    if (cloned || lines !== kept.lines || kept.folder !== before.folder) {
      journal.usePlaces((own) => ({ ...own, lines }));
    }
    journal.repeat(recalled.lost);
    const notice = tellPlaces(before, kept, content.files);
    if (notice !== null) options.tell(notice);
    else if (wasLess && content.unread.length === 0) options.tell(tellMissing(record, fold));
    const spent = options.clock.now() - begun;
    const own = new OwnEvents(fold, device.id, cloned);
    const logs = folded && { logs: folded, size, recent: [...recent.entries()].map(([text]) => text), isNew };
    const keeper = new HistoryKeeper(options, fold, packed, logs);
    const isKnown = packed !== null && strays.length === 0;
    const start = isKnown ? { kept: packed, changed: new Set([...changed, ...recalled.changed]) } : null;
    const history = new History(options, fold, journal, own, keeper, start, content, spent);
    for (const file of content.files) history.#broken.set(file.path, problemsOf(file));
    for (const problem of content.refused) history.#broken.set(problem.path, [problem]);
    return history;
  }

  /** Histories by canonical card id. Read it again after each change. */
  get cards(): ReadonlyMap<string, CardHistory> {
    return this.#fold.cards;
  }

  /** Where a card was and how to recognize it; null if the log has no snapshot for it. */
  snapshot(id: string): SnapshotKey | null {
    return this.#fold.snapshot(id);
  }

  /** Links that contradict an effective one, for “Unmatched history”. */
  get contradictions(): readonly ContradictoryLink[] {
    return this.#fold.contradictions;
  }

  /** This device's name in its event ids. */
  get device(): string {
    return this.#journal.device.id;
  }

  get folder(): string {
    return this.#journal.device.folder;
  }

  /** Folders used before the current setting; still read. */
  get formerFolders(): readonly string[] {
    return this.#journal.device.formerFolders;
  }

  /** Whether acknowledged events are waiting to be appended. */
  get waiting(): boolean {
    return this.#journal.device.ahead.length > 0;
  }

  /** Ids that no longer stand for a card: the log has joined them to another. */
  joinedIds(): Iterable<string> {
    return this.#fold.joinedIds();
  }

  /** The canonical id for this one. */
  canonical(id: string): string {
    return this.#fold.canonical(id);
  }

  /** Increases whenever canonical card ids may have changed. */
  get joins(): number {
    return this.#fold.joined;
  }

  /** Every effective review, including those before a reset, in no particular order. */
  reviews(): Iterable<ReviewEvent> {
    return this.#fold.reviews();
  }

  /** The same in brief, without a look at each line. */
  answers(): Iterable<Answer> {
    return this.#fold.answers();
  }

  /** Pairs of cards that the user said are different. */
  apart(): readonly (readonly [string, string])[] {
    return this.#fold.apart();
  }

  /** Reviews in the future: a device's clock is ahead, or was until now. Up to an hour is not worth reporting. */
  ahead(): readonly ReviewEvent[] {
    return [...this.#fold.reviewsAfter(this.#options.clock.now() + 60 * 60_000)];
  }

  /** Takes back a review from any device that was recorded with a wrong clock. */
  takeBack(review: ReviewEvent): void {
    const { i, c, g, d } = review;
    const written = this.#fold
      .eventsOf(i)
      .find((event) => event.k === 'r' && event.c === c && event.g === g && event.d === d);
    this.note([{ k: 'u', e: i, ...(written && { at: written.t }) }]);
  }

  /** Whether screens may show counts and start reviews; `onChange` reports changes. */
  get knowledge(): Knowledge {
    return this.#unread.missing.knowledge;
  }

  /** Whether everything present at the start is available. Until then, nothing is concluded from what is absent. */
  get isWhole(): boolean {
    return this.#unread.missing.isWhole;
  }

  /** Files and folders that the start could not read, with the reason. */
  missingLogs(): readonly LogProblem[] {
    return this.#unread.missing.problems;
  }

  /** Continues without the missing logs. They count as soon as they arrive. */
  continueWithout(): void {
    this.#unread.missing.accept();
  }

  /** What is wrong in the logs, or cannot be read now. */
  problems(): readonly LogProblem[] {
    return [...this.#unread.problems, ...[...this.#broken.values()].flat()];
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Writes a user action that is undone as one. Once this returns, no crash loses it.
   * @param snapshots its cards' snapshots, written before it: listeners are notified once, and undo keeps the snapshots
   */
  append(events: readonly NewEvent[], snapshots: readonly NewEvent[] = []): readonly HistoryEvent[] {
    const alone = events.length === 1 && (events[0]?.k === 'r' || events[0]?.k === 'x');
    return this.#write(events, !alone, snapshots);
  }

  /**
   * Writes part of an action that is too long to write at once. Call `endParts` after the last part.
   * @param action the name returned by the first part; null for the first part
   */
  appendPart(events: readonly NewEvent[], action: string | null): string | null {
    this.#isInParts = true;
    return this.#write(events, action ?? true)[0]?.b ?? action;
  }

  /** Notifies listeners of what depends on all parts together. */
  endParts(): void {
    this.#isInParts = false;
    this.#tell(new Set(), true);
  }

  /** Writes the app's own events (snapshots, moves, sure links), which `undo` skips. */
  note(events: readonly NewEvent[]): readonly HistoryEvent[] {
    return this.#write(events, false);
  }

  /** This device's last action still in effect; null if there is none. */
  undoable(): Action | null {
    return this.#own.lastAction(this.#known);
  }

  /** Undoes the last action; called again, the one before it. Returns the undone action. */
  undo(): Action | null {
    const action = this.undoable();
    if (action) this.note([{ k: 'u', e: action.name }]);
    return action;
  }

  /** What this device undid last, unless it has done anything since, or an action that it undid; else null. */
  redoable(name?: string): UndoneAction | null {
    return name === undefined ? this.#own.lastUndo(this.#known) : this.#own.undone(name, this.#known);
  }

  /** Before this start, a later action may be in a missing log. */
  get #known(): number {
    return this.isWhole ? -Infinity : this.#journal.openedAt;
  }

  /** Appends waiting events now: when the page hides or the app quits. */
  flush(): Promise<void> {
    return this.#journal.flush();
  }

  /** Saves the folded logs, and the plan made from them, for the next start. */
  keep(plan: PlanToKeep): Promise<void> {
    return this.#keeper.keep(plan);
  }

  /** Stops all timers. Waiting events stay in local storage for the next start. */
  close(): void {
    this.#journal.close();
    this.#unread.close();
    this.#listeners.clear();
    this.#keeper.close();
  }

  /** Reads a file that appeared or changed. Events it no longer contains stay in the state. */
  async absorb(path: string): Promise<void> {
    const isStray = !this.#places.has(path);
    if (isStray && !isLogName(path)) return;
    if (await this.#journal.wroteLast(path)) return;
    const read = await readLogFile(this.#options.logs, path);
    if (read === null) this.#places.lost(path);
    // A user's note may be named like a log.
    if (isStray && (read === null || 'message' in read || read.lines.length === 0)) return;
    this.#unread.arrived(path, read);
    if (isStray) this.#places.add(path);
  }

  /** Whether the file is a log, as far as is known without reading it. */
  isLog(path: string): boolean {
    return this.#places.isLog(path);
  }

  /** Handles a file or folder rename in Obsidian. Returns whether the history folder's path changed. */
  renamed(from: string, to: string): boolean {
    const { folder } = this;
    const renamed = this.#places.renamed(from, to);
    if (renamed === null) return false;
    rename(this.#broken, renamed);
    this.#unread.renamed(renamed);
    return this.folder !== folder;
  }

  /** Writes to another folder from now on, as the user chose. The old one is still read. */
  async useFolder(folder: string): Promise<void> {
    if (!(await this.#places.choose(folder))) return;
    await this.#readFolder(folder);
  }

  #write(
    events: readonly NewEvent[],
    batch: boolean | string,
    before: readonly NewEvent[] = [],
  ): readonly HistoryEvent[] {
    if (events.length === 0) return [];
    const aimed = events.map((event) => this.#own.aimed(event));
    const lines = this.#journal.write(aimed, batch, before);
    const written = lines.map((line) => line.event);
    this.#own.wrote(written);
    this.#emit(this.#fold.add(lines), true);
    return written;
  }

  #take(file: LogFile): void {
    const { id, nonce } = this.#journal.device;
    const newLines = file.lines.filter((line) => !this.#fold.has(line));
    const ours = newLines.map((line) => line.event).filter((event) => deviceOf(event.i) === id);
    const cloned =
      ours.some(({ i }) => sequenceOf(i) > this.#journal.openedAt || this.#fold.eventsOf(i).length > 0) ||
      file.headers.some((header) => header.device === id && header.nonce !== nonce);
    this.#broken.set(file.path, problemsOf(file));
    this.#journal.setSegment(file.path, segmentOf(file));
    this.#journal.compare(file.path, new Set(file.lines.map(encodeLine)));
    if (cloned) {
      this.#own.becomesNew();
      this.#journal.becomeNew();
    } else if (ours.length > 0) this.#own.came(ours, id);
    this.#emit(this.#fold.add(newLines));
  }

  #emit(changed: ReadonlySet<string>, isOwn = false): void {
    if (changed.size > 0) this.#tell(changed, isOwn);
  }

  #tell(changed: ReadonlySet<string>, isOwn = false): void {
    for (const listener of this.#listeners) listener(changed, isOwn, this.#isInParts);
  }

  async #readFolder(folder: string): Promise<void> {
    const { logs, after } = this.#options;
    const content = await readLogFolders(logs, [folder], null, undefined, patienceOf(after));
    for (const { path } of [...content.unread, ...content.refused])
      this.#journal.setSegment(path, unknownSegment);
    for (const problem of content.refused) this.#broken.set(problem.path, [problem]);
    for (const file of content.files) this.#unread.arrived(file.path, file);
    this.#unread.arrivedFolder(folder, content.unread, content.late);
  }
}
