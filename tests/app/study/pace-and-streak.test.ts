import { describe, expect, test } from '@jest/globals';
import { PaceAndStreak } from '../../../src/app/study/pace-and-streak.ts';
import type { ReviewEvent } from '../../../src/core/history/event.ts';

let sequence = 0;
const review = (y: number, d = 4000): ReviewEvent => ({
  k: 'r',
  i: `aaaaaaaa.${String((sequence += 1))}`,
  t: y * 86_400_000,
  c: 'card',
  g: 3,
  d,
  z: 0,
  y,
});

/** Habits over a list that can grow; `changed` tells of it, as the history does. */
function habitsOf(reviews: ReviewEvent[]): { habits: PaceAndStreak; changed: () => void } {
  let changed = (): void => undefined;
  const habits = new PaceAndStreak({
    answers: () => reviews,
    onChange: (listener) => {
      changed = listener;
      return () => undefined;
    },
  });
  return { habits, changed: () => changed() };
}

describe('the streak', () => {
  test.each([
    ['no review at all', [], 0],
    ['reviews today only', [10], 1],
    ['reviews today and on the two days before', [8, 9, 10], 3],
    ['several reviews on one day', [9, 10, 10, 10], 2],
    ['none yet today, but yesterday', [8, 9], 2],
    ['none yesterday', [7, 8, 10], 1],
    ['none today or yesterday', [7, 8], 0],
    ['days in no order', [9, 10, 8], 3],
    ['a day that is still to come, of a clock that ran ahead', [10, 11], 1],
  ])('of %s', (_, days, length) => {
    expect(habitsOf(days.map((day) => review(day))).habits.streak(10)).toBe(length);
  });
});

describe('the pace', () => {
  test('is a guess while there are no answers', () => {
    expect(habitsOf([]).habits.pace).toBe(12_000);
  });

  test('is the mean time of an answer', () => {
    expect(habitsOf([review(1, 2000), review(1, 6000)]).habits.pace).toBe(4000);
  });

  test('takes a card left on screen for hours as five minutes', () => {
    expect(habitsOf([review(1, 3_600_000)]).habits.pace).toBe(300_000);
  });

  test('follows an answer once the history reports it', () => {
    const reviews = [review(1, 2000)];
    const { habits, changed } = habitsOf(reviews);
    expect(habits.pace).toBe(2000);
    reviews.push(review(2, 4000));
    changed();
    expect([habits.pace, habits.streak(2)]).toEqual([3000, 2]);
  });
});
