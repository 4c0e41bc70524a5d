// The lines of the logs as last read, kept alongside them: unchanged files are not read, and only what was added to
// others is parsed. Never trusted over the log: a file whose size or time differs is read, and its kept lines are used
// only if the file still begins with exactly that text.
import {
  admittedLine,
  parseLog,
  type LogHeader,
  type LogLine,
  type ParsedLog,
} from '../../core/history/log-format.ts';
import { checksumFrom, loadInTime } from '../work/kept-texts.ts';
import type { After, FileStat, IndexCache } from '../ports.ts';

/** Increment when the shape of the kept text changes. */
const shape = 2;

export interface LogCacheHost {
  readonly after: After;
  /** Where the lines are kept; nowhere if omitted. */
  readonly logCache?: IndexCache;
  /** Program version: another one may read logs differently. */
  readonly version?: string;
}

type Kept = Omit<FoldedLog, 'path' | 'isSound'>;

/** A parsed log and the length of the text it was parsed from. */
export interface ReadLog extends ParsedLog {
  readonly size: number;
}

/** What is known about logs before they are read. */
export interface KnownLogs {
  /** An unchanged log; null if it must be read. */
  find(stat: FileStat): ReadLog | null;
  /** A log that was just read; `stat` was taken before the read. */
  parse(stat: FileStat, text: string): ReadLog;
  /** By path, for logs that were found or parsed. */
  readonly folded: ReadonlyMap<string, FoldedLog>;
}

/** A log as it was folded. */
export interface FoldedLog {
  readonly path: string;
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
  /** In characters. */
  readonly length: number;
  /** Hash of these characters. */
  readonly hash: string;
  readonly headers: readonly LogHeader[];
  readonly lineCount: number;
  /** Whether it has nothing to report at each start and ends with a complete line. */
  readonly isSound: boolean;
}

/** Builds the record of a log; `stat` was taken before the read. */
export function foldedLog({ path, mtime, size }: FileStat, text: string, log: ParsedLog): FoldedLog {
  const { headers, lineCount, problems, torn } = log;
  const isSound = problems.length === 0 && torn === 0 && headers.length > 0 && text.endsWith('\n');
  return {
    path,
    mtime,
    size,
    length: text.length,
    hash: checksumFrom('', text, 0),
    headers,
    lineCount,
    isSound,
  };
}

export class LogCache implements KnownLogs {
  readonly #host: LogCacheHost;
  readonly #version: string;
  #loaded: ReadonlyMap<string, string> = new Map();
  readonly #changed = new Map<string, string | null>();
  readonly #seen = new Set<string>();
  readonly folded = new Map<string, FoldedLog>();

  private constructor(host: LogCacheHost) {
    this.#host = host;
    this.#version = `${shape} ${host.version ?? ''}`;
  }

  static async open(host: LogCacheHost): Promise<LogCache> {
    const cache = new LogCache(host);
    if (host.logCache)
      cache.#loaded = (await loadInTime(host.logCache, cache.#version, host.after)) ?? new Map();
    return cache;
  }

  find({ path, mtime, size }: FileStat): ReadLog | null {
    const found = this.#find(path);
    if (!found || found.kept.mtime !== mtime || found.kept.size !== size) return null;
    const { headers, lineCount, length } = found.kept;
    this.folded.set(path, { ...found.kept, path, isSound: true });
    return { headers, lines: linesOf(found.body), problems: [], torn: 0, lineCount, size: length };
  }

  parse(stat: FileStat, text: string): ReadLog {
    const found = this.#find(stat.path);
    const log = (found && parseGrown(stat.path, text, found)) ?? parseLog(stat.path, text);
    const folded = foldedLog(stat, text, log);
    this.folded.set(stat.path, folded);
    this.#keep(folded, log);
    return { ...log, size: text.length };
  }

  /** Saves what was just read, and forgets missing files. */
  async save(): Promise<void> {
    for (const path of this.#loaded.keys()) if (!this.#seen.has(path)) this.#changed.set(path, null);
    if (this.#changed.size === 0) return;
    // The store is full or gone: the next start reads the logs.
    await this.#host.logCache?.save(this.#version, this.#changed).catch(() => undefined);
  }

  #find(path: string): Found | null {
    const record = this.#loaded.get(path);
    this.#seen.add(path);
    return record === undefined ? null : decode(path, record);
  }

  /** Keeps only files without faults: each start must report the faults of others. */
  #keep({ path, isSound, ...kept }: FoldedLog, { lines }: ParsedLog): void {
    if (!this.#host.logCache) return;
    if (isSound) this.#changed.set(path, encode(path, kept, lines));
    else if (this.#loaded.has(path)) this.#changed.set(path, null);
  }
}

interface Found {
  readonly kept: Kept;
  /** The lines as in the log, without checksums. */
  readonly body: string;
}

/** Null if the file does not begin with the kept text. */
function parseGrown(path: string, text: string, { kept, body }: Found): ParsedLog | null {
  const { length, hash, headers, lineCount } = kept;
  if (text.length < length || checksumFrom('', text, 0, length) !== hash) return null;
  const before = { headers, lines: linesOf(body), problems: [], torn: 0, lineCount };
  return parseLog(path, text, { log: before, length });
}

function encode(path: string, kept: Kept, lines: readonly LogLine[]): string {
  const text = `\t${JSON.stringify(kept)}\t${lines.map((line) => line.text).join('\n')}`;
  return `${checksumFrom(path, text, 1)}${text}`;
}

function decode(path: string, record: string): Found | null {
  const head = record.indexOf('\t') + 1;
  if (record.slice(0, Math.max(head - 1, 0)) !== checksumFrom(path, record, head)) return null;
  const body = record.indexOf('\t', head) + 1;
  // The checksum guarantees the shape: only `encode` writes it.
  return { kept: JSON.parse(record.slice(head, body - 1)) as Kept, body: record.slice(body) };
}

function linesOf(body: string): LogLine[] {
  if (body === '') return [];
  return body.split('\n').map(admittedLine);
}
