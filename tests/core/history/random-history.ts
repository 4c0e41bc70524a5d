// Random histories for properties: few cards, few moments and many undos and links, so that events collide.
import fc from 'fast-check';
import type { Grade, HistoryEvent } from '../../../src/core/history/event.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { alias, DAY, field, snapshotOf, review, START, undo } from './events.ts';

const CARDS = ['one', 'two', 'three', 'four', 'five', 'six'] as const;
const PATHS = ['a.md', 'f/a.md', 'f/b.md', 'g/a.md', 'f', 'g', 'f/g'] as const;
const BATCHES = ['batch1', 'batch2'] as const;

/** Encoded once: to encode them for every event took longer than the fold. */
const SIGHTS = PATHS.map((path) => encodeSnapshot(snapshotOf(path)));
const MOVES = PATHS.flatMap((from) => PATHS.map((to) => encodeMove(from, to)));

interface Slot {
  readonly i: string;
  readonly t: number;
}

/** Numbers that make one event: plain ones, since arbitraries that depend on each other took four times as long. */
interface Step {
  readonly device: number;
  /** Hours that the clock goes on; below 0, back. */
  readonly hours: number;
  /** 0: the device is a clone here, and uses its last sequence again. */
  readonly clone: number;
  readonly kind: number;
  readonly one: number;
  readonly two: number;
  readonly batch: number;
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

type Make = (slot: Slot, step: Step, earlier: readonly Slot[]) => HistoryEvent;

const setTo =
  (w: string, value: (step: Step, t: number) => unknown): Make =>
  ({ i, t }, step) =>
    field(i, pick(CARDS, step.one), w, value(step, t), t);

/** Names an earlier event or a batch; half of the undos say when it was, and some of those say another time. */
const takeBack: Make = ({ i, t }, { one, two }, earlier) => {
  const target = earlier[one % (earlier.length + BATCHES.length)];
  const e = target?.i ?? pick(BATCHES, one);
  if (two % 2 === 0) return undo(i, e, t);
  return undo(i, e, t, two % 4 === 1 ? (target?.t ?? t) : (earlier[two % (earlier.length + 1)]?.t ?? t));
};

const memory = ({ two }: Step, t: number): unknown => {
  const y = Math.floor(t / DAY);
  return { key: `k${two % 3}`, s: 12.5, d: 5, y, due: y + 12 };
};

const kinds: readonly (readonly [weight: number, make: Make])[] = [
  [8, ({ i, t }, { one, two }) => review(i, pick(CARDS, one), (1 + (two % 4)) as Grade, t)],
  [5, takeBack],
  [3, ({ i, t }, { one, two }) => alias(i, pick(CARDS, one), pick(CARDS, two), t)],
  [2, ({ i, t }, { one, two }) => ({ i, t, k: 'c', c: pick(CARDS, one), ...pick(SIGHTS, two) })],
  [2, ({ i, t }, { one }) => ({ i, t, ...pick(MOVES, one) })],
  [1, setTo('suspended', ({ two }) => two % 2 === 0)],
  [1, setTo('ask', ({ two }) => two % 2 === 0)],
  [1, setTo('buried', ({ two }) => (two % 2 === 0 ? null : Math.floor(START / DAY) + 1))],
  [1, setTo('flag', ({ two }) => two % 8)],
  [1, setTo('reset', () => true)],
  [1, setTo('memory', memory)],
  [1, setTo('apart', ({ two }) => pick(CARDS, two))],
  [1, setTo('mood', () => '☃')],
  [1, ({ i, t }) => ({ i, t, k: 'unknown' })],
];
const table = kinds.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

function build(devices: number, steps: readonly Step[]): HistoryEvent[] {
  const next = [0, 0, 0, 0];
  let t = START;
  const slots = steps.map(({ device: d, hours, clone }): Slot => {
    const device = d % devices;
    const sequence = Math.max((next[device] ?? 0) + (clone === 0 ? 0 : 1), 1);
    next[device] = sequence;
    t += hours * 3_600_000;
    return { i: `dev${device}.${sequence}`, t };
  });
  return steps.flatMap((step, at) => {
    const [slot, make] = [slots[at], table[step.kind]];
    if (!slot || !make) return [];
    // Every fifth may name what comes after it.
    const event = make(slot, step, at % 5 === 0 ? slots : slots.slice(0, at));
    return step.batch < 3 ? [event] : [{ ...event, b: pick(BATCHES, step.batch) }];
  });
}

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(3),
    fc.integer({ min: -4, max: 8 }),
    fc.nat(15),
    fc.nat(table.length - 1),
    fc.nat(10_000),
    fc.nat(10_000),
    fc.nat(4),
  )
  .map(([device, hours, clone, kind, one, two, batch]) => ({ device, hours, clone, kind, one, two, batch }));

/** 2–4 devices, one of them perhaps cloned (a sequence used twice), clocks that stand, jump and run backwards. */
export const history: fc.Arbitrary<HistoryEvent[]> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([devices, steps]) => build(devices, steps));
