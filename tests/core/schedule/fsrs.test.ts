// The memory model against fsrs-rs, and against what FSRS promises of itself.
import { describe, expect, test } from '@jest/globals';
import { BindingMemoryState as RustMemory, FSRSBinding } from './fsrs-rs.ts';
import fc from 'fast-check';
import { forgetting_curve } from 'ts-fsrs';
import type { Grade } from '../../../src/core/history/event.ts';
import {
  areParameters,
  cleanMemory,
  defaultParameters,
  memoryModel,
  type Memory,
} from '../../../src/core/schedule/fsrs.ts';
import { runs } from '../../random.ts';

const steps = runs(50_000, 2_000);
const numRuns = runs(5_000, 300);
const model = memoryModel(null, 0.9);

const grade = fc.constantFrom<Grade>(1, 2, 3, 4);
const success = fc.constantFrom<Grade>(2, 3, 4);
const elapsed = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 4000 }));
const memory = fc.record({
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});

/** A linear congruential generator (Numerical Recipes), so that a failure can be run again. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 0x1_0000_0000;
  }
}

const parameters17 = [
  0.4072, 1.1829, 3.1262, 15.4722, 7.2102, 0.5316, 1.0651, 0.0234, 1.616, 0.1544, 1.0824, 1.9813, 0.0953,
  0.2975, 2.2042, 0.2407, 2.9466,
];
const parameters19 = [
  0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11,
  0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
];

function withParameters(others: Readonly<Record<number, number>>): readonly number[] {
  return defaultParameters.map((parameter, index) => others[index] ?? parameter);
}

interface Deviation {
  readonly relative: number;
  readonly at: string;
}

/** The greatest relative deviation from fsrs-rs over random lives of cards; both are given the same memory. */
function greatestDeviation(count: number, parameters: readonly number[] | null, seed: number): Deviation {
  const ours = memoryModel(parameters, 0.9);
  const theirs = new FSRSBinding([...(parameters ?? defaultParameters)]);
  const draw = random(seed);
  let worst: Deviation = { relative: 0, at: '' };
  let current: Memory | null = null;
  for (let step = 0; step < count; step += 1) {
    if (draw.next().value < 0.08) current = null;
    const days: number =
      current === null || draw.next().value < 0.2
        ? 0
        : Math.floor(current.stability * (0.2 + 2.5 * draw.next().value ** 2)) + 1;
    const given = (1 + Math.floor(draw.next().value * 4)) as Grade;
    const all = theirs.nextStates(
      current && new RustMemory(current.stability, current.difficulty),
      0.9,
      Math.min(days, 36_500),
    );
    const { memory: expected } = [all.again, all.hard, all.good, all.easy][given - 1] ?? all.again;
    const after: Memory = ours.after(current, Math.min(days, 36_500), given);
    for (const field of ['stability', 'difficulty'] as const) {
      const relative = Math.abs(after[field] - expected[field]) / expected[field];
      if (relative > worst.relative)
        worst = { relative, at: `${JSON.stringify({ current, days, given, after })} rs ${expected[field]}` };
    }
    current = after;
  }
  return worst;
}

/** The same where each goes on from its own memory, for forty answers a card, a third of them on the day of the one before. */
function deviationOfLives(count: number, parameters: readonly number[], seed: number): Deviation {
  const ours = memoryModel(parameters, 0.9);
  const theirs = new FSRSBinding([...parameters]);
  const draw = random(seed);
  let worst: Deviation = { relative: 0, at: '' };
  for (let life = 0; life < count; life += 1) {
    let mine: Memory | null = null;
    let rust: Memory | null = null;
    for (let answer = 0; answer < 40; answer += 1) {
      const isSameDay: boolean = mine === null || draw.next().value < 0.33;
      const days: number = isSameDay
        ? 0
        : Math.min(36_500, 1 + Math.floor((mine?.stability ?? 0) * 2 * draw.next().value));
      const given = (1 + Math.floor(draw.next().value * 4)) as Grade;
      const all = theirs.nextStates(rust && new RustMemory(rust.stability, rust.difficulty), 0.9, days);
      const after: Memory = ours.after(mine, days, given);
      rust = [all.again, all.hard, all.good, all.easy][given - 1]?.memory ?? all.again.memory;
      mine = after;
      for (const field of ['stability', 'difficulty'] as const) {
        const relative = Math.abs(after[field] - rust[field]) / rust[field];
        if (relative > worst.relative)
          worst = {
            relative,
            at: `life ${String(life)}, answer ${String(answer)}: ${JSON.stringify(after)}`,
          };
      }
    }
  }
  return worst;
}

/** Fails with the step that deviates most. */
function expectClose({ relative, at }: Deviation): void {
  expect(relative <= 1e-4 ? '' : `${String(relative)} at ${at}`).toBe('');
}

describe('the memory model', () => {
  test(`stays within 1e-4 of fsrs-rs over ${steps} random steps`, () => {
    expectClose(greatestDeviation(steps, null, 42));
  });

  test('stays within 1e-4 of fsrs-rs with parameters that somebody optimized', () => {
    const parameters = defaultParameters.map((parameter, index) => parameter * (1 + 0.1 * Math.sin(index)));
    expectClose(greatestDeviation(steps / 4, parameters, 7));
  });

  test.each([
    ['17 parameters, of FSRS-4.5', parameters17],
    ['19 parameters, of FSRS-5', parameters19],
    [
      '21 parameters with much for answers of one day',
      withParameters({ 17: 0.7536, 18: 0.3332, 19: 0.1437 }),
    ],
    ['21 parameters with nothing for the stability of one day', withParameters({ 19: 0 })],
    [
      'parameters beyond their ranges',
      withParameters({ 0: 0.0002, 4: 12, 17: 2.5, 18: -1, 19: 0.9, 20: 0.05 }),
    ],
    ['a first stability below 0.1 days', withParameters({ 0: 0.02 })],
  ])(
    'stays within 1e-4 of fsrs-rs over whole lives, days of several answers too, with %s',
    (_, parameters) => {
      expectClose(greatestDeviation(steps / 4, parameters, 11));
      expectClose(deviationOfLives(steps / 20, parameters, 12));
    },
  );

  test('says nothing on the console about parameters of an older FSRS', () => {
    const told = console.debug;
    const lines: unknown[] = [];
    console.debug = (line: unknown) => lines.push(line);
    try {
      memoryModel(parameters17, 0.9);
      memoryModel(parameters19, 0.9);
    } finally {
      console.debug = told;
    }
    expect(lines).toEqual([]);
  });

  test('falls back to the default parameters where those of an older FSRS cannot be filled up', () => {
    const broken = parameters17.map((parameter, index) => (index === 5 ? -1 : parameter));
    expect(memoryModel(broken, 0.9).after(null, 0, 3)).toEqual(model.after(null, 0, 3));
  });

  test('recalls with 0.9 after as many days as its stability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 36_500, noNaN: true }), (stability) => {
        expect(model.retrievability(stability, stability)).toBeCloseTo(0.9, 6);
      }),
      { numRuns },
    );
  });

  test('recalls less the more days pass', () => {
    fc.assert(
      fc.property(memory, fc.nat(4000), fc.nat(4000), ({ stability }, days, more) => {
        expect(model.retrievability(stability, days + more)).toBeLessThanOrEqual(
          model.retrievability(stability, days),
        );
      }),
      { numRuns },
    );
  });

  test('never loses stability by a success', () => {
    fc.assert(
      fc.property(memory, elapsed, success, (before, days, given) => {
        const clean = cleanMemory(before.stability, before.difficulty);
        expect(model.after(clean, days, given).stability).toBeGreaterThanOrEqual(
          clean?.stability ?? Infinity,
        );
      }),
      { numRuns },
    );
  });

  test('is the same with a chance of recall that the caller has computed', () => {
    fc.assert(
      fc.property(memory, fc.integer({ min: 1, max: 4000 }), grade, (before, days, given) => {
        const clean = cleanMemory(before.stability, before.difficulty);
        const chance = model.retrievability(clean?.stability ?? 1, days);
        expect(model.after(clean, days, given, chance)).toEqual(model.after(clean, days, given));
      }),
      { numRuns },
    );
  });

  test('recalls exactly as ts-fsrs does', () => {
    fc.assert(
      fc.property(memory, fc.nat(4000), ({ stability }, days) => {
        expect(model.retrievability(stability, days)).toBe(
          forgetting_curve([...defaultParameters], days, stability),
        );
      }),
      { numRuns },
    );
  });

  test('never gains stability by forgetting', () => {
    fc.assert(
      fc.property(memory, elapsed, (before, days) => {
        const clean = cleanMemory(before.stability, before.difficulty);
        expect(model.after(clean, days, 1).stability).toBeLessThanOrEqual(clean?.stability ?? 0);
      }),
      { numRuns },
    );
  });

  test('keeps stability and difficulty in range for any days', () => {
    fc.assert(
      fc.property(memory, fc.nat(2 ** 31 - 1), grade, (before, days, given) => {
        const after = model.after(cleanMemory(before.stability, before.difficulty), days, given);
        expect(after.stability).toBeGreaterThanOrEqual(0.001);
        expect(after.stability).toBeLessThanOrEqual(36_500);
        expect(after.difficulty).toBeGreaterThanOrEqual(1);
        expect(after.difficulty).toBeLessThanOrEqual(10);
      }),
      { numRuns },
    );
  });

  test('gives shorter intervals the more recall is desired', () => {
    const retention = fc.double({ min: 0.7, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(memory, retention, retention, ({ stability }, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(memoryModel(null, high).interval(stability)).toBeLessThanOrEqual(
          memoryModel(null, low).interval(stability),
        );
      }),
      { numRuns: Math.min(numRuns, 2000) },
    );
  });

  test('hides differences between engines in the last bits', () => {
    const bumped = 12.345678 * (1 + 2 ** -52);
    expect(cleanMemory(bumped, 5)).toEqual(cleanMemory(12.345678, 5));
  });

  test.each([
    ['no stability', 0, 5],
    ['a negative stability', -1, 5],
    ['no number', NaN, 5],
    ['no difficulty', 3, NaN],
  ])('takes %s from outside as no memory', (_, stability, difficulty) => {
    expect(cleanMemory(stability, difficulty)).toBeNull();
  });

  test('brings a memory from outside into range', () => {
    expect(cleanMemory(1e9, 99)).toEqual({ stability: 36_500, difficulty: 10 });
  });

  test('takes parameters of 17, 19 and 21 numbers and no others', () => {
    const lengths = [0, 16, 17, 18, 19, 20, 21, 22];
    expect(lengths.filter((length) => areParameters(new Array<number>(length).fill(1)))).toEqual([
      17, 19, 21,
    ]);
  });

  test('falls back to the default parameters where a parameter is no number', () => {
    const broken = defaultParameters.map((parameter, index) => (index === 4 ? NaN : parameter));
    expect(memoryModel(broken, 0.9).after(null, 0, 3)).toEqual(model.after(null, 0, 3));
  });
});
