import { describe, expect, test } from '@jest/globals';
import { swipeOf } from '../../../src/ui/review/swipe.ts';

const from = { x: 200, y: 300, at: 1000 };

describe('a touch', () => {
  test.each([
    ['far to the right', { x: 300, y: 310, at: 1200 }, 'right'],
    ['far to the left', { x: 100, y: 290, at: 1200 }, 'left'],
    ['a little aside', { x: 250, y: 300, at: 1200 }, null],
    ['more down than across', { x: 300, y: 420, at: 1200 }, null],
    ['aside, but slowly', { x: 300, y: 300, at: 2500 }, null],
    ['nowhere', from, null],
  ] as const)('%s', (_, to, way) => {
    expect(swipeOf(from, to)).toBe(way);
  });
});
