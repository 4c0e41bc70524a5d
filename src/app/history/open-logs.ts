// The logs at a start: what they folded to before and what came since, or, in any doubt, all their lines.
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
  /** Lines that are kept are not in it. */
  readonly content: LogFolderContent;
  readonly kept: KeptHistory | null;
  /** What is to be known of each log, to keep what they fold to; null where not every log could be read. */
  readonly folded: readonly FoldedLog[] | null;
  /** Whether what is kept lacks much. */
  readonly isNew: boolean;
}

/** New lines from which on all is kept anew, since each start reads them until then: so many, or a share of the rest. */
const manyLines = 500;
const largeShare = 0.05;

/** @param before the record of the device as it was: logs that were moved since are folded anew */
export async function openLogs(
  host: OpenLogsHost,
  before: DeviceRecord,
  record: DeviceRecord,
): Promise<OpenedLogs> {
  const folders = [record.folder, ...record.formerFolders];
  const read = (known: KeptHistory | LogCache): Promise<LogFolderContent> =>
    readLogFolders(host.logs, folders, known, makeYieldToHost(host), patienceOf(host.after));
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

/** A line ahead that reached the log before it was kept is looked for in the log itself. */
function isPacked(text: string, { packed }: KeptHistory): boolean {
  const line = parseLine(text);
  return typeof line === 'object' && 'event' in line && packed.has(line);
}

/** Null where not every log could be read. */
function foldedOf(
  { files, unread, refused }: LogFolderContent,
  folded: ReadonlyMap<string, FoldedLog>,
): readonly FoldedLog[] | null {
  const logs = files.flatMap(({ path }) => folded.get(path) ?? []);
  return logs.length === files.length && unread.length + refused.length === 0 ? logs : null;
}
