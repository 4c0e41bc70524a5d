import { expect, test } from '@jest/globals';
import { dueText } from '../../../src/core/schedule/due-text.ts';
import { scheduler } from '../study/cards.ts';
import { historyOf, noon } from './histories.ts';

test('a card is due on a day, at a time within a step, or not at all', () => {
  const schedule = scheduler.replay(historyOf([[3, noon]]));
  expect(dueText({ ...schedule, dueAt: noon })).toBe('2026-11-20T12:00:00.000Z');
  expect(dueText({ ...schedule, dueAt: null, dueDay: 20_000 })).toBe('2024-10-04');
  expect(dueText(scheduler.replay(historyOf([])))).toBeNull();
});
