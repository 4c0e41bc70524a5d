// Opens the logs at a start: the kept folded history plus what was added, or, if in any doubt, all lines.
import { parseLine } from '../../core/history/log-format.ts';
import { makeYieldToHost, type SliceHost } from '../work/slices.ts';
import type { LogFiles } from '../ports.ts';
import type { DeviceRecord } from './journal/device-record.ts';
import { KeptHistory, type KeptHistoryHost } from './kept-history.ts';
import { type FoldedLog, LogCache, type LogCacheHost } from './log-cache.ts';
import { type LogFolderContent, patienceOf, readLogFolders } from './log-reader.ts';

export interface OpenLogsHost extends SliceHost, KeptHistoryHost, LogCacheHost {
  readonly logs: LogFiles;
}

export interface OpenedLogs {
  /** Excludes kept lines. */
  readonly content: LogFolderContent;
  readonly kept: KeptHistory | null;
  /** The record of each log, for keeping the folded logs; null if some log could not be read. */
  readonly folded: readonly FoldedLog[] | null;
  /** Whether what is kept lacks much. */
  readonly isNew: boolean;
}

/** New lines that trigger a full save, since each start reads them until then: this many, or this share of the rest. */
const manyLines = 500;
const largeShare = 0.05;

/** @param before the previous device record: logs that have moved since are folded again */
export async function openLogs(
  host: OpenLogsHost,
  before: DeviceRecord,
  record: DeviceRecord,
): Promise<OpenedLogs> {
  const folders = [record.folder, ...record.formerFolders];
  let hung: readonly string[] = [];
  const read = async (known: KeptHistory | LogCache): Promise<LogFolderContent> => {
    const patience = patienceOf(host.after);
    const content = await readLogFolders(host.logs, folders, known, makeYieldToHost(host), patience, hung);
    hung = content.late.map(({ path }) => path);
    return content;
  };
  const isWhereItWas = JSON.stringify(folders) === JSON.stringify([before.folder, ...before.formerFolders]);
  const kept = isWhereItWas ? await KeptHistory.open(host) : null;
  if (kept && !record.ahead.some((text) => isPacked(text, kept))) {
    const content = await read(kept);
    const lines = content.files.reduce((sum, file) => sum + file.lines.length, 0);
    if (kept.isRight)
      return {
        content,
        kept,
        folded: foldedOf(content, kept.folded),
        isNew: lines > 0 && lines >= Math.min(manyLines, largeShare * kept.packed.size),
      };
  }
  const cache = await LogCache.open(host);
  const content = await read(cache);
  void cache.save();
  return { content, kept: null, folded: foldedOf(content, cache.folded), isNew: true };
}

/** A write-ahead line that reached the log before the log was kept is looked up in the log itself. */
function isPacked(text: string, { packed }: KeptHistory): boolean {
  const line = parseLine(text);
  return typeof line === 'object' && 'event' in line && packed.has(line);
}

/** Null if some log could not be read. */
function foldedOf(
  { files, unread, refused }: LogFolderContent,
  folded: ReadonlyMap<string, FoldedLog>,
): readonly FoldedLog[] | null {
  const logs = files.flatMap(({ path }) => folded.get(path) ?? []);
  return logs.length === files.length && unread.length + refused.length === 0 ? logs : null;
}
