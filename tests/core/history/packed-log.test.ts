// A fold that stands on packed lines cannot be told from one that was made of all lines.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drain } from '../../../src/core/history/drain.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import type { LogLine } from '../../../src/core/history/log-format.ts';
import { packing } from '../../../src/core/history/packed/pack-log.ts';
import { PackedLog } from '../../../src/core/history/packed/packed-log.ts';
import { alike, expectAlike } from '../../alike.ts';
import { runs } from '../../random.ts';
import { alias, DAY, field, lineOf, snapshotOf, review, seen, START, stateOf, undo } from './events.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { history } from './random-history.ts';

function foldOf(lines: readonly LogLine[]): Fold {
  const fold = new Fold();
  fold.add(lines);
  return fold;
}

function pack(fold: Fold): Uint8Array | null {
  const packable = fold.packable();
  return packable && drain(packing(packable));
}

/** The fold as a later start has it; null where it cannot be packed. */
function again(fold: Fold): Fold | null {
  const block = pack(fold);
  const packed = block && PackedLog.read(block);
  return packed && new Fold(packed);
}

const byText = (events: Iterable<HistoryEvent>) => [...events].map((event) => JSON.stringify(event)).sort();

/** All that a fold tells, beyond its state. */
function toldBy(fold: Fold, lines: readonly LogLine[]) {
  const names = new Set(lines.flatMap(({ event: { i, b = i } }) => [i, b]));
  const devices = new Set(lines.map(({ event }) => event.i.replace(/\.\d+$/, '')));
  return {
    state: stateOf(fold),
    size: [fold.size, fold.cards.size, fold.events ? [...fold.events()].length : 0],
    keys: [...fold.cards.keys()].sort(),
    named: [...names].map((name) => byText(fold.eventsOf(name))),
    backwards: [...devices].map((device) => [...fold.backwards(device)].map(({ i }) => i)),
    undone: lines.map(({ event }) => fold.isUndone(event)),
    known: lines.map((line) => fold.has(line)),
    roots: ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => fold.canonical(id)),
    joined: [...fold.joinedIds()].sort(),
    answers: [...fold.answers()].map(({ y, d }) => `${String(y)} ${String(d)}`).sort(),
    ahead: [START, START + 4 * 3_600_000].map((t) => byText(fold.reviewsAfter(t))),
  };
}

const cut = history.chain((events) =>
  fc.tuple(
    fc.constant(events.map(lineOf)),
    fc.array(fc.tuple(fc.nat(events.length), fc.boolean()), { minLength: 1, maxLength: 4 }),
  ),
);

describe('random histories', () => {
  test('that are packed anywhere, and continue, give the same as a fold of all lines', () => {
    let packed = 0;
    fc.assert(
      fc.property(cut, ([lines, cuts]) => {
        let fold = new Fold();
        let from = 0;
        for (const [at, isAsked] of [...cuts].sort(([a], [b]) => a - b)) {
          const before = new Map(isAsked ? fold.cards : []);
          const changed = fold.add(lines.slice(from, at));
          from = at;
          if (isAsked) {
            const differs = [...new Set([...before.keys(), ...fold.cards.keys()])].filter(
              (id) => !alike(before.get(id), fold.cards.get(id)),
            );
            expectAlike(
              differs.filter((id) => !changed.has(id)),
              [],
            );
          }
          const next = again(fold);
          if (next) packed += 1;
          fold = next ?? fold;
          if (isAsked) expectAlike(toldBy(fold, lines), toldBy(foldOf(lines.slice(0, at)), lines));
        }
        const changed = fold.add(lines.slice(from));
        const before = foldOf(lines.slice(0, from));
        const whole = foldOf(lines);
        const missing = [...new Set([...before.cards.keys(), ...whole.cards.keys()])].filter(
          (id) => !changed.has(id) && !alike(before.cards.get(id), whole.cards.get(id)),
        );
        expectAlike(missing, []);
        expectAlike(toldBy(fold, lines), toldBy(whole, lines));
      }),
      { numRuns: runs(20_000) },
    );
    expect(packed).toBeGreaterThan(0);
  });

  test('recognize every line when all lines come once more', () => {
    fc.assert(
      fc.property(history, (events) => {
        const lines = events.map(lineOf);
        const fold = again(foldOf(lines));
        if (!fold) return;
        expectAlike([...fold.add(lines)], []);
        expectAlike(stateOf(fold), stateOf(foldOf(lines)));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('that were damaged anywhere are not read', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.integer({ min: 1, max: 255 }), (events, place, by) => {
        const block = pack(foldOf(events.map(lineOf)));
        if (!block) return;
        const damaged = block.slice();
        const at = place % damaged.length;
        damaged[at] = (damaged[at] ?? 0) ^ by;
        expect(PackedLog.read(damaged)).toBeNull();
        expect(PackedLog.read(block.slice(0, at))).toBeNull();
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('a packed history', () => {
  const at = (hours: number) => START + hours * 3_600_000;
  const move = (i: string, from: string, to: string, t: number): HistoryEvent => ({
    i,
    t,
    ...encodeMove(from, to),
  });
  const before: readonly HistoryEvent[] = [
    seen('a.1', 'one', snapshotOf('f/a.md'), at(0)),
    review('a.2', 'one', 3, at(1)),
    seen('b.1', 'two', snapshotOf('g/b.md'), at(1)),
    { ...review('b.2', 'two', 1, at(2)), b: 'b.b2' },
    move('b.3', 'g', 'f', at(3)),
    field('a.3', 'one', 'flag', 2, at(3)),
  ];

  /** What is left of a fold that stands on `before` once these came: whether they were laid on top of it. */
  function withNew(...events: readonly HistoryEvent[]): { readonly isOnTop: boolean; readonly fold: Fold } {
    const block = pack(foldOf(before.map(lineOf)));
    const packed = block && PackedLog.read(block);
    if (!packed) throw new Error('it cannot be packed');
    let isOnTop = true;
    const ids = packed.ids.bind(packed);
    packed.ids = () => {
      isOnTop = false;
      return ids();
    };
    const fold = new Fold(packed);
    fold.add(events.map(lineOf));
    expectAlike(stateOf(fold), stateOf(foldOf([...before, ...events].map(lineOf))));
    return { isOnTop, fold };
  }

  test('returns each line exactly, even those of strange shapes', () => {
    const strange = [
      { ...review('a.1', 'one'), mood: '☃' } as unknown as HistoryEvent,
      field('a.2', 'one', 'mood', 'Grüße'),
      { ...seen('a.3', 'two', snapshotOf('a.md')), b: 'a "batch" ☃' },
      { i: 'a.4', t: START, k: 'unknown' } as HistoryEvent,
    ].map(lineOf);
    const reordered = '{"t":1793620800000,"i":"a.5","k":"r","c":"one","g":3,"d":1,"z":0,"y":20759}';
    const lines = [...strange, { event: JSON.parse(reordered) as HistoryEvent, text: reordered }];
    const fold = again(foldOf(lines));
    expect(lines.map((line) => fold?.has(line))).toEqual(lines.map(() => true));
    expect(byText(fold?.events() ?? [])).toEqual(byText(lines.map(({ event }) => event)));
  });

  test('reads only the card that was answered', () => {
    expect(withNew(review('a.4', 'one', 4, at(5))).isOnTop).toBe(true);
  });

  test('stays packed below an undo of what is in it, and of its batches', () => {
    expect(withNew(undo('a.4', 'a.2', at(5))).isOnTop).toBe(true);
    expect(withNew(undo('a.4', 'b.b2', at(5))).isOnTop).toBe(true);
  });

  test('is unpacked where a clock went back, a clone wrote, or a move comes late', () => {
    expect(withNew(review('a.4', 'two', 4, at(0))).isOnTop).toBe(false);
    expect(withNew(review('a.2', 'two', 4, at(9))).isOnTop).toBe(false);
    const { isOnTop, fold } = withNew(move('c.1', 'g/b.md', 'h.md', at(2)));
    expect([isOnTop, fold.cards.get('two')?.snapshot?.path]).toEqual([false, 'h.md']);
  });

  test('moves snapshots that nobody has read', () => {
    const { fold } = withNew(move('a.4', 'f', 'h', at(4)));
    expect([...fold.cards.values()].map(({ snapshot }) => snapshot?.path)).toEqual(['h/a.md', 'h/b.md']);
  });

  test('joins its cards', () => {
    const { fold } = withNew(alias('a.4', 'one', 'two', at(4)));
    expect([fold.cards.size, fold.canonical('two')]).toEqual([1, 'one']);
  });

  test('of a cloned device is not packed', () => {
    expect(pack(foldOf([review('a.1', 'one', 1), review('a.1', 'one', 2)].map(lineOf)))).toBeNull();
    expect(pack(foldOf([lineOf(review('a.07', 'one', 1, START + DAY))]))).toBeNull();
  });

  test('of no lines is empty', () => {
    expect(stateOf(again(new Fold()) ?? new Fold())).toEqual(stateOf(new Fold()));
  });
});
