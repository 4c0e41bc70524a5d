import { describe, expect, test } from '@jest/globals';
import { seededDraw } from '../../../src/core/simulation/chance.ts';
import { simulate, usualAnswering, type SimulationInput } from '../../../src/core/simulation/simulate.ts';
import { finish } from '../training/cards.ts';

const input: SimulationInput = {
  known: [],
  new: 2000,
  newPerDay: 10,
  days: 200,
  parameters: null,
  relearningSteps: 1,
  maximumInterval: 36_500,
  answering: usualAnswering,
  draws: () => seededDraw(1),
};

const run = (more: Partial<SimulationInput>, retentions: readonly number[]) =>
  finish(simulate({ ...input, ...more }, retentions));
const sum = (values: readonly number[] = []): number => values.reduce((all, value) => all + value, 0);

describe('the simulator', () => {
  test('asks for more reviews and keeps more cards the higher the retention', () => {
    const [low, middle, high] = run({}, [0.75, 0.85, 0.95]);
    expect(sum(low?.reviews)).toBeLessThan(sum(middle?.reviews));
    expect(sum(middle?.reviews)).toBeLessThan(sum(high?.reviews));
    expect(low?.known.at(-1)).toBeLessThan(high?.known.at(-1) ?? 0);
  });

  test('never knows more cards than were started', () => {
    const [result] = run({ new: 300 }, [0.9]);
    result?.known.forEach((known, week) => expect(known).toBeLessThanOrEqual(Math.min(300, 70 * (week + 1))));
  });

  test('counts nothing without cards', () => {
    const [result] = run({ new: 0 }, [0.9]);
    expect([sum(result?.reviews), sum(result?.known)]).toEqual([0, 0]);
  });

  test('asks for an overdue card on the first day', () => {
    const card = { memory: { stability: 10, difficulty: 5 }, last: -30, due: -20 };
    const [result] = run({ known: [card], new: 0 }, [0.9]);
    expect(result?.reviews[0]).toBeGreaterThanOrEqual(1);
  });

  test('keeps as many cards as the retention promises, between one review and the next', () => {
    const known = Array.from({ length: 1000 }, (_, nth) => ({
      memory: { stability: 20, difficulty: 5 },
      last: -(nth % 20),
      due: 20 - (nth % 20),
    }));
    const [result] = run({ known, new: 0, days: 100 }, [0.9]);
    const share = (result?.known.at(-1) ?? 0) / known.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });

  test('lets one card represent several if there are many, with similar numbers', () => {
    const [few] = run({ new: 4000, newPerDay: 20 }, [0.9]);
    const [many] = run({ new: 40_000, newPerDay: 200 }, [0.9]);
    const ratio = sum(many?.reviews) / sum(few?.reviews);
    expect(ratio).toBeGreaterThan(9);
    expect(ratio).toBeLessThan(11);
  });

  test('presses the last button if the shares leave a rest', () => {
    // .999… is above the sum of three shares of a third, as computers add; the first answer is easy, so given once.
    const first = ([2, 3, 4] as const).map((grade) => ({ grade, share: 0.333 }));
    const answering = { first, known: first };
    const [result] = run({ answering, new: 1, newPerDay: 1, days: 7, draws: () => () => 0.9999 }, [0.9]);
    expect(result?.reviews).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  test('lets every second card represent two if there are twice as many as it simulates', () => {
    // Of each two only the first is due within the week.
    const known = Array.from({ length: 4000 }, (_, nth) => ({
      memory: { stability: 1000, difficulty: 5 },
      last: 0,
      due: nth % 2 === 0 ? 3 : 100,
    }));
    const [result] = run({ known, new: 0, days: 7 }, [0.9]);
    expect(result?.reviews.slice(0, 4).map((count) => count >= 4000)).toEqual([false, false, false, true]);
  });

  test('gives the same numbers for the same seed', () => {
    expect(run({}, [0.9])).toEqual(run({}, [0.9]));
  });
});
