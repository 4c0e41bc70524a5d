// Reads all logs of some folders. A file that cannot be read is told and left for later; it never stops the others.
import { isLog, LOG_VERSION, type LogProblem, parseLog } from '../../core/history/log-format.ts';
import { deviceOf, sequenceOf } from '../../core/history/order.ts';
import type { DeviceRecord } from './journal/device-record.ts';
import type { LogCache, ReadLog } from './log-cache.ts';
import type { FileStat, LogFiles } from '../ports.ts';
import { appWords } from '../strings.ts';

const MEGABYTE = 1024 * 1024;

/** Bytes. Our segments end near 128 KB, so a larger file is no log of ours, and would cost a phone its memory. */
const LARGEST_LOG = 32 * MEGABYTE;

/** Files read at a time: enough to hide the wait for each, few enough for a phone. */
const AT_ONCE = 16;

export interface LogFile extends ReadLog {
  readonly path: string;
}

export interface LogFolderContent {
  readonly files: LogFile[];
  /** Every `.md` file of the folders, logs or not. */
  readonly listed: readonly FileStat[];
  /** Listed, but not to be read now. */
  readonly unread: readonly LogProblem[];
  /** Never to be read. */
  readonly refused: readonly LogProblem[];
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** null for a file that is gone or is no log. */
export async function readLogFile(
  logs: LogFiles,
  path: string,
  kept: { readonly cache: LogCache; readonly stat: FileStat } | null = null,
): Promise<LogFile | LogProblem | null> {
  try {
    const text = await logs.read(path);
    if (text === null) return null;
    const log = kept ? kept.cache.parse(kept.stat, text) : parseLog(path, text);
    return isLog(path, log) ? { ...log, path, size: text.length } : null;
  } catch (error) {
    return { path, line: 1, message: appWords.unreadFile(reasonOf(error)) };
  }
}

async function listFolder(logs: LogFiles, folder: string): Promise<readonly FileStat[] | LogProblem> {
  try {
    // A log that stands elsewhere is a place of its own.
    const single = folder.endsWith('.md') ? await logs.stat(folder) : null;
    return single ? [single] : await logs.list(folder);
  } catch (error) {
    return { path: folder, line: 1, message: appWords.unreadFolder(reasonOf(error)) };
  }
}

export async function readLogFolders(
  logs: LogFiles,
  folders: readonly string[],
  cache: LogCache | null = null,
  breathe: () => Promise<unknown> = () => Promise.resolve(),
): Promise<LogFolderContent> {
  const listed = new Map<string, FileStat>();
  const files: LogFile[] = [];
  const unread: LogProblem[] = [];
  const refused: LogProblem[] = [];
  for (const folder of new Set(folders)) {
    const stats = await listFolder(logs, folder);
    if ('message' in stats) unread.push(stats);
    else for (const stat of stats) listed.set(stat.path, stat);
  }
  const all = [...listed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, size } of all) if (size > LARGEST_LOG) refused.push(tooLarge(path, size));
  const waiting = all.filter(({ size }) => size <= LARGEST_LOG);
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const some: Promise<LogFile | LogProblem | null>[] = [];
    for (const stat of waiting.slice(at, at + AT_ONCE)) {
      const { path } = stat;
      const log = cache?.find(stat);
      some.push(log ? Promise.resolve({ ...log, path }) : readLogFile(logs, path, cache && { cache, stat }));
      await breathe();
    }
    for (const read of await Promise.all(some)) {
      if (read === null) continue;
      if ('message' in read) unread.push(read);
      else files.push(read);
    }
  }
  return { files, listed: all, unread, refused };
}

function tooLarge(path: string, size: number): LogProblem {
  const message = appWords.largeFile(Math.round(size / MEGABYTE), LARGEST_LOG / MEGABYTE);
  return { path, line: 1, message };
}

/** Whether another install writes under this id, or local storage is older than the log (a restored backup). */
export function isCloned({ id, nonce, sequence }: DeviceRecord, files: readonly LogFile[]): boolean {
  return files.some(
    ({ headers, lines }) =>
      headers.some((header) => header.device === id && header.nonce !== nonce) ||
      lines.some(({ event }) => deviceOf(event.i) === id && sequenceOf(event.i) > sequence),
  );
}

function isNewer({ headers }: LogFile): boolean {
  return headers.some((header) => header.min > LOG_VERSION);
}

/** What is known of a file that this device may append to. */
export interface Segment {
  readonly size: number;
  /** Whether its header is known to be whole. */
  readonly headed: boolean;
  /** Of the file after our last append, where nobody else has written since. */
  readonly mtime?: number;
  /** True for a file that was deleted, or moved by another program. */
  readonly isGone?: boolean;
  /** False for a file of a newer version, and for one that cannot be read now. */
  readonly writable: boolean;
}

/** Listed, and not to be read: nothing of ours goes there. */
export const UNKNOWN_SEGMENT: Segment = { size: 0, headed: false, writable: false };

export function segmentOf(file: LogFile): Segment {
  return { size: file.size, headed: file.headers.length > 0, writable: !isNewer(file) };
}

/** With a word on a file of a newer version: it is read as far as it is understood, and never written to. */
export function problemsOf(file: LogFile): readonly LogProblem[] {
  const { path, problems } = file;
  if (!isNewer(file)) return problems;
  return [{ path, line: 1, message: appWords.newerFile }, ...problems];
}
