// Storage that fails at a chosen call: before, in the middle of, or after what was asked. After a death nothing works
// any more, as after a kill; after a failure the next call does.
import type { LocalStore, LogFiles } from '../../../src/app/ports.ts';
import type { MemoryLocalStore, MemoryLogFiles } from '../../contract/memory-log-files.ts';

export interface Fault {
  /** The call of all calls on the storage, from 0. */
  readonly call: number;
  readonly when: 'before' | 'in' | 'after';
  /** How much of an append is written where it fails within: 0–1. */
  readonly part: number;
  readonly deadly: boolean;
}

export class FaultySwitch {
  calls = 0;
  dead = false;

  constructor(private readonly fault: Fault | null) {}

  /** Runs one call, or a part of it. */
  run<T>(whole: () => T, part: (share: number) => void): T {
    const { fault } = this;
    if (this.dead) throw new Error('the app was killed');
    const hit = fault !== null && this.calls === fault.call ? fault : null;
    this.calls += 1;
    if (hit === null) return whole();
    if (hit.deadly) this.dead = true;
    if (hit.when === 'in') part(hit.part);
    if (hit.when === 'after') whole();
    throw new Error(hit.deadly ? 'the app was killed' : 'the disk says no');
  }
}

export function faultyLogs(files: MemoryLogFiles, fault: FaultySwitch): LogFiles {
  const never = (): void => undefined;
  const run = async <T>(whole: () => Promise<T>, part: (share: number) => void): Promise<T> =>
    // Each call takes its turn, so that a death may come between two of them.
    Promise.resolve().then(() => fault.run(whole, part));
  return {
    list: (folder) => run(() => files.list(folder), never),
    search: () => run(() => files.search(), never),
    read: (path) => run(() => files.read(path), never),
    stat: (path) => run(() => files.stat(path), never),
    append: (path, text) =>
      run(
        () => files.append(path, text),
        (share) => void files.append(path, text.slice(0, Math.floor(text.length * share))),
      ),
  };
}

export function faultyStore(store: MemoryLocalStore, fault: FaultySwitch): LocalStore {
  return {
    get: (key) => store.get(key),
    // Local storage keeps a value whole or not at all.
    set: (key, value) =>
      fault.run(
        () => store.set(key, value),
        () => undefined,
      ),
  };
}
