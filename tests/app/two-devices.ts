// Two devices for a month of days, for tests of what a way of syncing does to the history.
import type { HistoryEvent } from '../../src/core/history/event.ts';
import type { History } from '../../src/app/history/history.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { answer, DAY, Device } from './device.ts';
import { Link, type Transport } from './transport.ts';

const DAYS = 30;
const CARDS = 25;
const ANSWERS_A_DAY = 12;

/** A small generator of numbers, so that a failing month can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export class Side {
  /** Reviews that were acknowledged and not taken back, each written out: a cloned device may use an id again. */
  readonly kept = new Set<string>();
  device: Device;
  history!: History;

  constructor(
    seed: number,
    readonly files: MemoryLogFiles,
    readonly store: MemoryLocalStore,
  ) {
    this.device = new Device(files, store, seed);
  }

  async start(now: number): Promise<void> {
    this.device.now = now;
    this.history = await this.device.open();
  }

  /** One thing that a person does. Gives what was taken back. */
  act(roll: (below: number) => number): readonly HistoryEvent[] {
    if (roll(10) === 0) return this.history.undo()?.events ?? [];
    const card = `card${roll(CARDS)}`;
    const grade = (1 + roll(4)) as 1 | 2 | 3 | 4;
    for (const event of this.history.append([answer(card, grade)])) this.kept.add(said(event));
    return [];
  }

  /** Takes the storage of another device, as who moves to a new phone by a copy of the old one. */
  copy(from: Side): void {
    for (const [key, value] of from.store.values) this.store.values.set(key, value);
    for (const [path, file] of from.files.files) this.files.files.set(path, { ...file });
  }

  async see(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.history.absorb(path);
  }

  /** The reviews that count. */
  counted(): string[] {
    return [...this.history.reviews()].map(said);
  }
}

/** Without its time, which another may count for, where the clock of the device was corrected. */
const said = (event: HistoryEvent): string => JSON.stringify({ ...event, t: 0, y: 0 });

export interface Month {
  readonly transport: Transport;
  readonly seed: number;
  /** Most days that a file may be late. */
  readonly late: number;
  /** Whether the second device begins as a copy of the first. */
  readonly cloned: boolean;
}

export async function live({
  transport,
  seed,
  late,
  cloned,
}: Month): Promise<{ sides: Side[]; lost: string[] }> {
  const roll = numbers(seed);
  const start = Date.UTC(2026, 10, 12, 8);
  let now = start;
  const files = [new MemoryLogFiles(() => now), new MemoryLogFiles(() => now)] as const;
  const stores = [new MemoryLocalStore(), new MemoryLocalStore()] as const;
  const a = new Side(seed * 2 + 1, files[0], stores[0]);
  const b = new Side(seed * 2 + 2, files[1], stores[1]);
  const link = new Link(transport, ...files);
  await a.start(now);
  for (let n = 0; cloned && n < 20; n += 1) {
    for (const event of a.act(roll)) a.kept.delete(said(event));
  }
  if (roll(2) === 0) await a.history.flush();
  if (cloned) b.copy(a);
  await b.start(now);
  const waits = new Map<string, number>();
  const sync = async (everything: boolean): Promise<void> => {
    const day = Math.floor((now - start) / DAY);
    const changed = link.sync((path) => {
      if (everything || late === 0) return true;
      if (!waits.has(path)) waits.set(path, day + roll(late + 1));
      if (day < (waits.get(path) ?? 0)) return false;
      waits.delete(path);
      return true;
    });
    await a.see(changed.a);
    await b.see(changed.b);
  };
  for (let day = 0; day < DAYS; day += 1) {
    for (let n = 0; n < ANSWERS_A_DAY; n += 1) {
      now += 1000 + roll(90_000);
      for (const side of [a, b]) {
        // One clock is an hour off, and at times runs backwards.
        side.device.now = now - (side === b ? 3_600_000 - roll(60_000) : 0);
        // An event that both clones know may be taken back on either.
        for (const event of roll(3) > 0 ? side.act(roll) : []) {
          for (const each of [a, b]) each.kept.delete(said(event));
        }
        if (roll(4) === 0) await side.history.flush();
        if (roll(60) === 0) await side.start(side.device.now);
      }
      if (roll(8) === 0) await sync(false);
    }
    now = start + (day + 1) * DAY;
  }
  // The last syncs: what one side writes again, because it was lost on the way, needs another.
  for (let n = 0; n < 4; n += 1) {
    now += 60_000;
    for (const side of [a, b]) await side.history.flush();
    await sync(true);
  }
  const restarted = [a, b].map((side) => new Set(side.counted()));
  const lost = [a, b].flatMap((side) =>
    [...side.kept].filter((text) => !restarted.every((texts) => texts.has(text))),
  );
  return { sides: [a, b], lost };
}
