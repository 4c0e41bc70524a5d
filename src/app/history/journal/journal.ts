// Writes this device's log. An event is acknowledged once it is in local storage (the write-ahead). It is appended to
// the device's file when a review ends, when the app hides, and every two minutes in between: sync services keep a
// version for each append. Nothing here rewrites, renames or deletes.
import { MessageError, problemMessage, reasonOf, type Message } from '../../../core/text/message.ts';
import type { HistoryEvent, NewEvent } from '../../../core/history/event.ts';
import { earliest, latest, answerLimit, widestZone } from '../../../core/history/admit.ts';
import {
  encodeEvent,
  encodeHeader,
  logVersion,
  type LogLine,
  parseLine,
} from '../../../core/history/log-format.ts';
import { segmentPath } from '../../../core/history/log-folder.ts';
import { type DeviceRecord, newDevice } from './device-record.ts';
import { type Segment } from '../log-reader.ts';
import type { WindowSlot } from './window-slot.ts';
import type { RecentLines } from './recent-lines.ts';
import { readmeText } from '../readme.ts';
import type { After, Clock, LocalStore, LogFiles, RandomBytes } from '../../ports.ts';
import { appMessage } from '../../strings.ts';

/** Delay in ms from an event to its append, if nothing requests it earlier. */
const appendWithin = 120_000;

/** Delay in ms to the append of lines that should already be in the log. */
const appendSoon = 2000;
const retryAtMost = 60_000;

/** Size in bytes after which a new segment starts. Sync services transfer whole files: small ones are cheap. */
const segmentLimit = 128 * 1024;

/** Size of one append, in bytes. */
const batchLimit = 64 * 1024;

export interface JournalHost {
  readonly logs: LogFiles;
  readonly store: LocalStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly after: After;
  /** Shows one sentence to the user. */
  readonly tell: (message: Message) => void;
}

export class Journal {
  readonly #host: JournalHost;
  readonly #place: WindowSlot;
  #record: DeviceRecord;
  readonly #segments: Map<string, Segment>;
  readonly #recent: RecentLines;
  #cancel: (() => void) | null = null;
  #running: Promise<void> = Promise.resolve();
  #failures = 0;
  /** Folders that cannot be read, with the reason. */
  readonly #closedFolders = new Map<string, Message>();
  #storeFull = false;
  /** The highest sequence of this id before this session. */
  openedAt: number;

  constructor(
    host: JournalHost,
    place: WindowSlot,
    record: DeviceRecord,
    segments: Map<string, Segment>,
    recent: RecentLines,
  ) {
    this.#host = host;
    this.#place = place;
    this.#record = record;
    this.#segments = segments;
    this.#recent = recent;

    this.openedAt = record.sequence;
    if (record.ahead.length > 0) this.#schedule(appendSoon);
  }

  get device(): DeviceRecord {
    return this.#record;
  }

  /**
   * Acknowledges the events: once this returns, a crash loses none of them. Throws on an invalid event and writes none.
   * @param batch whether they form one action, or the name of the action they belong to
   * @param before events that the app notes before them, outside the batch
   */
  write(events: readonly NewEvent[], batch: boolean | string, before: readonly NewEvent[] = []): LogLine[] {
    const { id, sequence, ahead } = this.#own();
    const first = sequence + 1;
    // The time makes the name unique among clones, which issue the same numbers.
    const named = batch === true ? `${id}.b${first}.${this.#host.clock.now().toString(36)}` : batch;
    const b = named === false ? undefined : named;
    const all = [...before, ...events];
    const written = all.map((event, n) => this.#lineOf(event, first + n, n < before.length ? undefined : b));
    const encoded = written.map((one) => one.encoded);
    this.#keep({ ...this.#record, sequence: sequence + all.length, ahead: [...ahead, ...encoded] });
    // An import is more than local storage should hold for minutes.
    if (this.#someOf(this.#record.ahead).length < this.#record.ahead.length) void this.flush();
    return written.map(({ line }) => line);
  }

  /** Appends lines again that have disappeared from a file. */
  repeat(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const record = this.#own();
    this.#keep({ ...record, ahead: [...record.ahead, ...lines] });
    this.#recent.remove(lines);
    this.#schedule(appendSoon);
  }

  /** After a read of the file, appends again what it should contain but does not. */
  compare(path: string, present: ReadonlySet<string>): void {
    this.repeat(this.#recent.of(path).filter((line) => !present.has(line)));
  }

  /** After the file disappears, appends again what this device wrote to it. */
  missing(path: string): void {
    this.#segments.delete(path);
    this.compare(path, new Set());
  }

  /** Switches to a new id because another install writes under this one. */
  becomeNew(): void {
    this.#keep(newDevice(this.#host.random, this.#own()));
    this.openedAt = 0;
  }

  /** Whether the file is unchanged since our last append. Waits for a running append. */
  async wroteLast(path: string): Promise<boolean> {
    await this.#running;
    const segment = this.#segments.get(path);
    if (segment?.mtime === undefined) return false;
    const stat = await this.#host.logs.stat(path).catch(() => null);
    return stat !== null && stat.size === segment.size && stat.mtime === segment.mtime;
  }

  /** Sets what is known about a file after somebody else changed it. */
  setSegment(path: string, segment: Segment): void {
    this.#segments.set(path, segment);
  }

  /** A folder became unreadable, or readable again (null): lines waiting for it stay in local storage. */
  closeFolder(folder: string, reason: Message | null): void {
    if (reason !== null) this.#closedFolders.set(folder, reason);
    else if (this.#closedFolders.delete(folder) && this.#record.ahead.length > 0) this.#schedule(appendSoon);
  }

  /** Saves the device record. */
  remember(): void {
    this.#keep(this.#own());
  }

  /** Changes where logs are written and read. */
  usePlaces(change: (record: DeviceRecord) => DeviceRecord): void {
    this.#keep(change(this.#own()));
  }

  /** Files were renamed: what is known about each moves to its new path. */
  moveFiles(renamed: (path: string) => string): void {
    const segments = [...this.#segments];
    this.#segments.clear();
    for (const [path, segment] of segments) this.#segments.set(renamed(path), segment);
    this.#recent.move(renamed);
  }

  /** A file is gone. */
  lostFile(path: string): void {
    const segment = this.#segments.get(path);
    if (segment) this.#segments.set(path, { ...segment, isGone: true });
  }

  /** Paths of the known logs. */
  logPaths(): readonly string[] {
    return [...this.#segments].flatMap(([path, { isGone }]) => (isGone === true ? [] : [path]));
  }

  /** Appends waiting lines now. Never rejects: failures are reported, and their lines kept and tried again. */
  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    this.#running = this.#running.then(() => this.#drain());
    return this.#running;
  }

  /** Stops the timer; waiting lines are in local storage. */
  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Copies another folder's lines and leaves that folder as it is. Rejects if an append fails. */
  async copy(lines: readonly string[]): Promise<void> {
    for (let rest = lines; rest.length > 0;) {
      const some = this.#someOf(rest);
      await this.#append(some);
      rest = rest.slice(some.length);
    }
  }

  /** The event as a line, encoded once and parsed back as a check. */
  #lineOf(event: NewEvent, sequence: number, b: string | undefined): { line: LogLine; encoded: string } {
    const { k, t, ...rest } = event;
    // A clock that is off by decades would create lines that no device accepts; only then is the time clamped.
    const at = clamp(Math.round(t ?? this.#host.clock.now()), earliest, latest);
    const whole = { i: `${this.#record.id}.${sequence}`, t: at, k, ...rest, ...(b !== undefined && { b }) };
    const encoded = encodeEvent(tidy(whole as HistoryEvent));
    const parsed = parseLine(encoded);
    if (typeof parsed === 'object' && 'event' in parsed) return { line: parsed, encoded };
    const reason = typeof parsed === 'object' ? parsed.message : JSON.stringify(event);
    throw new MessageError(problemMessage('log/notAnEvent', reason));
  }

  /** The record to change; it gets a new id if another window has taken over ours. */
  #own(): DeviceRecord {
    if (!this.#place.isOurs) {
      this.#place.move();
      this.#record = newDevice(this.#host.random, this.#record);
      this.openedAt = 0;
    }
    return this.#record;
  }

  #keep(record: DeviceRecord): void {
    this.#record = record;
    const waits = record.ahead.length > 0;
    try {
      this.#save();
      this.#storeFull = false;
      if (waits && this.#cancel === null) this.#schedule(appendWithin);
    } catch (error) {
      if (!this.#storeFull) {
        this.#host.tell(appMessage('storageFull', reasonOf(error)));
      }
      this.#storeFull = true;
      if (waits) void this.flush();
    }
  }

  #save(): void {
    try {
      this.#place.save(this.#record);
    } catch {
      this.#recent.makeRoom();
      try {
        this.#place.save(this.#record);
      } catch (error) {
        // Freeing their room was not enough: they are the last copy of a line whose log was deleted.
        this.#recent.save();
        throw error;
      }
    }
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#host.after(ms, () => void this.flush());
  }

  async #drain(): Promise<void> {
    for (const [path, { isGone }] of [...this.#segments]) {
      // Moved files have new paths by now; deleted ones are written again.
      if (isGone === true && (await this.#host.logs.stat(path).catch(() => undefined)) === null)
        this.missing(path);
    }
    while (this.#record.ahead.length > 0) {
      const some = this.#someOf(this.#record.ahead);
      try {
        this.#recent.add(await this.#append(some), some);
      } catch (error) {
        if (this.#failures === 0) {
          this.#host.tell(appMessage('logWaits', reasonOf(error)));
        }
        this.#failures += 1;
        this.#schedule(Math.min(appendSoon * 2 ** this.#failures, retryAtMost));
        return;
      }
      this.#failures = 0;
      this.#forgetAhead(some.length);
    }
    await this.#explain();
  }

  #forgetAhead(count: number): void {
    this.#record = { ...this.#record, ahead: this.#record.ahead.slice(count) };
    // The window that has the place now writes them again, which is harmless.
    if (!this.#place.isOurs) return;
    try {
      this.#save();
    } catch {
      // What stays in the store is also in the log: a line written twice counts once.
    }
  }

  #someOf(lines: readonly string[]): readonly string[] {
    let bytes = 0;
    const end = lines.findIndex((line, n) => {
      bytes += line.length + 1;
      return n > 0 && bytes > batchLimit;
    });
    return end < 0 ? lines : lines.slice(0, end);
  }

  /** Returns the path of the file. */
  async #append(lines: readonly string[]): Promise<string> {
    const { folder, id: device, nonce } = this.#record;
    // The contents of an unreadable folder are unknown, so nothing is written over them or next to them.
    const closed = this.#closedFolders.get(folder);
    if (closed !== undefined) throw new MessageError(closed);
    const at = clamp(this.#host.clock.now(), earliest, latest);
    let part = 0;
    let path = segmentPath(folder, device, at, part);
    for (let known = this.#segments.get(path); known && !hasRoom(known); known = this.#segments.get(path)) {
      part += 1;
      path = segmentPath(folder, device, at, part);
    }
    if (this.#segments.get(path)?.headed && (await this.#host.logs.stat(path)) === null) {
      // Somebody deleted it while the app ran.
      this.missing(path);
    }
    const segment = this.#segments.get(path);
    const header = segment?.headed ? '' : `${encodeHeader({ device, nonce, min: logVersion })}\n`;
    // The first newline ends a line torn by a crash.
    const text = `${segment ? '\n' : ''}${header}${lines.join('\n')}\n`;
    const size = (segment?.size ?? 0) + text.length;
    try {
      await this.#host.logs.append(path, text);
    } catch (error) {
      // Nobody knows how much of it was written.
      this.#segments.set(path, { size, headed: false, writable: true });
      throw error;
    }
    this.#segments.set(path, { size, headed: true, writable: true });
    await this.#noteStat(path);
    return path;
  }

  /** Records the file's state after our append, which the host reports like anybody else's. */
  async #noteStat(path: string): Promise<void> {
    const stat = await this.#host.logs.stat(path).catch(() => null);
    const segment = this.#segments.get(path);
    // The size differs: somebody else wrote, too.
    if (segment && stat?.size === segment.size) this.#segments.set(path, { ...segment, mtime: stat.mtime });
  }

  async #explain(): Promise<void> {
    const { folder, explained } = this.#record;
    if (explained.includes(folder) || !this.#place.isOurs) return;
    const path = `${folder}/README.md`;
    try {
      if (!(await this.#host.logs.list(folder)).some((file) => file.path === path)) {
        await this.#host.logs.append(path, readmeText);
      }
      const record = this.#own();
      this.#keep({ ...record, explained: [...record.explained, folder] });
    } catch {
      // The page is a courtesy; the next flush tries again.
    }
  }
}

const hasRoom = (segment: Segment): boolean => segment.writable && segment.size < segmentLimit;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(Number.isFinite(value) ? value : low, low), high);
}

/** A review left open for weeks still counts, but its answer time is capped. */
function tidy(event: HistoryEvent): HistoryEvent {
  if (event.k !== 'r') return event;
  const d = clamp(Math.round(event.d), 0, answerLimit);
  return { ...event, d, z: clamp(Math.round(event.z), -widestZone, widestZone) };
}
