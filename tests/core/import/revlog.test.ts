import { describe, expect, test } from '@jest/globals';
import { readRows } from '../../../src/core/import/delimited.ts';
import { revlogCsv } from '../../../src/core/import/revlog.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { scheduleDefaults } from '../../../src/core/schedule/schedule.ts';
import { day, historyOf, minute, noon } from '../schedule/histories.ts';

const scheduler = createScheduler({ ...scheduleDefaults, fuzz: false });
const cards = [
  historyOf(
    [
      [3, noon],
      [3, noon + 10 * minute],
      [1, noon + 3 * day],
      [3, noon + 3 * day + 10 * minute],
    ],
    { id: 'one' },
  ),
  historyOf([[4, noon]], { id: 'two' }),
];

const [head, ...rows] = readRows(revlogCsv(cards, scheduler), ',').rows.map(({ fields }) => fields);
const column = (name: string) => rows.map((row) => Number(row[head?.indexOf(name) ?? -1]));
/** Of the first card: its rows are all but the second. */
const ofOne = (name: string) => column(name).filter((_, index) => index !== 1);

describe('the rows of Anki’s review log', () => {
  test('have its columns', () => {
    expect(head).toEqual(['id', 'cid', 'usn', 'ease', 'ivl', 'lastIvl', 'factor', 'time', 'type']);
  });

  test('have the time of the review as their key, moved where two are of one millisecond', () => {
    expect(column('id')).toEqual([
      noon,
      noon + 1,
      noon + 10 * minute,
      noon + 3 * day,
      noon + 3 * day + 10 * minute,
    ]);
  });

  test('name each card by one number', () => {
    expect([new Set(ofOne('cid')).size, new Set(column('cid')).size]).toEqual([1, 2]);
    expect(column('cid').every((cid) => Number.isSafeInteger(cid) && cid > 0)).toBe(true);
  });

  test('have the grade, the time taken, and what the card was', () => {
    expect(ofOne('ease')).toEqual([3, 3, 1, 3]);
    expect(ofOne('time')).toEqual([5000, 5000, 5000, 5000]);
    expect(ofOne('type')).toEqual([0, 0, 1, 2]);
  });

  test('have intervals in days, and steps as negative seconds', () => {
    expect(ofOne('ivl').slice(0, 3)).toEqual([-600, 2, -600]);
    expect(ofOne('lastIvl')).toEqual([0, -600, 2, -600]);
  });

  test('keep the difficulty between 100 and 1100', () => {
    expect(column('factor').every((factor) => factor >= 100 && factor <= 1100)).toBe(true);
  });

  test('of two cards reviewed at once come in the order of their ids', () => {
    const once = ['b', 'a', 'c'].map((id) => historyOf([[3, noon]], { id }));
    expect(revlogCsv(once, scheduler)).toBe(revlogCsv([...once].reverse(), scheduler));
  });

  test('without a history are just the column names', () => {
    expect(revlogCsv([], scheduler).trim().split('\n')).toHaveLength(1);
  });
});
