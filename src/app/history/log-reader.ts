// Reads all logs in some folders. A file that cannot be read is reported and left for later; it never stops the others.
import { reasonOf } from '../../core/text/message.ts';
import type { HistoryEvent } from '../../core/history/event.ts';
import type { Fold } from '../../core/history/fold.ts';
import { isLog, logVersion, type LogProblem, parseLog } from '../../core/history/log-format.ts';
import { deviceOf, sequenceOf } from '../../core/history/order.ts';
import type { DeviceRecord } from './journal/device-record.ts';
import type { KeptHistory } from './kept-history.ts';
import type { KnownLogs, ReadLog } from './log-cache.ts';
import { inTime } from '../work/kept-texts.ts';
import type { After, FileStat, LogFiles } from '../ports.ts';
import { appMessage } from '../strings.ts';

const megabyte = 1024 * 1024;

/** In bytes. Our segments end near 128 KB, so a larger file is none of our logs and would exhaust a phone's memory. */
const largestLog = 32 * megabyte;

/** Files read in parallel: enough to hide the latency of each, few enough for a phone. */
const atOnce = 16;

export interface LogFile extends ReadLog {
  readonly path: string;
}

type Read = LogFile | LogProblem | null;

/** A read that has started but not finished: the drive hangs or waits for the network. */
export interface LateRead {
  readonly path: string;
  /** Resolves on arrival, if ever: a file, or null for a folder that can now be listed. */
  readonly arrives: Promise<Read>;
}

/** Waits for some work, but not forever. Resolves to whether it finished. */
export type Patience = (work: Promise<unknown>) => Promise<boolean>;

/** How long, in ms, a start waits for a log before it continues with the others. */
const stallAfter = 1000;

export function patienceOf(after: After): Patience {
  return async (work) =>
    (await inTime(
      work.then(() => true),
      after,
      stallAfter,
    )) ?? false;
}

const forEver: Patience = async (work) => {
  await work;
  return true;
};

export interface LogFolderContent {
  readonly files: LogFile[];
  /** Every `.md` file in the folders, logs or not. */
  readonly listed: readonly FileStat[];
  /** Cannot be read now; includes what is late. */
  readonly unread: readonly LogProblem[];
  readonly late: readonly LateRead[];
  /** Never read. */
  readonly refused: readonly LogProblem[];
}

/** Null if the file is gone or is not a log. */
export async function readLogFile(
  logs: LogFiles,
  path: string,
  kept: { readonly cache: KnownLogs; readonly stat: FileStat } | null = null,
): Promise<Read> {
  try {
    const text = await logs.read(path);
    if (text === null) return null;
    const log = kept ? kept.cache.parse(kept.stat, text) : parseLog(path, text);
    return isLog(path, log) ? { ...log, path, size: text.length } : null;
  } catch (error) {
    return { path, line: 1, message: appMessage('unreadFile', reasonOf(error)) };
  }
}

async function listFolder(logs: LogFiles, folder: string): Promise<readonly FileStat[] | LogProblem> {
  try {
    // A log elsewhere is listed as its own place.
    const single = folder.endsWith('.md') ? await logs.stat(folder) : null;
    return single ? [single] : await logs.list(folder);
  } catch (error) {
    return { path: folder, line: 1, message: appMessage('unreadFolder', reasonOf(error)) };
  }
}

/** @param hung files and folders that have been waited for: their contents count if they come with the others */
export async function readLogFolders(
  logs: LogFiles,
  folders: readonly string[],
  cache: KnownLogs | null = null,
  yieldToHost: () => Promise<unknown> = () => Promise.resolve(),
  patience: Patience = forEver,
  hung: Iterable<string> = [],
): Promise<LogFolderContent> {
  const listed = new Map<string, FileStat>();
  const files: LogFile[] = [];
  const unread: LogProblem[] = [];
  const refused: LogProblem[] = [];
  const late: LateRead[] = [];
  const listing = new Pending<readonly FileStat[] | LogProblem>();
  for (const folder of new Set(folders)) listing.add(folder, listFolder(logs, folder));
  const slow = new Set(hung);
  await patience(listing.all(slow));
  for (const stats of listing.done.values()) {
    if ('message' in stats) unread.push(stats);
    else for (const stat of stats) listed.set(stat.path, stat);
  }
  for (const [path, stats] of listing.waiting) {
    unread.push({ path, line: 1, message: appMessage('late') });
    late.push({ path, arrives: stats.then((found) => ('message' in found ? found : null)) });
  }
  const all = [...listed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, size } of all) if (size > largestLog) refused.push(tooLarge(path, size));
  const waiting = all.filter(({ size }) => size <= largestLog);
  const reading = new Pending<Read>();
  let isSlow = false;
  for (let at = 0; at < waiting.length; at += atOnce) {
    for (const stat of waiting.slice(at, at + atOnce)) {
      const { path } = stat;
      const log = cache?.find(stat);
      const read = log
        ? Promise.resolve({ ...log, path })
        : readLogFile(logs, path, cache && { cache, stat });
      reading.add(path, read);
      await yieldToHost();
    }
    // If some hang, the others do not wait for each of them.
    if (isSlow || (await patience(reading.all(slow)))) continue;
    isSlow = true;
    for (const path of reading.waiting.keys()) slow.add(path);
  }
  if (isSlow) await patience(reading.all(slow));
  for (const { path } of waiting) {
    const read = reading.done.get(path);
    const arrives = reading.waiting.get(path);
    if (read && 'message' in read) unread.push(read);
    else if (read) files.push(read);
    else if (arrives) {
      unread.push({ path, line: 1, message: appMessage('late') });
      late.push({ path, arrives });
    }
  }
  return { files, listed: all, unread, refused, late };
}

/** Work by path, finished and pending. Never rejects. */
class Pending<T> {
  readonly waiting = new Map<string, Promise<T>>();
  readonly done = new Map<string, T>();

  add(path: string, work: Promise<T>): void {
    this.waiting.set(path, work);
    void work.then((result) => {
      this.waiting.delete(path);
      this.done.set(path, result);
    });
  }

  all(except: ReadonlySet<string>): Promise<unknown> {
    return Promise.all([...this.waiting].flatMap(([path, work]) => (except.has(path) ? [] : work)));
  }
}

function tooLarge(path: string, size: number): LogProblem {
  const message = appMessage('largeFile', Math.round(size / megabyte), largestLog / megabyte);
  return { path, line: 1, message };
}

/** Whether another install writes under this id, or local storage is older than the log (a restored backup). */
export function isClone(
  { id, nonce, sequence }: DeviceRecord,
  files: readonly LogFile[],
  fold: Fold,
  kept: KeptHistory | null,
): boolean {
  const isOwn = ({ i }: HistoryEvent): boolean => deviceOf(i) === id;
  if ((kept?.packed.endOf(id)?.sequence ?? 0) > sequence) return true;
  if (
    files.some(({ headers }) => headers.some(({ device, nonce: other }) => device === id && other !== nonce))
  )
    return true;
  const read = files.flatMap(({ lines }) => lines.map(({ event }) => event)).filter(isOwn);
  if (read.some(({ i }) => sequenceOf(i) > sequence)) return true;
  // Events that are still packed have no twins among each other.
  if (fold.isPacked) return read.some(({ i }) => fold.eventsOf(i).length > 1);
  return [...fold.twinIds()].some((i) => deviceOf(i) === id);
}

function isNewer({ headers }: LogFile): boolean {
  return headers.some((header) => header.min > logVersion);
}

/** What is known about a file that this device may append to. */
export interface Segment {
  readonly size: number;
  /** Whether its header is known to be complete. */
  readonly headed: boolean;
  /** The file's time after our last append, if nobody else has written since. */
  readonly mtime?: number;
  /** True if the file was deleted, or moved by another program. */
  readonly isGone?: boolean;
  /** False if the file is from a newer version or cannot be read now. */
  readonly writable: boolean;
}

/** Listed but not readable: we write nothing there. */
export const unknownSegment: Segment = { size: 0, headed: false, writable: false };

export function segmentOf(file: LogFile): Segment {
  return { size: file.size, headed: file.headers.length > 0, writable: !isNewer(file) };
}

/** Includes a notice for a file from a newer version: it is read as far as possible and never written to. */
export function problemsOf(file: LogFile): readonly LogProblem[] {
  const { path, problems } = file;
  if (!isNewer(file)) return problems;
  return [{ path, line: 1, message: appMessage('newerFile') }, ...problems];
}
