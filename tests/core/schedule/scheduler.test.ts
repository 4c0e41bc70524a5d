import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardHistory, Grade } from '../../../src/core/history/event.ts';
import { scheduleDefaults, type Outcome, type ScheduleOptions } from '../../../src/core/schedule/schedule.ts';
import { defaultParameters } from '../../../src/core/schedule/fsrs.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { anyHistory, day, historyOf, minute, noon, today } from './histories.ts';
import { runs } from '../../random.ts';

/** A lapse leaves little with them. */
const weak21 = defaultParameters.map((weight, index) => (index === 11 ? 0.1 : weight));
const numRuns = runs(3_000, 200);
const scheduler = createScheduler(scheduleDefaults);
const plain = createScheduler({ ...scheduleDefaults, fuzz: false });
const moment = (at: number) => ({ t: at, z: 0, y: Math.floor((at - 4 * 60 * minute) / day) });

const anyOptions: fc.Arbitrary<ScheduleOptions> = fc.record({
  desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
  raised: fc.constant([]),
  learningSteps: fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4 }),
  relearningSteps: fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 3 }),
  maximumInterval: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(36_500)),
  fuzz: fc.boolean(),
  balance: fc.boolean(),
  easyDays: fc.constant(scheduleDefaults.easyDays),
  weights: fc.constant(null),
  rolloverHour: fc.integer({ min: 0, max: 23 }),
  leechLapses: fc.nat(8),
});

/** The waits of again, hard, good, easy in minutes. */
const minutes = (outcomes: readonly Outcome[]) => outcomes.map((outcome) => outcome.minutes);
const answered = (...reviews: (readonly [Grade, number])[]) => plain.replay(historyOf(reviews));

describe('learning steps', () => {
  test('let a new card wait 1 min, 5.5 min, 10 min or 8 days', () => {
    expect(minutes(plain.next(plain.newSchedule('card'), moment(noon)))).toEqual([1, 5.5, 10, 8 * 1440]);
  });

  test('are due at their minute', () => {
    expect(answered([3, noon])).toMatchObject({ state: 'learning', step: 1, dueAt: noon + 10 * minute });
  });

  test('are never fuzzed', () => {
    expect(minutes(scheduler.next(scheduler.newSchedule('card'), moment(noon))).slice(0, 3)).toEqual([
      1, 5.5, 10,
    ]);
  });

  test('end with good on the last one', () => {
    expect(answered([3, noon], [3, noon + 10 * minute])).toMatchObject({
      state: 'review',
      step: 0,
      dueAt: null,
      dueDay: today + 2,
    });
  });

  test('repeat the second one after hard', () => {
    expect(answered([3, noon], [2, noon + 10 * minute])).toMatchObject({
      step: 1,
      dueAt: noon + 20 * minute,
    });
  });

  test('start over after again', () => {
    expect(answered([3, noon], [1, noon + 10 * minute])).toMatchObject({
      step: 0,
      dueAt: noon + 11 * minute,
    });
  });

  test('that end after 04:00 wait for the day, not the minute', () => {
    const late = noon + 16 * 60 * minute - 5 * minute;
    expect(answered([3, late])).toMatchObject({ dueAt: null, dueDay: today + 1 });
  });

  test('of a day or more count in study days', () => {
    const long = createScheduler({ ...scheduleDefaults, learningSteps: [10, 3 * 1440] });
    expect(long.replay(historyOf([[3, noon]]))).toMatchObject({
      state: 'learning',
      dueAt: null,
      dueDay: today + 3,
    });
  });

  test('may be none: a new card goes to FSRS at once', () => {
    const none = createScheduler({ ...scheduleDefaults, learningSteps: [], fuzz: false });
    expect(none.replay(historyOf([[3, noon]]))).toMatchObject({ state: 'review', dueDay: today + 2 });
  });

  describe('where there are none', () => {
    const none = createScheduler({
      ...scheduleDefaults,
      learningSteps: [],
      relearningSteps: [],
      fuzz: false,
    });

    test('bring a new card back on the same day after again, when FSRS asks for it', () => {
      // 0.212 days, the first stability of again.
      expect(none.replay(historyOf([[1, noon]]))).toMatchObject({
        state: 'learning',
        dueAt: noon + 305 * minute,
        dueDay: today,
      });
    });

    test('bring it back the next day where the same day ends before', () => {
      const late = noon + 14 * 60 * minute;
      expect(none.replay(historyOf([[1, late]]))).toMatchObject({ dueAt: null, dueDay: today + 1 });
    });

    test('let it go to review by a good answer that FSRS gives days', () => {
      const later = none.replay(
        historyOf([
          [1, noon],
          [4, noon + 305 * minute],
        ]),
      );
      expect(later).toMatchObject({ state: 'review', dueAt: null });
    });

    test('bring a card that was forgotten back on the same day only when FSRS asks for it', () => {
      const weak = createScheduler({ ...none.options, weights: weak21 });
      const life = [
        [4, noon],
        [1, noon + 8 * day],
      ] as const;
      expect(weak.replay(historyOf(life))).toMatchObject({ state: 'relearning', dueDay: today + 8 });
      expect(none.replay(historyOf(life))).toMatchObject({ state: 'review', dueDay: today + 9 });
    });

    test('leave it to the next day with parameters that ignore same-day reviews', () => {
      const older = createScheduler({ ...none.options, weights: defaultParameters.slice(0, 17) });
      expect(older.replay(historyOf([[1, noon]]))).toMatchObject({ state: 'review', dueDay: today + 1 });
    });
  });
});

describe('forgetting', () => {
  const learned = [
    [4, noon],
    [1, noon + 8 * day],
  ] as const;

  test('a card in review counts a lapse and starts relearning', () => {
    expect(answered(...learned)).toMatchObject({
      state: 'relearning',
      lapses: 1,
      dueAt: noon + 8 * day + 10 * minute,
    });
  });

  test('a card while it is learned counts no lapse', () => {
    expect(answered([1, noon], [1, noon + minute]).lapses).toBe(0);
  });

  test('a card ends with good, which leads back to review', () => {
    expect(answered(...learned, [3, noon + 8 * day + 10 * minute]).state).toBe('review');
  });

  test('a card without relearning steps leaves it in review', () => {
    const none = createScheduler({ ...scheduleDefaults, relearningSteps: [], fuzz: false });
    expect(none.replay(historyOf(learned))).toMatchObject({ state: 'review', lapses: 1, dueDay: today + 9 });
  });

  test.each([
    [7, false],
    [8, true],
  ])('a card %i times makes it a leech: %s', (lapses, leech) => {
    const life = Array.from({ length: lapses }, (_, index) => [
      [4, noon + 2 * index * day] as const,
      [1, noon + (2 * index + 1) * day] as const,
    ]).flat();
    expect(answered(...life)).toMatchObject({ lapses, leech });
  });
});

describe('a schedule', () => {
  test('takes elapsed days from the log, so that 23:59 and 00:01 are the same day', () => {
    const before = noon + 11 * 60 * minute + 59 * minute;
    const acrossMidnight = answered([4, before], [3, before + 2 * minute]);
    expect(acrossMidnight.memory).toEqual(answered([4, noon], [3, noon + minute]).memory);
  });

  test('treats 03:59 and 04:01 as a day apart', () => {
    const before = noon + 16 * 60 * minute - minute;
    const acrossRollover = answered([4, before], [3, before + 2 * minute]);
    expect(acrossRollover.memory).toEqual(answered([4, noon], [3, noon + day]).memory);
  });

  test('counts no negative days when a clock ran backwards', () => {
    expect(answered([4, noon], [3, noon - 3 * day]).memory).toEqual(answered([4, noon], [3, noon]).memory);
  });

  test('never plans beyond the maximum interval', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 30 }), (history, maximumInterval) => {
        const short = createScheduler({ ...scheduleDefaults, maximumInterval });
        for (const { schedule } of short.next(short.replay(history), moment(noon + 5000 * day)))
          expect(schedule.interval).toBeLessThanOrEqual(maximumInterval);
      }),
      { numRuns },
    );
  });

  test('waits no shorter after a better grade, whatever the options', () => {
    fc.assert(
      fc.property(anyHistory, anyOptions, fc.nat(400 * 1440), (history, options, late) => {
        const any = createScheduler(options);
        const waits = minutes(any.next(any.replay(history), moment(noon + late * minute)));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
      }),
      { numRuns },
    );
  });

  test('is due no earlier after a better grade, whatever the options', () => {
    fc.assert(
      fc.property(anyHistory, anyOptions, fc.nat(400 * 1440), (history, options, late) => {
        const any = createScheduler(options);
        const { t, z } = moment(noon + late * minute);
        const y = Math.floor((t - options.rolloverHour * 60 * minute) / day);
        const starts = (dueDay: number) => dueDay * day + options.rolloverHour * 60 * minute;
        const dues = any
          .next(any.replay(history), { t, z, y })
          .map(({ schedule: { dueAt, dueDay } }) => dueAt ?? starts(dueDay ?? 0));
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
      { numRuns },
    );
  });

  test('shows on the button what the answer then leads to', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom<Grade>(1, 2, 3, 4), (history, g) => {
        const at = moment(noon + 50 * day);
        const before = scheduler.replay(history);
        expect(scheduler.next(before, at)[g - 1]?.schedule).toEqual(scheduler.step(before, { ...at, g }));
      }),
      { numRuns },
    );
  });

  test('is the same step by step as replayed from the log', () => {
    fc.assert(
      fc.property(anyHistory, anyOptions, (history, options) => {
        const any = createScheduler(options);
        let stepped = any.replay({ ...history, reviews: [] });
        for (const answer of history.reviews) stepped = any.step(stepped, answer);
        expect(stepped).toEqual(any.replay(history));
      }),
      { numRuns },
    );
  });

  test('is replanned from the log with other options, and as before when they are set back', () => {
    const history = historyOf([
      [4, noon],
      [3, noon + 8 * day],
    ]);
    const strict = createScheduler({ ...scheduleDefaults, fuzz: false, desiredRetention: 0.95 });
    expect(strict.replay(history).dueDay).toBeLessThan(plain.replay(history).dueDay ?? 0);
    expect(createScheduler({ ...scheduleDefaults, fuzz: false }).replay(history)).toEqual(
      plain.replay(history),
    );
  });

  test('keeps the days of the past when the rollover hour changes', () => {
    const moved = createScheduler({ ...scheduleDefaults, fuzz: false, rolloverHour: 0 });
    const history = historyOf([
      [4, noon],
      [3, noon + 8 * day],
    ]);
    expect(moved.replay(history)).toEqual(plain.replay(history));
  });

  test('comes up sooner the more recall is desired', () => {
    const retention = fc.double({ min: 0.7, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(anyHistory, retention, retention, (history, one, other) => {
        const due = (desiredRetention: number) =>
          createScheduler({ ...scheduleDefaults, fuzz: false, desiredRetention }).replay(history).dueDay ?? 0;
        expect(due(Math.max(one, other))).toBeLessThanOrEqual(due(Math.min(one, other)));
      }),
      { numRuns },
    );
  });

  test('spreads cards that were learned together', () => {
    const days = Array.from(
      { length: 60 },
      (_, card) => scheduler.replay(historyOf([[4, noon]], { id: `card${card}` })).dueDay,
    );
    expect(new Set(days).size).toBeGreaterThan(2);
  });

  test('takes its marks from the log', () => {
    const marks = { suspended: true, buriedUntil: today, flag: 3 };
    expect(scheduler.replay(historyOf([], marks))).toMatchObject(marks);
  });

  test('is due when a person says so, and learns from the next answer as if it had waited by itself', () => {
    const history = historyOf([[4, noon]], { dueOn: today + 100 });
    const set = scheduler.replay(history);
    const plainly = scheduler.replay(historyOf([[4, noon]]));
    expect(set).toEqual({ ...plainly, dueDay: today + 100, dueAt: null, interval: 100 });
    expect(scheduler.step(set, { t: noon + 100 * day, z: 0, y: today + 100, g: 3 })).toEqual(
      scheduler.step(plainly, { t: noon + 100 * day, z: 0, y: today + 100, g: 3 }),
    );
  });

  test('has no due day to set while it is new', () => {
    expect(scheduler.replay(historyOf([], { dueOn: today + 3 }))).toMatchObject({
      state: 'new',
      dueDay: null,
    });
  });

  test('in a step waits for the day that was set', () => {
    const set = scheduler.replay(historyOf([[1, noon]], { dueOn: today + 3 }));
    expect(set).toMatchObject({ state: 'learning', dueDay: today + 3, dueAt: null, interval: 0 });
  });

  test('knows the days of the first answer and of the last one in review', () => {
    expect(answered([4, noon], [3, noon + 8 * day])).toMatchObject({
      introducedOn: today,
      reviewedOn: today + 8,
    });
  });

  test('of a new card recalls nothing', () => {
    expect(plain.retrievability(plain.newSchedule('card'), today)).toBe(0);
  });
});

describe('an imported memory', () => {
  const memory = { key: 'sr', s: 20, d: 5, y: today - 10, due: today + 7, reps: 4, lapses: 1 };
  const imported = (more: Partial<CardHistory> = {}) => plain.replay(historyOf([], { memory, ...more }));

  test('is due on its own day', () => {
    expect(imported()).toMatchObject({
      state: 'review',
      dueDay: today + 7,
      interval: 17,
      reps: 4,
      lapses: 1,
    });
  });

  test('is what later reviews build on', () => {
    const after = plain.replay(historyOf([[3, noon]], { memory }));
    expect(after.memory?.stability).toBeGreaterThan(20);
    expect(after).toMatchObject({ reps: 5, reviewedOn: today, introducedOn: null });
  });

  test('that is invalid leaves the card new', () => {
    expect(imported({ memory: { ...memory, s: NaN } }).state).toBe('new');
  });
});
