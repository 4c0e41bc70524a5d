import { expect, test } from '@jest/globals';
import { scheduleDefaults, type Schedule } from '../../../src/core/schedule/schedule.ts';
import { dueWords } from '../../../src/ui/parts/due-words.ts';
import { english } from '../../english.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';

const today = 20_000;
const newCards = createScheduler(scheduleDefaults).newSchedule('card');

test.each<[string, Partial<Schedule>, string]>([
  ['a card without an answer', {}, 'new'],
  ['a card in its steps', { state: 'learning', dueDay: today }, 'learning'],
  ['a card in its steps that comes back tomorrow', { state: 'learning', dueDay: today + 1 }, 'tomorrow'],
  ['a card due today', { state: 'review', dueDay: today }, 'due'],
  ['a card overdue', { state: 'review', dueDay: today - 9 }, 'due'],
  ['a card due tomorrow', { state: 'review', dueDay: today + 1 }, 'tomorrow'],
  ['a card due later', { state: 'review', dueDay: today + 12 }, 'in 12 d'],
  ['a card buried until today', { state: 'review', dueDay: today, buriedUntil: today }, 'buried'],
  ['a card buried until yesterday', { state: 'review', dueDay: today, buriedUntil: today - 1 }, 'due'],
  ['a card suspended, due or not', { state: 'review', dueDay: today, suspended: true }, 'suspended'],
])('%s is said in a word or two', (_, given, said) => {
  expect(dueWords(english, { ...newCards, ...given }, today)).toBe(said);
});
