// The folded logs from an earlier start, kept alongside the logs: a start skips unchanged logs and reads only what was
// added to others. Never trusted over the logs: if one is gone, shorter, or begins differently, all of it is discarded
// and all logs are folded again.
import { parseLog, type ParsedLog } from '../../core/history/log-format.ts';
import {
  readColumns,
  stampOf,
  textColumn,
  textsOf,
  writeColumns,
} from '../../core/history/packed/columns.ts';
import { PackedLog } from '../../core/history/packed/packed-log.ts';
import type { After, FileStat, IndexCache } from '../ports.ts';
import { checksumFrom, loadInTime } from '../work/kept-texts.ts';
import { type FoldedLog, foldedLog, type KnownLogs, type ReadLog } from './log-cache.ts';

/** Increment when the shape of `about` changes. */
const shape = 2;

export interface KeptHistoryHost {
  readonly after: After;
  /** Where the folded logs are kept; nowhere if omitted. */
  readonly historyCache?: IndexCache<Uint8Array>;
  /** Program version: another one may fold logs differently. */
  readonly version?: string;
}

interface About {
  /** Stamp of the matching packed lines. */
  readonly stamp: number;
  readonly logs: readonly FoldedLog[];
  /** Lines that this device also remembers and that are in the logs. */
  readonly recent: readonly string[];
}

export interface ToKeep {
  readonly lines: Uint8Array;
  readonly plan: Uint8Array;
  readonly logs: readonly FoldedLog[];
  readonly recent: readonly string[];
}

const aboutKey = 'about';
const linesKey = 'lines';
const planKey = 'plan';

const versionOf = ({ version }: KeptHistoryHost): string => `${String(shape)} ${version ?? ''}`;

export class KeptHistory implements KnownLogs {
  readonly packed: PackedLog;
  /** Identifies the packed lines. */
  readonly stamp: number;
  /** The plan made from them, if any. */
  readonly plan: Uint8Array | null;
  /** Lines that this device also remembers and that are packed. */
  readonly recent: ReadonlySet<string>;
  readonly #logs: ReadonlyMap<string, FoldedLog>;
  readonly #found = new Set<string>();
  readonly folded = new Map<string, FoldedLog>();
  #isWrong = false;

  private constructor(packed: PackedLog, { logs, recent, stamp }: About, plan: Uint8Array | null) {
    this.packed = packed;
    this.stamp = stamp;
    this.plan = plan;
    this.recent = new Set(recent);
    this.#logs = new Map(logs.map((log) => [log.path, log]));
  }

  /** Null if nothing is kept, or if it is damaged, from another version, or not loaded in time. */
  static async open(host: KeptHistoryHost): Promise<KeptHistory | null> {
    if (!host.historyCache) return null;
    const kept = await loadInTime(host.historyCache, versionOf(host), host.after);
    const [aboutBlock, lines] = [kept?.get(aboutKey), kept?.get(linesKey)];
    const column = aboutBlock && readColumns(shape, aboutBlock)?.[0];
    const packed = column && lines ? PackedLog.read(lines) : null;
    if (!packed || !column || !lines) return null;
    // The checksum guarantees the shape: only `save` writes it.
    const about = JSON.parse(textsOf(column)[0] ?? 'null') as About;
    return about.stamp === stampOf(lines) ? new KeptHistory(packed, about, kept?.get(planKey) ?? null) : null;
  }

  /** Rejects if there is no room. */
  static async save(host: KeptHistoryHost, { lines, plan, logs, recent }: ToKeep): Promise<void> {
    const about: About = { stamp: stampOf(lines), logs, recent };
    const block = writeColumns(shape, [textColumn([JSON.stringify(about)])]);
    const values = new Map([
      [aboutKey, block],
      [linesKey, lines],
      [planKey, plan],
    ]);
    await host.historyCache?.save(versionOf(host), values);
  }

  /** Saves a plan for the kept lines. Rejects if there is no room. */
  static async savePlan(host: KeptHistoryHost, plan: Uint8Array): Promise<void> {
    await host.historyCache?.save(versionOf(host), new Map([[planKey, plan]]));
  }

  /** Whether all folded logs are present, each unchanged or longer. Check after all have been read. */
  get isRight(): boolean {
    return !this.#isWrong && this.#found.size === this.#logs.size;
  }

  /** An unchanged log, without its lines. */
  find({ path, mtime, size }: FileStat): ReadLog | null {
    const log = this.#logs.get(path);
    if (!log?.isSound || log.mtime !== mtime || log.size !== size) return null;
    this.#found.add(path);
    this.folded.set(path, log);
    const { headers, lineCount, length } = log;
    return { headers, lines: [], problems: [], torn: 0, lineCount, size: length };
  }

  /** Lines added since, or all lines if the log was not folded or is not sound. */
  parse(stat: FileStat, text: string): ReadLog {
    const log = this.#parse(stat.path, text);
    this.folded.set(stat.path, foldedLog(stat, text, log));
    return { ...log, size: text.length };
  }

  #parse(path: string, text: string): ParsedLog {
    const log = this.#logs.get(path);
    if (!log) return parseLog(path, text);
    const { length, hash, headers, lineCount, isSound } = log;
    // Text added to an unfinished last line changes that line.
    const isAddedTo =
      text.length > length &&
      !text.slice(0, length).endsWith('\n') &&
      !/^\r?\n/.test(text.slice(length, length + 2));
    if (text.length < length || isAddedTo || checksumFrom('', text, 0, length) !== hash) this.#isWrong = true;
    else this.#found.add(path);
    const before: ParsedLog = { headers, lines: [], problems: [], torn: 0, lineCount };
    const start = isSound && !this.#isWrong ? { log: before, length } : undefined;
    return parseLog(path, text, start);
  }
}

/** What an earlier start kept, and the cards whose history has changed since. */
export interface Start {
  readonly kept: KeptHistory;
  readonly changed: ReadonlySet<string>;
}
