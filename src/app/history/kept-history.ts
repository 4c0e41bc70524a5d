// What the logs folded to at an earlier start, kept beside them: a start reads no log that is as it was then, and of one
// that grew only what is new. Never trusted over the logs: where one is gone, shorter, or begins otherwise, nothing of it
// counts and all logs are folded anew.
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

/** Count it up when what stands in `about` takes another shape. */
const shape = 1;

export interface KeptHistoryHost {
  readonly after: After;
  /** Where the folded logs are kept; nowhere if not given. */
  readonly historyCache?: IndexCache<Uint8Array>;
  /** Version of the program: another one may fold logs in another way. */
  readonly version?: string;
}

interface About {
  /** Of the packed lines that belong to it. */
  readonly stamp: number;
  readonly logs: readonly FoldedLog[];
  /** Lines that this device remembers by itself, and that are in the logs. */
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
  /** Tells the packed lines from others. */
  readonly stamp: number;
  /** What was planned from them, if anything. */
  readonly plan: Uint8Array | null;
  /** Lines that this device remembers by itself, and that are packed. */
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

  /** Null where nothing is kept, or it is damaged, of another version, or not there in time. */
  static async open(host: KeptHistoryHost): Promise<KeptHistory | null> {
    if (!host.historyCache) return null;
    const kept = await loadInTime(host.historyCache, versionOf(host), host.after);
    const [aboutBlock, lines] = [kept?.get(aboutKey), kept?.get(linesKey)];
    const column = aboutBlock && readColumns(shape, aboutBlock)?.[0];
    const packed = column && lines ? PackedLog.read(lines) : null;
    if (!packed || !column || !lines) return null;
    // The checksum vouches for the shape: only `save` writes it.
    const about = JSON.parse(textsOf(column)[0] ?? 'null') as About;
    return about.stamp === stampOf(lines) ? new KeptHistory(packed, about, kept?.get(planKey) ?? null) : null;
  }

  /** Rejects where there is no room. */
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

  /** Of the lines that are kept. Rejects where there is no room. */
  static async savePlan(host: KeptHistoryHost, plan: Uint8Array): Promise<void> {
    await host.historyCache?.save(versionOf(host), new Map([[planKey, plan]]));
  }

  /** Whether all logs are here that were folded, each as it was or longer. To be asked after all were read. */
  get isRight(): boolean {
    return !this.#isWrong && this.#found.size === this.#logs.size;
  }

  /** A log that has not changed, without its lines. */
  find({ path, mtime, size }: FileStat): ReadLog | null {
    const log = this.#logs.get(path);
    if (!log?.isSound || log.mtime !== mtime || log.size !== size) return null;
    this.#found.add(path);
    this.folded.set(path, log);
    const { headers, lineCount, length } = log;
    return { headers, lines: [], problems: [], torn: 0, lineCount, size: length };
  }

  /** What came since; all lines of a log that was not folded, or is not sound. */
  parse(stat: FileStat, text: string): ReadLog {
    const log = this.#parse(stat.path, text);
    this.folded.set(stat.path, foldedLog(stat, text, log));
    return { ...log, size: text.length };
  }

  #parse(path: string, text: string): ParsedLog {
    const log = this.#logs.get(path);
    if (!log) return parseLog(path, text);
    const { length, hash, headers, lineCount, isSound } = log;
    if (text.length < length || checksumFrom('', text, 0, length) !== hash) this.#isWrong = true;
    else this.#found.add(path);
    const before: ParsedLog = { headers, lines: [], problems: [], torn: 0, lineCount };
    const start = isSound && !this.#isWrong ? { log: before, length } : undefined;
    return parseLog(path, text, start);
  }
}

/** What the start had of an earlier one, and the cards whose history is another now. */
export interface Start {
  readonly kept: KeptHistory;
  readonly changed: ReadonlySet<string>;
}
