import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardHistory, Grade, ReviewEvent } from '../../../src/core/history/event.ts';
import { DayLoads } from '../../../src/core/schedule/day-loads.ts';
import { seededFraction } from '../../../src/core/schedule/fuzz.ts';
import { scheduleDefaults } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { createSpread, loadDays } from '../../../src/core/schedule/spread.ts';
import { day, historyOf, review, today } from './histories.ts';
import { runs } from '../../random.ts';

const numRuns = runs(1_000, 20);
const base = createScheduler(scheduleDefaults);
const start = (today + 0.5) * day;

const anyReview = fc.record({
  card: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  /** Some come from a clock that is far ahead. */
  on: fc.oneof(
    { weight: 9, arbitrary: fc.nat(25) },
    { weight: 1, arbitrary: fc.integer({ min: 300, max: 5000 }) },
  ),
  g: fc.constantFrom<Grade>(1, 2, 3, 3, 4, 4),
});

type Reviews = readonly ReviewEvent[];

function inOrder(given: readonly { card: string; on: number; g: Grade }[]): Reviews {
  return given
    .map(({ card, on, g }, nth) => review(g, start + on * day + nth, card, nth + 1))
    .sort((a, b) => a.t - b.t);
}

function histories(reviews: Reviews): Map<string, CardHistory> {
  const found = new Map<string, CardHistory>();
  for (const one of reviews) {
    const before = found.get(one.c) ?? historyOf([], { id: one.c });
    const sorted = [...before.reviews, one].sort((a, b) => a.t - b.t);
    found.set(one.c, { ...before, reviews: sorted });
  }
  return found;
}

const counted = (loads: DayLoads, from: number) =>
  Array.from({ length: loadDays }, (_, at) => loads.from(from)[at + 1] ?? 0);

/** Every count that a plan may ask for. */
function counts(loads: DayLoads): readonly number[] {
  const all: number[] = [];
  for (let from = today; from <= today + 30; from += 1) {
    all.push(...counted(loads, from));
  }
  return all;
}

/** Takes the reviews in groups, in the order given; each group as one batch of changed cards. */
function fed(groups: readonly Reviews[]): DayLoads {
  const loads = new DayLoads(base, []);
  let known: ReviewEvent[] = [];
  for (const group of groups) {
    known = [...known, ...group];
    const now = histories(known);
    for (const card of new Set(group.map(({ c }) => c))) loads.put(card, now.get(card));
    loads.settle();
  }
  return loads;
}

describe('the cards of each day', () => {
  test('are the same in whatever order and grouping the log came', () => {
    fc.assert(
      fc.property(
        fc.array(anyReview, { maxLength: 40 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (given, keys, size) => {
          const reviews = inOrder(given);
          const order = reviews
            .map((one, at) => ({ one, key: keys[at] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const groups: Reviews[] = [];
          for (let at = 0; at < order.length; at += size) groups.push(order.slice(at, at + size));
          expect(counts(fed(groups))).toEqual(counts(new DayLoads(base, histories(reviews).values())));
        },
      ),
      { numRuns },
    );
  });

  test('forget a review that was undone', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { minLength: 2, maxLength: 30 }), fc.nat(), (given, which) => {
        const reviews = inOrder(given);
        const undone = reviews[which % reviews.length];
        const kept = reviews.filter((one) => one !== undone);
        const loads = new DayLoads(base, histories(reviews).values());
        const card = undone?.c ?? '';
        loads.put(card, histories(kept).get(card));
        loads.settle();
        expect(counts(loads)).toEqual(counts(new DayLoads(base, histories(kept).values())));
      }),
      { numRuns },
    );
  });

  test('are counted only for the cards answered since, while one answer lies years ahead', () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      historyOf([[4, start - 3 * day]], { id: `card${String(n)}` }),
    );
    let replayed = 0;
    const scheduler = {
      ...base,
      intervals: (...given: Parameters<typeof base.intervals>) => {
        replayed += 1;
        base.intervals(...given);
      },
    };
    const loads = new DayLoads(scheduler, [...many, historyOf([[4, start + 3650 * day]], { id: 'ahead' })]);
    replayed = 0;
    for (let n = 0; n < 10; n += 1) {
      const id = `today${String(n)}`;
      loads.put(id, historyOf([[4, start]], { id }));
      expect(loads.settle()).toEqual(['ahead']);
    }
    // Each of today's answers again for each: none of the 500 before them.
    expect(replayed).toBeLessThan(200);
  });

  test("of coming days are not changed by today's answers", () => {
    const before = histories(inOrder([{ card: 'a', on: 0, g: 4 }]));
    const loads = new DayLoads(base, before.values());
    const now = counted(loads, today + 1);
    loads.put('b', historyOf([[4, start + day]], { id: 'b' }));
    expect(counted(loads, today + 1)).toEqual(now);
  });

  test("of tomorrow include today's answers", () => {
    const loads = new DayLoads(base, [historyOf([[4, start]], { id: 'a' })]);
    expect(counted(loads, today + 1).reduce((a, b) => a + b, 0)).toBe(1);
  });

  test('name the cards answered after a day that a late review changes, and no others', () => {
    const loads = new DayLoads(base, [
      historyOf([[4, start]], { id: 'early' }),
      historyOf([[4, start + 5 * day]], { id: 'late' }),
    ]);
    loads.put('other', historyOf([[4, start + 2 * day]], { id: 'other' }));
    expect(loads.settle()).toEqual(['late']);
  });

  test('hold an imported schedule until its card is answered', () => {
    const memory = { key: 'k', s: 30, d: 5, y: today - 10, due: today + 20 };
    const imported = historyOf([], { id: 'a', memory });
    const answered = historyOf([[3, start + 3 * day]], { id: 'a', memory });
    const at = (history: CardHistory, from: number) =>
      counted(new DayLoads(base, [history]), from)[today + 19 - from];
    expect([at(imported, today), at(answered, today + 3), at(answered, today + 4)]).toEqual([1, 1, 0]);
  });
});

/** Cards that come on each of 60 days, when 10 new cards a day are learned and all is answered good. */
function simulate(options: typeof scheduleDefaults): readonly number[] {
  const loads = new DayLoads(createScheduler(options), []);
  const spread = createSpread(options, loads.from);
  const scheduler = createScheduler(options, spread);
  const all = new Map<string, CardHistory>();
  const due = new Map<string, number>();
  const seen: number[] = [];
  for (let on = 0; on < 120; on += 1) {
    const coming = [...due].filter(([, dueDay]) => dueDay <= today + on).map(([id]) => id);
    seen.push(coming.length);
    for (let nth = 0; nth < 10; nth += 1) coming.push(`card ${String(on)} ${String(nth)}`);
    for (const id of coming) {
      const before = all.get(id) ?? historyOf([], { id });
      // One in eight is forgotten, by the draw of its name and day.
      const g: Grade = seededFraction(id, on) < 0.125 && before.reviews.length > 0 ? 1 : 4;
      const reviews = [...before.reviews, review(g, start + on * day, id, on)];
      const history = { ...before, reviews };
      all.set(id, history);
      loads.put(id, history);
      due.set(id, Math.max(scheduler.replay(history).dueDay ?? 0, today + on + 1));
    }
    loads.settle();
  }
  return seen.slice(60);
}

/** Standard deviation of the change from one day to the next, as a share of the mean. */
function roughness(seen: readonly number[]): number {
  const mean = seen.reduce((a, b) => a + b, 0) / seen.length;
  const changes = seen.slice(1).map((count, at) => count - (seen[at] ?? 0));
  return Math.sqrt(changes.reduce((sum, change) => sum + change * change, 0) / changes.length) / mean;
}

test('days are more even with balancing than with fuzz alone', () => {
  const plain = roughness(simulate({ ...scheduleDefaults, balance: false }));
  const balanced = roughness(simulate(scheduleDefaults));
  expect(balanced).toBeLessThan(0.8 * plain);
});
