import { describe, expect, test } from '@jest/globals';
import type { MoveEvent } from '../../../src/core/history/event.ts';
import { encodeMove, MoveIndex, readMoves } from '../../../src/core/history/moves.ts';
import { review, START } from './events.ts';

const move = (i: string, from: string, to: string, t = START): MoveEvent => ({
  i,
  t,
  ...encodeMove(from, to),
});
const seen = review('a.5', 'one', 3, START);

describe('moves in the log', () => {
  test('are read in order of time, whatever the order of the lines', () => {
    const moves = readMoves([move('a.2', 'b', 'c', START + 2), move('a.1', 'a', 'b', START + 1)]);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  test.each([
    ['a name that is none of UTF-8', { ...move('a.1', 'a', 'b'), f: '!!' }],
    ['a new name that is none of UTF-8', { ...move('a.1', 'a', 'b'), v: '!!' }],
    ['a file without a name', move('a.1', '', 'b')],
  ])('are left out with %s', (_, event) => {
    expect(readMoves([event])).toEqual([]);
  });
});

describe('a path', () => {
  test.each([
    ['the file itself', 'f/a.md', 'f/a.md', 'b.md', 'b.md'],
    ['a folder above it', 'f/g/a.md', 'f', 'new', 'new/g/a.md'],
    ['a folder whose name begins alike', 'far/a.md', 'f', 'new', 'far/a.md'],
    ['another file', 'f/a.md', 'f/b.md', 'c.md', 'f/a.md'],
  ])('follows the move of %s only where it must', (_, path, from, to, now) => {
    expect(new MoveIndex(readMoves([move('a.6', from, to)])).movedPath(path, seen)).toBe(now);
  });

  test('does not follow moves from before it was written down', () => {
    expect(new MoveIndex(readMoves([move('a.4', 'a.md', 'b.md')])).movedPath('a.md', seen)).toBe('a.md');
  });

  test('follows one move after the other', () => {
    const moves = readMoves([move('a.6', 'f', 'g'), move('a.7', 'g/a.md', 'h/b.md'), move('a.8', 'h', 'i')]);
    expect(new MoveIndex(moves).movedPath('f/a.md', seen)).toBe('i/b.md');
  });

  test('looks at few of 1,000 moves of other files', () => {
    let snapshots = 0;
    const moves = readMoves(
      Array.from({ length: 1000 }, (_, index) => move(`a.${index + 6}`, `f/${index}.md`, `g/${index}.md`)),
    ).map((each) => ({
      ...each,
      get event() {
        snapshots += 1;
        return each.event;
      },
    }));
    expect(new MoveIndex(moves).movedPath('f/500.md', seen)).toBe('g/500.md');
    expect(snapshots).toBeLessThan(20);
  });
});
