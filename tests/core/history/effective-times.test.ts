// Clocks that ran ahead and were put right.
import { describe, expect, test } from '@jest/globals';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { alias, DAY, field, lineOf, snapshotOf, review, seen, START } from './events.ts';

const YEAR = 365 * DAY;
const MINUTE = 60_000;
const today = Math.floor(START / DAY);

function foldOf(...events: HistoryEvent[]): Fold {
  const fold = new Fold();
  fold.add(events.map(lineOf));
  return fold;
}

const cardOf = (fold: Fold) => fold.cards.get('one');
const daysOf = (fold: Fold) => cardOf(fold)?.reviews.map(({ y }) => y - today);

describe('an answer from a clock a year ahead', () => {
  const ahead = review('a.1', 'one', 3, START + YEAR);

  test('is in the future while nothing came after it', () => {
    expect(daysOf(foldOf(ahead))).toEqual([365]);
  });

  test.each([
    ['answer', review('a.2', 'two', 3, START + MINUTE)],
    ['suspension', field('a.2', 'two', 'suspended', true, START + MINUTE)],
    ['snapshot', seen('a.2', 'two', snapshotOf('n.md'), START + MINUTE)],
    ['line of a kind that is not known', { i: 'a.2', t: START + MINUTE, k: 'unknown' } as const],
  ])('is corrected by the next %s of its device', (_, next) => {
    const fold = foldOf(ahead, next);
    expect(cardOf(fold)?.reviews).toEqual([{ ...ahead, t: START + MINUTE, y: today }]);
    expect([...fold.reviews()].filter(({ c }) => c === 'one')).toEqual(cardOf(fold)?.reviews);
    expect([...fold.events()][0]).toEqual(ahead);
  });

  test('is not corrected by what another device does', () => {
    expect(daysOf(foldOf(ahead, review('b.1', 'two', 3, START)))).toEqual([365]);
  });

  test('has the study day of a later answer, if that is before midnight by the calendar', () => {
    const late = START + 10 * 60 * MINUTE;
    const next = { ...review('a.2', 'two', 3, late), y: today - 1 };
    expect(daysOf(foldOf(ahead, next))).toEqual([-1]);
  });

  test('is corrected to the same object each time, and reports its card as changed once', () => {
    const fold = foldOf(ahead);
    expect(fold.add([lineOf(field('a.2', 'two', 'flag', 1, START))])).toEqual(new Set(['one', 'two']));
    const [first] = cardOf(fold)?.reviews ?? [];
    expect(fold.add([lineOf(field('a.3', 'two', 'flag', 2, START + DAY))])).toEqual(new Set(['two']));
    fold.add([lineOf(review('a.4', 'one', 3, START + DAY))]);
    expect(cardOf(fold)?.reviews[0]).toBe(first);
  });
});

describe('after a correction of the clock', () => {
  const ahead = [
    review('a.1', 'one', 3, START + YEAR),
    field('a.2', 'one', 'suspended', true, START + YEAR),
    field('a.3', 'one', 'flag', 3, START + YEAR),
    field('a.4', 'one', 'buried', today + 365, START + YEAR),
  ];

  test('what the user sets counts', () => {
    const fold = foldOf(
      ...ahead,
      field('a.5', 'one', 'suspended', false, START),
      field('a.6', 'one', 'flag', 0, START),
      field('a.7', 'one', 'buried', null, START),
    );
    expect(cardOf(fold)).toMatchObject({ suspended: false, flag: 0, buriedUntil: null });
  });

  test('a reset forgets what was answered before it', () => {
    expect(cardOf(foldOf(...ahead, field('a.5', 'one', 'reset', true, START)))?.reviews).toEqual([]);
  });

  test('the last snapshot counts, and a move moves it', () => {
    const fold = foldOf(
      seen('a.1', 'one', snapshotOf('old.md'), START + YEAR),
      seen('a.2', 'one', snapshotOf('new.md'), START),
      { i: 'a.3', t: START, ...encodeMove('new.md', 'moved.md') },
    );
    expect(cardOf(fold)?.snapshot?.path).toBe('moved.md');
  });

  test('of two links the one that was made first counts', () => {
    const fold = foldOf(
      alias('a.1', 'one', 'two', START + YEAR),
      alias('b.1', 'one', 'three', START + DAY),
      field('a.2', 'four', 'flag', 1, START),
    );
    expect(fold.contradictions.map(({ counts, offered }) => [counts.c, offered.c])).toEqual([
      ['two', 'three'],
    ]);
  });
});

test('a clock that only moves forward changes nothing, and a later segment may arrive first', () => {
  const lines = [1, 2, 3, 4].map((n) => lineOf(review(`a.${n}`, 'one', 3, START + n * DAY)));
  const fold = new Fold();
  for (const nth of [2, 3, 0, 1]) fold.add(lines.slice(nth, nth + 1));
  expect(cardOf(fold)?.reviews).toEqual(lines.map(({ event }) => event));
});

test('a restored backup that reuses sequences is not moved to earlier days', () => {
  const first = [1, 2, 3, 4].map((n) => review(`a.${n}`, 'one', 3, START + n * DAY));
  const again = [2, 3].map((n) => review(`a.${n}`, 'one', 4, START + (90 + n) * DAY));
  expect(daysOf(foldOf(...first, ...again))).toEqual([1, 2, 3, 4, 92, 93]);
});

test('a device with a correct clock looks no further back than its last event', () => {
  const fold = new Fold();
  const lines = Array.from({ length: 5000 }, (_, n) =>
    lineOf(review(`a.${n + 1}`, `card${n}`, 3, START + YEAR + n)),
  );
  fold.add(lines);
  // The first right one puts all right, each one after it only itself.
  expect(fold.add([lineOf(review('a.5001', 'last', 3, START))]).size).toBe(5001);
  expect(fold.add([lineOf(review('a.5002', 'last', 3, START + 1))])).toEqual(new Set(['last']));
});
