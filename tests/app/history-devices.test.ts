// Two devices for thirty days over several ways of syncing: no review is lost, and both say the same in the end.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { History } from '../../src/app/history.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { times } from '../core/history/random-history.ts';
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

class Side {
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

  /** One thing that a person does. What was acknowledged and not taken back is kept in mind. */
  act(roll: (below: number) => number): void {
    if (roll(10) === 0) {
      for (const event of this.history.undo()?.events ?? []) this.kept.delete(JSON.stringify(event));
      return;
    }
    const card = `card${roll(CARDS)}`;
    const grade = (1 + roll(4)) as 1 | 2 | 3 | 4;
    for (const event of this.history.append([answer(card, grade)])) this.kept.add(JSON.stringify(event));
  }

  async see(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.history.absorb(path);
  }

  /** The reviews that count. */
  counted(): string[] {
    return [...this.history.reviews()].map((event) => JSON.stringify(event));
  }
}

interface Month {
  readonly transport: Transport;
  readonly seed: number;
  /** Most days that a file may be late. */
  readonly late: number;
}

async function live({ transport, seed, late }: Month): Promise<{ sides: Side[]; lost: string[] }> {
  const roll = numbers(seed);
  const start = Date.UTC(2026, 10, 12, 8);
  let now = start;
  const files = [new MemoryLogFiles(() => now), new MemoryLogFiles(() => now)] as const;
  const stores = [new MemoryLocalStore(), new MemoryLocalStore()] as const;
  const a = new Side(seed * 2 + 1, files[0], stores[0]);
  const b = new Side(seed * 2 + 2, files[1], stores[1]);
  const link = new Link(transport, ...files);
  await a.start(now);
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
        if (roll(3) > 0) side.act(roll);
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
  const fresh = [a, b].map((side) => new Set(side.counted()));
  const lost = [a, b].flatMap((side) =>
    [...side.kept].filter((text) => !fresh.every((texts) => texts.has(text))),
  );
  return { sides: [a, b], lost };
}

const cardsOf = (side: Side) => [...side.history.cards].sort(([one], [two]) => (one < two ? -1 : 1));

async function holds(month: Month): Promise<void> {
  const { sides, lost } = await live(month);
  const [a, b] = sides;
  expect(lost).toEqual([]);
  if (!a || !b) throw new Error('two sides');
  expect(cardsOf(a)).toEqual(cardsOf(b));
  // And what they say now, they say after a restart.
  const before = cardsOf(a);
  await a.start(a.device.now);
  expect(cardsOf(a)).toEqual(before);
  expect(a.history.problems()).toEqual([]);
}

describe.each<Transport>(['last writer wins', 'Markdown merge', 'conflicted copies'])(
  'thirty days over %s',
  (transport) => {
    test.each([
      ['promptly', 0],
      ['up to six days late', 6],
    ])(
      '%s lose no review, and end equal',
      async (_, late) => {
        await fc.assert(
          fc.asyncProperty(fc.nat(1_000_000), (seed) => holds({ transport, seed, late })),
          { numRuns: times(40) },
        );
      },
      300_000,
    );
  },
);
