import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, encodeHeader, parseLog } from '../../../src/core/history/log-format.ts';
import { DAY, alias, field, lineOf, snapshotOf, review, seen, START, stateOf, undo } from './events.ts';
import { alike, expectAlike } from '../../alike.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { naiveFold } from './naive-fold.ts';
import { history } from './random-history.ts';
import { runs } from '../../random.ts';

function foldOf(...events: HistoryEvent[]): Fold {
  const fold = new Fold();
  fold.add(events.map(lineOf));
  return fold;
}

const gradesOf = (fold: Fold, id: string) => fold.cards.get(id)?.reviews.map((event) => event.g);

const header = encodeHeader({ device: 'desk01', nonce: 'abcd', min: 1 });

describe('random histories', () => {
  test('give the same as a plain second implementation', () => {
    fc.assert(
      fc.property(history, (events) => {
        const lines = events.map(lineOf);
        const fold = new Fold();
        fold.add(lines);
        const { cards, contradictions } = stateOf(fold) as ReturnType<typeof naiveFold>;
        expectAlike({ cards, contradictions }, naiveFold(lines.map((line) => line.event)));
      }),
      { numRuns: runs(20_000) },
    );
  });

  test('give one state for every order, grouping, repetition and tear', () => {
    const shuffled = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, order, sizes]) => {
        const fold = new Fold();
        const encoded = new Map(events.map((event) => [event, encodeEvent(event)]));
        for (let at = 0, n = 0; at < order.length; n += 1) {
          const size = sizes[n % sizes.length] ?? 1;
          const lines = order.slice(at, at + size).map((event) => encoded.get(event) ?? '');
          const text = [header, ...lines, ''].join('\n');
          // Every other file is torn in its last line, and arrives whole later.
          const torn = text.slice(0, text.length - (n % 2) * 9);
          for (const part of [torn, text]) fold.add(parseLog(`log-x-2026-11-${n}.md`, part).lines);
          at += Math.max(size, 1);
          if (size === 0) fold.add(order.slice(at - 1, at).map(lineOf));
        }
        expectAlike(stateOf(fold), stateOf(foldOf(...events)));
      }),
      { numRuns: runs(20_000) },
    );
  });

  test('fold event by event as in full, and name every changed card', () => {
    fc.assert(
      fc.property(history, (events) => {
        const fold = new Fold();
        const lines = events.map(lineOf);
        for (const [at, line] of lines.entries()) {
          const before = new Map(fold.cards);
          const changed = fold.add([line]);
          const full = new Fold();
          full.add(lines.slice(0, at + 1));
          expectAlike(stateOf(fold), stateOf(full));
          const differs = [...new Set([...before.keys(), ...fold.cards.keys()])].filter(
            (id) => !alike(before.get(id), fold.cards.get(id)),
          );
          expectAlike(
            differs.filter((id) => !changed.has(id)),
            [],
          );
        }
      }),
      { numRuns: runs(20_000) },
    );
  });
});

describe('undo', () => {
  const first = review('a.1', 'one', 1);
  test('takes a review out of the history', () => {
    expect(gradesOf(foldOf(first, review('a.2', 'one', 4), undo('a.3', 'a.2')), 'one')).toEqual([1]);
  });

  test('may itself be undone, to any depth', () => {
    const chain = [first, undo('a.2', 'a.1'), undo('a.3', 'a.2'), undo('a.4', 'a.3'), undo('a.5', 'a.4')];
    const depths = chain.map(
      (_, depth) => gradesOf(foldOf(...chain.slice(0, depth + 1)), 'one')?.length ?? 0,
    );
    expect(depths).toEqual([1, 0, 1, 0, 1]);
  });

  test('counts even if the clock ran backwards before it', () => {
    expect(foldOf(first, undo('a.2', 'a.1', START - DAY)).cards.size).toBe(0);
  });

  test('of an event that a cloned device wrote twice undoes the one of that moment', () => {
    const fold = foldOf(first, review('a.1', 'one', 4, START + 1), undo('a.2', 'a.1', START + 2, START));
    expect(gradesOf(fold, 'one')).toEqual([4]);
  });

  test('of an undo that a cloned device wrote twice undoes the one of that moment', () => {
    const twice = [undo('b.1', 'a.1', START + 1), undo('b.1', 'a.2', START + 2)];
    const fold = foldOf(first, review('a.2', 'one', 4), ...twice, undo('a.3', 'b.1', START + 3, START + 1));
    expect(gradesOf(fold, 'one')).toEqual([1]);
  });

  test('of a move brings the card back to where it was', () => {
    const move: HistoryEvent = { i: 'a.2', t: START, ...encodeMove('a.md', 'b.md') };
    const fold = foldOf(seen('a.1', 'one', snapshotOf('a.md')), move);
    expect(fold.add([lineOf(undo('a.3', 'a.2'))])).toEqual(new Set(['one']));
    expect(fold.cards.get('one')?.snapshot).toEqual(snapshotOf('a.md'));
  });

  test('of a refused pair undoes the refusal', () => {
    expect(foldOf(field('a.1', 'one', 'apart', 'two'), undo('a.2', 'a.1')).apart()).toEqual([]);
  });

  test('undoes a whole batch', () => {
    const batch = [seen('a.1', 'one', snapshotOf('a.md')), review('a.2', 'one')].map((event) => ({
      ...event,
      b: 'a.b1',
    }));
    expect(foldOf(...batch, undo('a.3', 'a.b1')).cards.size).toBe(0);
  });

  test('in a circle of undos does nothing', () => {
    expect(
      gradesOf(foldOf(first, undo('a.2', 'a.3'), undo('a.3', 'a.2'), undo('a.4', 'a.4')), 'one'),
    ).toEqual([1]);
  });

  test('of a link separates the cards again', () => {
    const fold = foldOf(first, review('b.1', 'two', 4), alias('a.2', 'one', 'two'));
    expect(gradesOf(fold, 'one')).toEqual([1, 4]);
    expect(fold.add([lineOf(undo('a.3', 'a.2'))])).toEqual(new Set(['one', 'two']));
    expect([gradesOf(fold, 'one'), gradesOf(fold, 'two')]).toEqual([[1], [4]]);
  });
});

describe('a card', () => {
  test('has its reviews in the order of effective time, then device, then sequence as a number', () => {
    const fold = foldOf(
      review('a.10', 'one', 3),
      review('a.9', 'one', 2),
      review('b.1', 'one', 4),
      review('c.1', 'one', 1, START - 1),
    );
    expect(gradesOf(fold, 'one')).toEqual([1, 2, 3, 4]);
  });

  test('gives every event, undone and unknown ones too, by id and by batch', () => {
    const events = [
      { ...review('a.1', 'one', 1), b: 'a.b1' },
      { ...review('a.1', 'one', 2), b: 'a.b1' },
      undo('a.2', 'a.1'),
    ];
    const fold = foldOf(...events);
    const lines = events.map(lineOf);
    expect([fold.size, [...fold.events()]]).toEqual([3, [events[0], events[2], events[1]]]);
    expect(fold.eventsOf('a.1')).toEqual(events.slice(0, 2));
    expect(fold.eventsOf('a.b1')).toEqual(events.slice(0, 2));
    expect(lines.map((line) => fold.has(line))).toEqual([true, true, true]);
    expect(fold.has(lineOf(review('a.1', 'one', 3)))).toBe(false);
    expect(fold.has(lineOf(review('a.9', 'one')))).toBe(false);
  });

  test('counts both reviews if a cloned device used a sequence twice', () => {
    expect(gradesOf(foldOf(review('a.1', 'one', 1), review('a.1', 'one', 2)), 'one')).toEqual([1, 2]);
  });

  test('forgets what was learned before a reset, and keeps flag and suspension', () => {
    const later = START + DAY;
    const fold = foldOf(
      review('a.1', 'one'),
      field('a.2', 'one', 'suspended', true),
      field('a.3', 'one', 'flag', 3),
      field('a.4', 'one', 'buried', Math.floor(START / DAY)),
      field('a.5', 'one', 'reset', true, later),
      review('a.6', 'one', 2, later + 1),
    );
    expect(fold.cards.get('one')).toMatchObject({ suspended: true, flag: 3, buriedUntil: null });
    expect(gradesOf(fold, 'one')).toEqual([2]);
    expect([...fold.reviews()]).toHaveLength(2);
  });

  test('is due on the day that a person set, until the next review or a reset', () => {
    const due = field('a.2', 'one', 'due', 20_700, START + 1);
    const dueOn = (...more: HistoryEvent[]) =>
      foldOf(review('a.1', 'one'), due, ...more).cards.get('one')?.dueOn;
    expect(dueOn()).toBe(20_700);
    expect(dueOn(field('a.3', 'one', 'due', 20_800, START + 2))).toBe(20_800);
    expect(dueOn(review('a.3', 'one', 3, START + 2))).toBeUndefined();
    expect(dueOn(field('a.3', 'one', 'reset', true, START + 2))).toBeUndefined();
  });

  test('is where a person last put it among new cards, a reset or not', () => {
    const position = (v: number, nth: number) => field(`a.${nth}`, 'one', 'position', v, START + nth);
    const fold = foldOf(position(-3, 1), position(7, 2), field('a.3', 'one', 'reset', true, START + 3));
    expect(fold.cards.get('one')?.position).toBe(7);
    fold.add([lineOf({ i: 'a.4', t: START + 4, k: 'u', e: 'a.2' })]);
    expect(fold.cards.get('one')?.position).toBe(-3);
    fold.add([lineOf(position(0, 5))]);
    expect(fold.cards.get('one')).not.toHaveProperty('position');
  });

  test('is buried until the day of the last event that says so', () => {
    const buried = foldOf(field('a.1', 'one', 'buried', 20_000), field('a.2', 'one', 'buried', 20_001));
    expect(buried.cards.get('one')?.buriedUntil).toBe(20_001);
    buried.add([lineOf(field('a.3', 'one', 'buried', null))]);
    expect(buried.cards.get('one')?.buriedUntil).toBeNull();
  });

  test('takes an imported memory from the second event of its name once the first is undone', () => {
    const memory = (s: number) => ({ key: 'note.md:7', s, d: 5, y: 20_000, due: 20_010 });
    const fold = foldOf(
      field('a.1', 'one', 'memory', memory(8)),
      field('b.1', 'two', 'memory', memory(9), START + 1),
    );
    expect(fold.add([lineOf(undo('a.2', 'a.1', START + 2))])).toEqual(new Set(['one', 'two']));
    expect(fold.cards.get('two')?.memory?.s).toBe(9);
  });

  test('takes an imported memory once, whoever imports the same schedule again', () => {
    const memory = (s: number) => ({ key: 'note.md:7', s, d: 5, y: 20_000, due: 20_010 });
    const fold = foldOf(
      field('b.1', 'two', 'memory', memory(9), START + 1),
      field('a.1', 'one', 'memory', memory(8), START),
    );
    expect([fold.cards.get('one')?.memory?.s, fold.cards.get('two')?.memory]).toEqual([8, null]);
  });

  test('moves with its note, and with any folder above it', () => {
    const fold = foldOf(seen('a.1', 'one', snapshotOf('f/g/a.md')));
    const move = (i: string, from: string, to: string): HistoryEvent => ({
      i,
      t: START,
      ...encodeMove(from, to),
    });
    expect(fold.add([lineOf(move('a.2', 'f', 'ü'))])).toEqual(new Set(['one']));
    fold.add([lineOf(move('a.3', 'ü/g/a.md', 'b.md'))]);
    expect(fold.cards.get('one')?.snapshot).toEqual(snapshotOf('b.md'));
  });
});

describe('links that contradict each other', () => {
  const early = alias('b.1', 'old', 'two', START);
  const late = alias('a.1', 'old', 'one', START + 1);

  test('count in order: the first joins, the other is offered', () => {
    const fold = foldOf(late, early);
    expect([fold.canonical('old'), fold.canonical('two')]).toEqual(['old', 'old']);
    expect(fold.contradictions).toMatchObject([{ counts: { i: 'b.1' }, offered: { i: 'a.1' } }]);
  });

  test('are settled by undoing the first', () => {
    const fold = foldOf(late, early, undo('a.2', 'b.1', START + 2));
    expect([fold.canonical('old'), fold.canonical('two'), fold.contradictions]).toEqual(['old', 'two', []]);
    expect(fold.canonical('one')).toBe(fold.canonical('old'));
  });

  test('are gone once both cards are joined themselves', () => {
    expect(foldOf(late, early, alias('a.2', 'one', 'two', START + 9)).contradictions).toEqual([]);
  });

  test('a refused pair is reported by the canonical ids of the cards', () => {
    const fold = foldOf(alias('a.1', 'two', 'one'), field('a.2', 'two', 'apart', 'six'));
    expect(fold.apart()).toEqual([['one', 'six']]);
  });
});
