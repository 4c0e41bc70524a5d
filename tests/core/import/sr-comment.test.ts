import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSrComment, type SrPart } from '../../../src/core/import/sr-comment.ts';
import { runs } from '../../random.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const told = (part: SrPart): string =>
  part.kind === 'schedule'
    ? `due ${dateOf(part.schedule.due)}, last ${dateOf(part.schedule.last)}`
    : part.kind === 'new'
      ? 'new'
      : inEnglish(part.reason);

describe('a comment of Spaced Repetition', () => {
  test.each([
    ['<!--SR:!2024-02-11,84,290-->', ['due 2024-02-11, last 2023-11-19']],
    ['<!--SR:2021-08-11,4,270-->', ['due 2021-08-11, last 2021-08-07']],
    ['<!--SR:!11-02-2024,84,290-->', ['due 2024-02-11, last 2023-11-19']],
    ['<!--SR:!Sun Feb 11 2024,84,290-->', ['due 2024-02-11, last 2023-11-19']],
    ['<!--SR: !2024-02-11 , 84 , 290 -->', ['due 2024-02-11, last 2023-11-19']],
    [
      '<!--SR:!2024-04-01,60,270!2024-03-17,45,250-->',
      ['due 2024-04-01, last 2024-02-01', 'due 2024-03-17, last 2024-02-01'],
    ],
    ['<!--SR:!2000-01-01,1,250!2024-02-11,84,290-->', ['new', 'due 2024-02-11, last 2023-11-19']],
    [
      '<!--SR:!fsrs,2025-01-06T00:10:00.000Z,12,14.5,5.5,2,7,1,0,2024-12-25T08:00:00.000Z-->',
      ['due 2025-01-06, last 2024-12-25'],
    ],
    ['<!--SR:!fsrs,2025-01-06T00:10:00.000Z,12,14.5,5.5,2,7,1,0,--->', ['due 2025-01-06, last 2024-12-25']],
    ['<!--SR:!2024-02-31,84,290-->', ['“2024-02-31” in “2024-02-31,84,290” is not a date.']],
    ['<!--SR:!soon,84,290-->', ['“soon” in “soon,84,290” is not a date.']],
    ['<!--SR:!2024-02-11,84-->', ['“2024-02-11,84” is not a date, an interval and an ease.']],
    ['<!--SR:!2024-02-11,x,290-->', ['The interval in “2024-02-11,x,290” is not a number of days.']],
    ['<!--SR:!2024-02-11,84,-1-->', ['The ease in “2024-02-11,84,-1” is not a number.']],
    ['<!--SR:!1999-02-11,84,290-->', ['The date in “1999-02-11,84,290” is not between 2000 and 2100.']],
    ['<!--SR:-->', ['The comment is empty.']],
    ['<!--SR:!Sun Foo 11 2024,84,290-->', ['“Sun Foo 11 2024” in “Sun Foo 11 2024,84,290” is not a date.']],
    [
      `<!--SR:!2024-02-11,${'9'.repeat(400)},290-->`,
      [`“2024-02-11,${'9'.repeat(400)},290” is not a schedule.`],
    ],
    ['<!--SR:!fsrs-->', ['“” in “fsrs” is not a date.']],
    ['<!--SR:!fsrs,2025-01-06,x,14.5,5.5-->', ['due 2025-01-06, last 2025-01-06']],
    [
      '<!--SR:!fsrs,2025-01-06,1,0,5.5-->',
      ['“fsrs,2025-01-06,1,0,5.5” has no FSRS stability and difficulty.'],
    ],
  ])('%s is read part by part', (comment, expected) => {
    expect(parseSrComment(comment).map(told)).toEqual(expected);
  });

  test('brings the FSRS memory as it is', () => {
    const [part] = parseSrComment(
      '<!--SR:!fsrs,2025-01-06T00:10:00.000Z,12,14.5,5.5,2,7,1,0,2024-12-25T08:00:00.000Z-->',
    );
    expect(part).toMatchObject({ schedule: { stability: 14.5, difficulty: 5.5, reps: 7, lapses: 1 } });
  });

  test('never throws, and each part is a schedule, a place kept, or a reason', () => {
    const field = fc.constantFrom('2024-02-11', '84', '290', 'fsrs', '-', '', '1e9', '2024-13-01', '!', ' x');
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), (fields) => {
        for (const part of parseSrComment(`<!--SR:!${fields.join(',')}-->`)) expect(told(part)).not.toBe('');
      }),
      { numRuns: runs(5_000) },
    );
  });
});
