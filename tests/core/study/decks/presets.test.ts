import { describe, expect, test } from '@jest/globals';
import { scheduleDefaults } from '../../../../src/core/schedule/schedule.ts';
import { DeckSchedulers } from '../../../../src/core/study/decks/deck-schedulers.ts';
import { studyDefaults } from '../../../../src/core/study/options.ts';
import { scheduleOf, studyOf, type DeckPreset } from '../../../../src/core/study/decks/presets.ts';
import { historyOf, noon, today } from '../../schedule/histories.ts';

const presets: readonly DeckPreset[] = [
  { deck: 'ml', newPerDay: 5, desiredRetention: 0.8 },
  { deck: 'ml/attention', desiredRetention: 0.95, newOrder: 'random' },
];

describe('a preset', () => {
  test('applies to its deck and the decks below it', () => {
    expect(['ml', 'ml/vision'].map((deck) => studyOf(studyDefaults, presets, deck).newPerDay)).toEqual([
      5, 5,
    ]);
  });

  test('applies to no other deck, not even one with a longer name', () => {
    expect(['', 'mlx', 'x/ml'].map((deck) => studyOf(studyDefaults, presets, deck))).toEqual([
      studyDefaults,
      studyDefaults,
      studyDefaults,
    ]);
  });

  test('of the nearest deck wins, and leaves what it does not set to those above', () => {
    expect(scheduleOf(scheduleDefaults, presets, 'ml/attention/heads').desiredRetention).toBe(0.95);
    expect(studyOf(studyDefaults, presets, 'ml/attention/heads').newPerDay).toBe(5);
  });

  test('that sets nothing of a kind gives the global options themselves', () => {
    expect(scheduleOf(scheduleDefaults, [{ deck: 'ml', newPerDay: 1 }], 'ml')).toBe(scheduleDefaults);
  });
});

describe('the schedulers of decks', () => {
  const many = new DeckSchedulers({ schedule: scheduleDefaults, presets, siblingsApart: true, load: null });
  const history = (id: string) =>
    historyOf(
      [
        [4, noon - 30 * 86_400_000],
        [3, noon],
      ],
      { id },
    );
  const place = (id: string, deck: string, group: string | null = null) => ({ id, deck, group });

  test('name the cards planned differently once they are placed', () => {
    expect(many.place([place('a', 'ml'), place('b', 'art')])).toEqual(['a']);
  });

  test('name no card twice for one place', () => {
    expect(many.place([place('a', 'ml'), place('b', 'art')])).toEqual([]);
  });

  test('plan a card by the retention of its deck', () => {
    const [low, normal] = ['a', 'b'].map((id) => many.scheduler.replay(history(id)).interval);
    expect((low ?? 0) > 1.5 * (normal ?? 0)).toBe(true);
  });

  test('answer a card by the same scheduler that replays it', () => {
    const { reviews } = history('a');
    const first = many.scheduler.replay({ ...history('a'), reviews: reviews.slice(0, 1) });
    const answer = { t: noon, z: 0, y: today, g: 3 } as const;
    expect(many.scheduler.step(first, answer)).toEqual(many.scheduler.replay(history('a')));
    expect(many.scheduler.next(first, answer)[2].schedule).toEqual(many.scheduler.replay(history('a')));
  });

  test('keep siblings on different days', () => {
    const ids = ['s1', 's2', 's3'];
    many.place(ids.map((id) => place(id, 'art', 'one text')));
    const days = ids.map((id) => many.scheduler.replay(history(id)).dueDay);
    expect(new Set(days).size).toBe(3);
  });
});
