import { describe, expect, test } from '@jest/globals';
import { StudyPool } from '../../../../src/core/study/queue/pool.ts';
import { DayTally, type RemainingLimits } from '../../../../src/core/study/decks/limits.ts';
import type { DueOrder } from '../../../../src/core/study/options.ts';
import { Queues } from '../../../../src/core/study/queue/queue.ts';
import type { DeckPreset } from '../../../../src/core/study/decks/presets.ts';
import { easy, newCards, ids, scheduler, today, unlimited } from '../cards.ts';

/** Due cards: the longer ago, the more likely forgotten. */
const cards = [
  easy('long ago', 60, { deck: 'art', line: 1 }),
  easy('lately', 9, { deck: 'ml', line: 2 }),
  easy('between', 20, { deck: 'ml/attention', line: 3 }),
  newCards('new 1', { deck: 'art', line: 4 }),
  newCards('new 2', { deck: 'ml', line: 5 }),
  newCards('new 3', { deck: 'ml/attention', line: 6 }),
];

function queues(dueOrder: DueOrder): Queues {
  const pool = new StudyPool({ scheduler, siblingsApart: false, today });
  pool.setNote('note.md', cards, []);
  return new Queues(pool, () => ({ newOrder: 'note', dueOrder }));
}

const due = (order: DueOrder, left: RemainingLimits = unlimited) =>
  ids(queues(order).queue({ scope: { kind: 'all' } }, left).due);

describe('due cards', () => {
  test.each([
    ['need', ['long ago', 'between', 'lately']],
    ['kept', ['lately', 'between', 'long ago']],
    ['due', ['long ago', 'between', 'lately']],
  ] as const)('come in the order “%s”', (order, expected) => {
    expect(due(order)).toEqual(expected);
  });

  test('come in a random order that is the same all day', () => {
    expect(due('random')).toEqual(due('random'));
    expect([...due('random')].sort()).toEqual(['between', 'lately', 'long ago']);
  });

  test('that are still known come first after a vacation, whatever the order', () => {
    expect(due('need', { ...unlimited, reviews: 1, catchingUp: true })).toEqual(['lately']);
  });
});

describe('limits of decks', () => {
  const presets: readonly DeckPreset[] = [
    { deck: 'ml', newPerDay: 1, reviewsPerDay: 1 },
    { deck: 'ml/attention', newPerDay: 0 },
  ];
  const limits = { newPerDay: 20, reviewsPerDay: 200 };
  const all = { scope: { kind: 'all' } } as const;

  test('hold for their deck and those below, and not for others', () => {
    const found = queues('need').queue(all, new DayTally(today, [], presets).left(limits));
    expect([ids(found.due), ids(found.new)]).toEqual([
      ['long ago', 'between'],
      ['new 1', 'new 2'],
    ]);
  });

  test('give the counts that the queue has', () => {
    const left = new DayTally(today, [], presets).left(limits);
    const found = queues('need').queue(all, left);
    expect(queues('need').counts({ scope: { kind: 'all' } }, left)).toEqual({
      learning: found.learning.length,
      due: found.due.length,
      new: found.new.length,
    });
  });

  test('are used up by the cards of their decks alone', () => {
    const tally = new DayTally(today, [], presets);
    const introduced = { ...scheduler.newSchedule('x'), introducedOn: today };
    tally.put(null, introduced, 'ml/vision');
    const { new: left, decks } = tally.left(limits);
    expect([left, decks?.new.get('ml')]).toEqual([20, 0]);
  });

  test('of all notes are not used up by cards of decks that have their own', () => {
    const tally = new DayTally(today, [], presets);
    tally.put(null, { ...scheduler.newSchedule('x'), introducedOn: today }, 'art');
    const { new: left, decks } = tally.left(limits);
    expect([left, decks?.new.get('ml')]).toEqual([19, 1]);
  });
});
