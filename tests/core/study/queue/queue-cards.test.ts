import { describe, expect, test } from '@jest/globals';
import { queueCards } from '../../../../src/core/study/queue/queue-cards.ts';
import type { StudyCard } from '../../../../src/core/study/study-card.ts';
import { answered, day, easy, newCards, ids, learning, marked, noon, today } from '../cards.ts';

const twins = { group: 'g' };
const apart = (...cards: readonly StudyCard[]) => {
  const { learning, due, new: unseen } = queueCards(cards, { today, siblingsApart: true });
  return [learning, due, unseen].map((lane) => ids(lane).join(' '));
};

describe('a note has to study', () => {
  test('its learning, due and new cards', () => {
    expect(apart(newCards('n'), easy('d', 8), learning('l', 0))).toEqual(['l', 'd', 'n']);
  });

  test('not a card that is due tomorrow', () => {
    expect(apart(easy('d', 7))).toEqual(['', '', '']);
  });

  test('not a suspended card', () => {
    expect(apart(marked(easy('d', 9), { suspended: true }))).toEqual(['', '', '']);
  });

  test.each([
    ['not one that is buried until today', today, ''],
    ['one that was buried until yesterday', today - 1, 'd'],
  ])('%s', (_, buriedUntil, due) => {
    expect(apart(marked(easy('d', 9), { buriedUntil }))).toEqual(['', due, '']);
  });

  test.each([
    ['no card that is set aside', newCards('n', { aside: true }), ['', '', '']],
    ['one that was reviewed before it was set aside', easy('d', 8, { aside: true }), ['', 'd', '']],
    ['one that is asked for', marked(newCards('n', { aside: true }), { ask: true }), ['', '', 'n']],
  ])('%s', (_, card, lanes) => {
    expect(apart(card)).toEqual(lanes);
  });

  test('also a learning card from yesterday', () => {
    expect(apart(learning('late', 5), learning('old', -24 * 60))).toEqual(['late old', '', '']);
  });
});

describe('of siblings', () => {
  test('only the first new one is shown', () => {
    expect(apart(newCards('a', twins), newCards('b', twins))).toEqual(['', '', 'a']);
  });

  test('one that is set aside holds back no other', () => {
    expect(apart(newCards('a', { ...twins, aside: true }), newCards('b', twins))).toEqual(['', '', 'b']);
  });

  test('a due one comes before a new one', () => {
    expect(apart(newCards('a', twins), easy('b', 9, twins))).toEqual(['', 'b', '']);
  });

  test('none comes up after one was answered today', () => {
    expect(apart(answered('a', [[4, noon]], twins), easy('b', 9, twins), newCards('c', twins))).toEqual([
      '',
      '',
      '',
    ]);
  });

  test('they are shown again the day after', () => {
    expect(apart(answered('a', [[4, noon - day]], twins), newCards('c', twins))).toEqual(['', '', 'c']);
  });

  test('a learning one is never held back, and holds back the others', () => {
    expect(apart(newCards('a', twins), learning('b', 5, twins), easy('c', 9, twins))).toEqual(['b', '', '']);
  });

  test('a suspended one holds nothing back', () => {
    expect(apart(marked(newCards('a', twins), { suspended: true }), newCards('b', twins))).toEqual([
      '',
      '',
      'b',
    ]);
  });

  test('those of other groups are shown', () => {
    expect(apart(newCards('a', twins), newCards('b', { group: 'other' }), newCards('c'))).toEqual([
      '',
      '',
      'a b c',
    ]);
  });

  test('all are shown if they need not be kept apart', () => {
    const cards = [newCards('a', twins), newCards('b', twins)];
    expect(ids(queueCards(cards, { today, siblingsApart: false }).new)).toEqual(['a', 'b']);
  });
});
