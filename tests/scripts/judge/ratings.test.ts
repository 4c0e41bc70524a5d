import { describe, expect, test } from '@jest/globals';
import { formatRatings, readRatings, weightedShare } from '../../../scripts/judge/ratings.ts';
import type { RatedCard, RatingsFile } from '../../../scripts/judge/page-data.ts';

const rated = (source: RatedCard['source'], rating: RatedCard['rating']): RatedCard => ({
  id: 'a',
  note: 'Sleep.md',
  line: 1,
  source,
  prompt: 'Sleep: spindles',
  rating,
  remark: '',
});

const file: RatingsFile = {
  vault: 'Sleep',
  shares: { heading: 900, separator: 100, title: 50 },
  ratings: [
    rated('heading', 'good'),
    rated('heading', 'poor'),
    rated('separator', 'wrong'),
    rated('separator', 'wrong'),
  ],
};

describe('ratings', () => {
  test('are weighted by how often each rated source occurs', () => {
    expect(['good', 'poor', 'wrong'].map((name) => weightedShare(file, name as RatedCard['rating']))).toEqual(
      [0.45, 0.45, 0.1],
    );
  });

  test('are counted by source', () => {
    expect(formatRatings(file)).toBe(
      [
        '               good   poor  wrong     of',
        'heading           1      1      0    900',
        'separator         0      0      2    100',
        'all               1      1      2   1000',
        'weighted        45%    45%    10%',
        '',
      ].join('\n'),
    );
  });

  test('are read back from the file that the page saves', () => {
    expect(readRatings(JSON.stringify(file))).toEqual(file);
    expect(() => readRatings('{"ratings":[{"rating":"fine"}]}')).toThrow('no file of ratings');
  });

  test('of no card are reported', () => {
    expect(formatRatings({ ...file, ratings: [] })).toBe('No card is rated yet.\n');
  });
});
