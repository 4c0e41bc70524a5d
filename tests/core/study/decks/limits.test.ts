import { describe, expect, test } from '@jest/globals';
import { allowanceOf, DayTally, limitGate } from '../../../../src/core/study/decks/limits.ts';
import { answered, day, easy, newCards, noon, scheduler, today } from '../cards.ts';

const limits = { newPerDay: 3, reviewsPerDay: 5 };
const tally = (...cards: ReturnType<typeof newCards>[]) =>
  new DayTally(
    today,
    cards.map(({ schedule }) => schedule),
  );

describe('the limits of a day', () => {
  test('are all left on a day without answers', () => {
    expect(tally(newCards('n'), easy('a', 9)).left(limits)).toEqual({ new: 3, reviews: 5 });
  });

  test('count a new card by its first answer, not by the later ones', () => {
    const card = answered('a', [
      [3, noon],
      [3, noon + 600_000],
    ]);
    expect(tally(card).introduced).toBe(1);
  });

  test('do not count a card that was introduced yesterday', () => {
    expect(tally(easy('a', 1)).introduced).toBe(0);
  });

  test('count a due card once, however often it is relearned', () => {
    const card = answered('a', [
      [4, noon - 8 * day],
      [1, noon],
      [3, noon + 600_000],
    ]);
    expect(tally(card).reviewed).toBe(1);
  });

  test('never fall below zero', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => answered(id, [[4, noon]]));
    expect(tally(...many).left(limits).new).toBe(0);
  });

  test('of a deck are its own, or else those of all', () => {
    const presets = [
      { deck: 'a', newPerDay: 1 },
      { deck: 'b', reviewsPerDay: 2 },
    ];
    const counted = new DayTally(today, [], presets);
    for (const deck of ['a', 'b', 'c']) counted.put(null, answered(deck, [[4, noon]]).schedule, deck);
    const { decks, ...all } = counted.left(limits);
    expect(all).toEqual({ new: 1, reviews: 5 });
    expect([decks?.new, decks?.reviews]).toEqual([new Map([['a', 0]]), new Map([['b', 2]])]);
  });

  test('of a deck bound those of the decks below it, and are used up by them', () => {
    const presets = [
      { deck: 'a', newPerDay: 3 },
      { deck: 'a/b', newPerDay: 9 },
    ];
    const counted = new DayTally(today, [], presets);
    for (const deck of ['a', 'a/b', 'c']) counted.put(null, answered(deck, [[4, noon]]).schedule, deck);
    const left = counted.left(limits);
    expect([left.new, [...(left.decks?.new ?? [])]]).toEqual([
      2,
      [
        ['a', 1],
        ['a/b', 8],
      ],
    ]);
    const gate = limitGate(allowanceOf(left, 'new'));
    expect(['a/b', 'a/b', 'a', 'c', 'c', 'c'].map((deck) => gate({ deck }))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test('follow an answer and its undo', () => {
    const counted = tally(newCards('n'));
    const before = scheduler.newSchedule('n');
    const after = scheduler.step(before, { t: noon, z: 0, y: today, g: 3 });
    counted.put(before, after);
    const answeredOnce = counted.introduced;
    counted.put(after, before);
    expect([answeredOnce, counted.introduced]).toEqual([1, 0]);
  });
});
