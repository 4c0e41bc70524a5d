// Random histories for properties: few cards, few moments and many undos and links, so that events collide.
import fc from 'fast-check';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { alias, DAY, field, lookOf, review, seen, START, undo } from './events.ts';

/** How often a property is tried: a few times while developing, as often as was promised in a full run. */
export const times = (full: number): number => (process.env.FULL === '1' ? full : Math.ceil(full / 100));

const card = fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six');
const path = fc.constantFrom('a.md', 'f/a.md', 'f/b.md', 'g/a.md', 'f', 'g', 'f/g');

interface Slot {
  readonly i: string;
  readonly t: number;
}

function eventAt({ i, t }: Slot, earlier: readonly string[]): fc.Arbitrary<HistoryEvent> {
  const plain = (w: string, v: fc.Arbitrary<unknown>) =>
    fc.tuple(card, v).map(([c, value]) => field(i, c, w, value, t));
  const memory = fc
    .constantFrom('k1', 'k2', 'k3')
    .map((key) => ({ key, s: 12.5, d: 5, y: Math.floor(t / DAY), due: Math.floor(t / DAY) + 12 }));
  const target = earlier.length > 0 ? fc.constantFrom(...earlier, 'batch1', 'batch2') : fc.constant('batch1');
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(card, fc.constantFrom(1, 2, 3, 4)).map(([c, g]) => review(i, c, g as 1, t)),
    },
    { weight: 5, arbitrary: target.map((e) => undo(i, e, t)) },
    { weight: 3, arbitrary: fc.tuple(card, card).map(([f, c]) => alias(i, f, c, t)) },
    { weight: 2, arbitrary: fc.tuple(card, path).map(([c, p]) => seen(i, c, lookOf(p), t)) },
    {
      weight: 2,
      arbitrary: fc.tuple(path, path).map(([f, v]): HistoryEvent => ({ i, t, ...encodeMove(f, v) })),
    },
    { weight: 1, arbitrary: plain('suspended', fc.boolean()) },
    { weight: 1, arbitrary: plain('buried', fc.constantFrom(null, Math.floor(START / DAY) + 1)) },
    { weight: 1, arbitrary: plain('flag', fc.integer({ min: 0, max: 7 })) },
    { weight: 1, arbitrary: plain('reset', fc.constant(true)) },
    { weight: 1, arbitrary: plain('memory', memory) },
    { weight: 1, arbitrary: plain('apart', card) },
    { weight: 1, arbitrary: plain('mood', fc.constant('☃')) },
    { weight: 1, arbitrary: fc.constant<HistoryEvent>({ i, t, k: 'unknown' }) },
  );
}

/** 2–4 devices, one of them perhaps cloned (a sequence used twice), clocks that stand, jump and run backwards. */
export const history: fc.Arbitrary<HistoryEvent[]> = fc
  .tuple(
    fc.integer({ min: 2, max: 4 }),
    fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -4, max: 8 }), fc.nat(15)), {
      minLength: 1,
      maxLength: 24,
    }),
  )
  .chain(([devices, steps]) => {
    const next = [0, 0, 0, 0];
    let t = START;
    const slots = steps.map(([d, hours, clone]): Slot => {
      const device = d % devices;
      const sequence = (next[device] ?? 0) + (clone === 0 ? 0 : 1);
      next[device] = Math.max(sequence, 1);
      t += hours * 3_600_000;
      return { i: `dev${device}.${Math.max(sequence, 1)}`, t };
    });
    const ids = slots.map(({ i }) => i);
    const events = slots.map((slot, at) =>
      fc
        .tuple(
          eventAt(slot, at % 5 === 0 ? ids : ids.slice(0, at)),
          fc.constantFrom(null, null, null, 'batch1', 'batch2'),
        )
        .map(([event, b]): HistoryEvent => (b === null ? event : { ...event, b })),
    );
    return fc.tuple(...events);
  });
