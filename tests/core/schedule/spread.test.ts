import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fuzzRange, pickDay } from '../../../src/core/schedule/fuzz.ts';
import { scheduleDefaults, type Weekday } from '../../../src/core/schedule/schedule.ts';
import { createSpread, type SiblingPlace } from '../../../src/core/schedule/spread.ts';
import { runs } from '../../random.ts';

const numRuns = runs(20_000, 500);
const maximum = 36_500;
/** A Thursday. */
const from = 20_622;

const anyWish = fc.record({
  card: fc.string({ minLength: 1, maxLength: 6 }),
  from: fc.integer({ min: from, max: from + 20 }),
  interval: fc.integer({ min: 1, max: 200 }),
  elapsed: fc.nat(100),
  fraction: fc.double({ min: 0, max: 0.999999, noNaN: true }),
  maximum: fc.constantFrom(30, maximum),
});

const easyOn = (...days: Weekday[]) => ({
  ...scheduleDefaults.easyDays,
  ...Object.fromEntries(days.map((day) => [day, 'none'] as const)),
});

const full = Array.from({ length: 130 }, () => 9);
const fullBut = (empty: number) => full.map((cards, ahead) => (ahead === empty ? 0 : cards));

/** Days drawn for an interval, by 1,000 even fractions. */
function drawn(spread: ReturnType<typeof createSpread>, interval: number, card = 'card'): readonly number[] {
  return Array.from({ length: 1000 }, (_, nth) =>
    spread({ card, from, interval, elapsed: 1, fraction: (nth + 0.3) / 1000, maximum }),
  );
}

const days = (found: readonly number[]) => [...new Set(found)];

describe('the spread of a card', () => {
  test('is fuzz alone if nothing else is wanted', () => {
    const spread = createSpread(scheduleDefaults);
    fc.assert(
      fc.property(anyWish, (wish) => {
        const { interval, elapsed, fraction } = wish;
        const capped = Math.min(interval, wish.maximum);
        const { shortest, longest } = fuzzRange(capped, elapsed, wish.maximum);
        const plain = pickDay(shortest, longest, fraction, null);
        expect(spread({ ...wish, interval: capped })).toBe(plain);
      }),
      { numRuns },
    );
  });

  test('leaves every interval alone if it is off', () => {
    const spread = createSpread(
      { ...scheduleDefaults, fuzz: false },
      () => full,
      () => ({ rank: 0, of: 2 }),
    );
    expect(days(drawn(spread, 40))).toEqual([40]);
  });

  test('never leaves the fuzz range, whatever is wanted', () => {
    const place = fc.option(fc.record({ rank: fc.nat(3), of: fc.constant(4) }));
    const loads = fc.array(fc.nat(50), { minLength: 101, maxLength: 101 });
    const easy = fc.subarray<Weekday>(['monday', 'friday', 'saturday', 'sunday']);
    fc.assert(
      fc.property(anyWish, place, loads, easy, (wish, at, counts, easyDays) => {
        const options = { fuzz: true, balance: true, easyDays: easyOn(...easyDays) };
        const spread = createSpread(
          options,
          () => counts,
          () => at,
        );
        const interval = Math.min(wish.interval, wish.maximum);
        const { shortest, longest } = fuzzRange(interval, wish.elapsed, wish.maximum);
        const found = spread({ ...wish, interval });
        expect(found).toBeGreaterThanOrEqual(shortest);
        expect(found).toBeLessThanOrEqual(longest);
        expect(Number.isInteger(found)).toBe(true);
      }),
      { numRuns },
    );
  });

  test('avoids weekdays that should have no cards', () => {
    const spread = createSpread({ fuzz: true, balance: false, easyDays: easyOn('saturday', 'sunday') });
    const weekdays = days(drawn(spread, 20)).map((interval) => (from + interval) % 7);
    expect(weekdays.filter((day) => day === 2 || day === 3)).toEqual([]);
  });

  test('uses easy days if there are no others', () => {
    const all: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const spread = createSpread({ fuzz: true, balance: false, easyDays: easyOn(...all) });
    expect(drawn(spread, 20)).toEqual(drawn(createSpread(scheduleDefaults), 20));
  });

  test('gives a day with fewer cards half of the share of the others', () => {
    const easyDays = { ...scheduleDefaults.easyDays, monday: 'fewer' as const };
    const spread = createSpread({ fuzz: true, balance: false, easyDays });
    const counts = new Map<number, number>();
    for (const interval of drawn(spread, 11)) counts.set(interval, (counts.get(interval) ?? 0) + 1);
    const monday = [...counts].find(([interval]) => (from + interval) % 7 === 4)?.[1] ?? 0;
    const others = [...counts].filter(([interval]) => (from + interval) % 7 !== 4).map(([, count]) => count);
    expect(Math.abs(monday * 2 - Math.min(...others))).toBeLessThanOrEqual(4);
  });

  test('draws an empty day more often than a full one', () => {
    const spread = createSpread(scheduleDefaults, () => fullBut(20));
    const onEmpty = drawn(spread, 20).filter((interval) => interval === 20).length;
    // A weight of 1 against .01 each for six other days.
    expect(onEmpty).toBeGreaterThan(900);
  });

  test('counts no cards for intervals whose range is beyond what is counted', () => {
    const spread = createSpread(scheduleDefaults, () => fullBut(120));
    expect(drawn(spread, 120)).toEqual(drawn(createSpread(scheduleDefaults), 120));
  });

  test('never puts siblings on one day if their ranges hold a day for each', () => {
    const places = new Map<string, SiblingPlace>([
      ['a', { rank: 0, of: 3 }],
      ['b', { rank: 1, of: 3 }],
      ['c', { rank: 2, of: 3 }],
    ]);
    const spread = createSpread(scheduleDefaults, null, (card) => places.get(card) ?? null);
    const [a, b, c] = ['a', 'b', 'c'].map((card) => new Set(drawn(spread, 9, card)));
    expect([...(a ?? [])].filter((day) => b?.has(day) || c?.has(day))).toEqual([]);
  });
});
