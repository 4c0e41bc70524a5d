// Saves the folded logs for the next start, in slices and only while nothing new arrives: lines not yet in a log may
// never reach one.
import type { Fold } from '../../core/history/fold.ts';
import { stampOf } from '../../core/history/packed/columns.ts';
import { packing } from '../../core/history/packed/pack-log.ts';
import { PackedLog } from '../../core/history/packed/packed-log.ts';
import { inSlices, type SliceHost } from '../work/slices.ts';
import { KeptHistory, type KeptHistoryHost } from './kept-history.ts';
import type { FoldedLog } from './log-cache.ts';

/** What a start knows about the logs. */
export interface Folded {
  readonly logs: readonly FoldedLog[];
  /** Lines in the logs. */
  readonly size: number;
  /** The lines among them that this device also remembers. */
  readonly recent: readonly string[];
  /** Whether the kept history lacks many of them. */
  readonly isNew: boolean;
}

/** A plan made from the packed lines, with their `names` and `stamp`. */
export interface PlanToKeep {
  /** Whether the kept plan differs or is missing. */
  readonly isNew: boolean;
  /** Null if something changed meanwhile. */
  packing(packed: PackedLog, stamp: number): Generator<number, Uint8Array | null, undefined>;
}

export class HistoryKeeper {
  readonly #host: KeptHistoryHost & SliceHost;
  readonly #fold: Fold;
  readonly #kept: KeptHistory | null;
  readonly #size: number;
  /** Null if the contents of the logs are uncertain. */
  #folded: Folded | null;
  #isClosed = false;
  #keeping: Promise<void> | null = null;

  constructor(
    host: KeptHistoryHost & SliceHost,
    fold: Fold,
    kept: KeptHistory | null,
    folded: Folded | null,
  ) {
    this.#host = host;
    this.#fold = fold;
    this.#kept = kept;
    this.#folded = folded;
    this.#size = fold.size;
  }

  /** Runs once per start; resolves when everything that can be kept is saved. */
  keep(plan: PlanToKeep): Promise<void> {
    // The store is full or gone: the next start reads the logs.
    return (this.#keeping ??= this.#keep(plan).catch(() => undefined));
  }

  close(): void {
    this.#isClosed = true;
  }

  async #keep(plan: PlanToKeep): Promise<void> {
    const [folded, kept, host] = [this.#folded, this.#kept, this.#host];
    this.#folded = null;
    if (!host.historyCache || this.#isOff()) return;
    const isWhole = kept !== null && this.#fold.isPacked && kept.packed.size === this.#size;
    if (isWhole && !plan.isNew) return;
    if (isWhole) {
      const block = await this.#run(plan.packing(kept.packed, kept.stamp));
      if (block) await KeptHistory.savePlan(host, block);
      return;
    }
    if (!folded || folded.size !== this.#size || !(folded.isNew || plan.isNew)) return;
    const packable = this.#fold.packable();
    const lines = packable && (await this.#run(packing(packable)));
    const packed = lines && PackedLog.read(lines);
    if (!packed) return;
    const block = await this.#run(plan.packing(packed, stampOf(lines)));
    if (block) await KeptHistory.save(host, { lines, plan: block, logs: folded.logs, recent: folded.recent });
  }

  #isOff(): boolean {
    return this.#isClosed || this.#fold.size !== this.#size;
  }

  async #run<T>(work: Generator<number, T>): Promise<T | null> {
    const result = await inSlices(work, this.#host, () => this.#isOff());
    return this.#isOff() ? null : result;
  }
}
