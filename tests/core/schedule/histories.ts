// Histories of cards for the tests of schedule and study.
import fc from 'fast-check';
import type { CardHistory, Grade, ReviewEvent } from '../../../src/core/history/event.ts';
import { studyDay } from '../../../src/core/schedule/study-day.ts';

export const minute = 60_000;
export const day = 86_400_000;
/** 2026-11-20, 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 20, 12);
export const today = studyDay(noon, 0, 4);

/** A review of `card`, `at` ms since 1970, in UTC with a rollover at 04:00. */
export function review(g: Grade, at: number, card = 'card', sequence = 1): ReviewEvent {
  return { i: `dev.${sequence}`, t: at, k: 'r', c: card, g, d: 5000, z: 0, y: studyDay(at, 0, 4) };
}

/** Reviews of one card, each given as [grade, ms since 1970]. */
export function historyOf(
  reviews: readonly (readonly [Grade, number])[],
  more: Partial<CardHistory> = {},
): CardHistory {
  return {
    id: 'card',
    reviews: reviews.map(([g, at], index) => review(g, at, more.id ?? 'card', index + 1)),
    memory: null,
    snapshot: null,
    suspended: false,
    ask: false,
    buriedUntil: null,
    flag: 0,
    seenAt: reviews.at(-1)?.[1] ?? 0,
    ...more,
  };
}

const gap = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((minutes) => minutes * minute),
  fc.integer({ min: 1, max: 60 }).map((days) => days * day),
  fc.integer({ min: 1, max: 2000 }).map((hours) => hours * 60 * minute),
);

/** Random lives of a card: up to 15 reviews at any hour, on one day or months apart. */
export const anyHistory: fc.Arbitrary<CardHistory> = fc
  .tuple(
    fc.string({ minLength: 4, maxLength: 8 }),
    fc.array(fc.tuple(fc.constantFrom<Grade>(1, 2, 3, 3, 3, 4), gap), { maxLength: 15 }),
    fc.boolean(),
    fc.nat(7),
  )
  .map(([id, answers, suspended, flag]) => {
    let at = noon - 3000 * day;
    const reviews = answers.map(([g, wait]) => [g, (at += wait)] as const);
    return historyOf(reviews, { id, suspended, flag });
  });
