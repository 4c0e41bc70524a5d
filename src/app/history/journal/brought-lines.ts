// Lines that this device did not write itself: copies of another folder's, which go into its own log, and those of an
// import, which belong to a device that is none. Such a device has its own files, written at imports only, and the same
// on every device that imports it.
import { checksum } from '../../../core/history/checksum.ts';
import type { HistoryEvent, NewEvent } from '../../../core/history/event.ts';
import type { Fold } from '../../../core/history/fold.ts';
import { segmentPath } from '../../../core/history/log-folder.ts';
import {
  admittedLine,
  encodeHeader,
  encodeLine,
  type LogLine,
  logVersion,
} from '../../../core/history/log-format.ts';
import { deviceOf, sequenceOf } from '../../../core/history/order.ts';
import type { LogFiles } from '../../ports.ts';
import type { Journal } from './journal.ts';

/** In characters; all are ASCII. Nothing is added to such a file once it is written. */
const segmentLimit = 1024 * 1024;

export interface BroughtLinesHost {
  readonly logs: LogFiles;
  readonly fold: Fold;
  readonly journal: Journal;
  /** Cards whose history changed. */
  readonly changed: (ids: ReadonlySet<string>) => void;
  readonly note: (events: readonly NewEvent[]) => void;
}

/** What an import writes. */
export interface Import {
  readonly device: string;
  /** ms since 1970 that names its files: the same wherever it is imported. */
  readonly at: number;
  readonly lines: ImportedLines;
  /** Whether the app ends after it: then it takes in nothing but what cards look like, and tells nobody. */
  readonly isLast: boolean;
}

/** Lines of one device, to be read in its order. As texts: as events, those of 200,000 reviews took four times as much. */
export class ImportedLines {
  readonly #texts: string[] = [];
  readonly #sequences: number[] = [];

  readonly add = (event: HistoryEvent): void => {
    this.#texts.push(JSON.stringify(event));
    this.#sequences.push(sequenceOf(event.i));
  };

  get size(): number {
    return this.#texts.length;
  }

  *inOrder(): Generator<string, undefined> {
    const sequences = this.#sequences;
    const order = Uint32Array.from(sequences.keys());
    order.sort((a, b) => (sequences[a] ?? 0) - (sequences[b] ?? 0));
    for (const at of order) yield this.#texts[at] ?? '';
    return undefined;
  }
}

export class BroughtLines {
  readonly #host: BroughtLinesHost;

  constructor(host: BroughtLinesHost) {
    this.#host = host;
  }

  /** Copies lines verbatim into this device's log. Rejects if it cannot write. */
  async copy(lines: readonly LogLine[]): Promise<void> {
    const { journal, fold, changed } = this.#host;
    await journal.copy(lines.map(encodeLine));
    changed(fold.add(lines));
  }

  /** All events of a device, undone ones included. */
  of(device: string): Iterable<HistoryEvent> {
    return this.#host.fold.backwards(device);
  }

  has(device: string): boolean {
    for (const event of this.of(device)) return event.i !== '';
    return false;
  }

  /** Whether something of a device does not count. */
  isUndone(device: string): boolean {
    for (const event of this.of(device)) if (this.#host.fold.isUndone(event)) return true;
    return false;
  }

  /** Makes a device's events count again. */
  redo(device: string, batch: string): void {
    if (!this.isUndone(device)) return;
    const { fold, note } = this.#host;
    const again = new Map<string, NewEvent>();
    for (const event of fold.events()) {
      if (event.k !== 'u' || fold.isUndone(event)) continue;
      if (event.e === batch) again.set(event.i, { k: 'u', e: event.i, at: event.t });
      else if (event.b !== undefined && deviceOf(event.e) === device)
        again.set(event.b, { k: 'u', e: event.b });
    }
    note([...again.values()]);
  }

  /**
   * Writes an import to new files. What was written counts and stays if it is stopped or cannot go on; then it rejects.
   * @param goesOn called before each file, with the share of lines written; whether to continue
   * @returns whether all is written
   */
  async write(
    { device, at, lines, isLast }: Import,
    goesOn: (share: number) => Promise<boolean>,
  ): Promise<boolean> {
    const { journal, fold, changed, logs } = this.#host;
    const ids = new Set<string>();
    // In the order of the device, so that the fold has nothing to sort, today and at each start.
    const waiting = lines.inOrder();
    let part = 0;
    try {
      for (let done = 0; done < lines.size;) {
        if (!(await goesOn(done / lines.size))) return false;
        const { folder } = journal.device;
        const encoded = [encodeHeader({ device, nonce: 'import', min: logVersion })];
        const needed: LogLine[] = [];
        for (let size = 0; done < lines.size && size < segmentLimit; done += 1) {
          const text = waiting.next().value ?? '';
          const line = encodeLine({ text });
          encoded.push(line);
          size += line.length + 1;
          if (!isLast || text.includes('"k":"c"')) needed.push(admittedLine(text));
        }
        const text = `${encoded.join('\n')}\n`;
        // Named by what is in it: two devices that import different states must not write one file, which a sync
        // would take from one of them.
        const named = (): string =>
          segmentPath(folder, device, at, part).replace(/\.md$/, `-${checksum(text)}.md`);
        let path = named();
        for (; (await logs.stat(path)) !== null; path = named()) part += 1;
        await logs.append(path, text);
        part += 1;
        for (const id of fold.add(needed)) ids.add(id);
      }
      return true;
    } finally {
      if (ids.size > 0 && !isLast) changed(ids);
    }
  }
}
