// The lines of the logs as they were read last, kept beside the logs: a file that has not changed is not read, and of
// one that grew only what is new is parsed. Never trusted over the log: a file of another size or time is read, and
// what was kept of it counts only where the file still begins with it, to the letter.
import {
  admittedLine,
  parseLog,
  type LogHeader,
  type LogLine,
  type ParsedLog,
} from '../../core/history/log-format.ts';
import { checksumFrom, loadInTime } from '../work/kept-texts.ts';
import type { After, FileStat, IndexCache } from '../ports.ts';

/** Count it up when the kept text takes another shape. */
const shape = 1;

export interface LogCacheHost {
  readonly after: After;
  /** Where the lines are kept; nowhere if not given. */
  readonly logCache?: IndexCache;
  /** Version of the program: another one may read logs in another way. */
  readonly version?: string;
}

type Kept = Omit<FoldedLog, 'path' | 'isSound'>;

/** What was parsed, and how long the text was that it was parsed from. */
export interface ReadLog extends ParsedLog {
  readonly size: number;
}

/** What is known of logs before they are read. */
export interface KnownLogs {
  /** A log that has not changed; null where it has to be read. */
  find(stat: FileStat): ReadLog | null;
  /** A log as it was just read; `stat` was taken before. */
  parse(stat: FileStat, text: string): ReadLog;
  /** By path, of those that were found or parsed. */
  readonly folded: ReadonlyMap<string, FoldedLog>;
}

/** A log as it was folded. */
export interface FoldedLog {
  readonly path: string;
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
  /** Characters. */
  readonly length: number;
  /** Of these characters. */
  readonly hash: string;
  readonly headers: readonly LogHeader[];
  readonly lineCount: number;
  /** Whether nothing in it has to be told at each start, and it ends with a line. */
  readonly isSound: boolean;
}

/** What is to be known of a log; `stat` was taken before it was read. */
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

  /** Writes what was read anew, and forgets what was not there. */
  async save(): Promise<void> {
    for (const path of this.#loaded.keys()) if (!this.#seen.has(path)) this.#changed.set(path, null);
    if (this.#changed.size === 0) return;
    // Full, or gone: the next start reads the logs.
    await this.#host.logCache?.save(this.#version, this.#changed).catch(() => undefined);
  }

  #find(path: string): Found | null {
    const record = this.#loaded.get(path);
    this.#seen.add(path);
    return record === undefined ? null : decode(path, record);
  }

  /** Only files without a fault are kept: of others each start has to tell what is wrong. */
  #keep({ path, isSound, ...kept }: FoldedLog, { lines }: ParsedLog): void {
    if (!this.#host.logCache) return;
    if (isSound) this.#changed.set(path, encode(path, kept, lines));
    else if (this.#loaded.has(path)) this.#changed.set(path, null);
  }
}

interface Found {
  readonly kept: Kept;
  /** The lines as they stand in the log, without checksums. */
  readonly body: string;
}

/** Null where the file does not begin with what was kept of it. */
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
  // The checksum vouches for the shape: only `encode` writes it.
  return { kept: JSON.parse(record.slice(head, body - 1)) as Kept, body: record.slice(body) };
}

function linesOf(body: string): LogLine[] {
  if (body === '') return [];
  return body.split('\n').map(admittedLine);
}
