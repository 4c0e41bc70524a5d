// Which undos count, and what they undo.
import { describe, expect, test } from '@jest/globals';
import type { HistoryEvent, UndoEvent } from '../../../src/core/history/event.ts';
import { differingNames, isUndone, settleUndos, type Undone } from '../../../src/core/history/undo.ts';

/** `id>target`, with `@time` of the target where it is told, and `/batch` of the undo itself. */
function undo(text: string): UndoEvent {
  const [, i = '', e = '', at, b] = /^(\w+)>(\w+)(?:@(\d+))?(?:\/(\w+))?$/.exec(text) ?? [];
  const event = { k: 'u', i, e, t: Number(/\d+/.exec(i)?.[0] ?? 0) } as const;
  return {
    ...event,
    ...(at !== undefined && { at: Number(at) }),
    ...(b !== undefined && { b }),
  };
}

const told = (undone: Undone): string[] =>
  [...undone].flatMap(([name, times]) => [...times].map((t) => (t === null ? name : `${name}@${t}`))).sort();
const settle = (...undos: readonly string[]): string[] => told(settleUndos(undos.map(undo)));

describe('an undo', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['counts', ['u1>r'], ['r']],
    ['counts once, however often it is made', ['u1>r', 'u2>r'], ['r']],
    ['counts for one event of a name that two have, where its time is told', ['u1>r@5'], ['r@5']],
    ['counts for each time that is told', ['u1>r@5', 'u2>r@6', 'u3>r'], ['r', 'r@5', 'r@6']],
    ['does not count where it was undone', ['u1>r', 'u2>u1'], ['u1']],
    ['counts again where that was undone', ['u1>r', 'u2>u1', 'u3>u2'], ['r', 'u2']],
    ['counts again after four', ['u1>r', 'u2>u1', 'u3>u2', 'u4>u3', 'u5>u4'], ['r', 'u2', 'u4']],
    ['counts in whatever order the undos come', ['u3>u2', 'u2>u1', 'u1>r'], ['r', 'u2']],
    [
      'does not count while one of two that undid it counts',
      ['u1>r', 'u2>u1', 'u3>u1', 'u4>u2'],
      ['u1', 'u2'],
    ],
    ['counts again once both were undone', ['u1>r', 'u2>u1', 'u3>u1', 'u4>u2', 'u5>u3'], ['r', 'u2', 'u3']],
    ['does not count where it undoes itself', ['u1>u1'], []],
    ['does not count in a circle', ['u1>u2', 'u2>u1'], []],
    ['does not count in a circle, though another does', ['u1>u2', 'u2>u1', 'u3>r'], ['r']],
    ['counts in a circle that another breaks', ['u1>u2', 'u2>u1', 'u3>u1'], ['u1']],
    ['undoes a batch of undos', ['u1>r/b', 'u2>s/b', 'u3>b'], ['b']],
    ['undoes an undo by its own name though it is of a batch', ['u1>r/b', 'u2>s/b', 'u3>u1'], ['s', 'u1']],
    ['does nothing to an undo of another time', ['u1>r', 'u2>u1@9'], ['r', 'u1@9']],
    ['undoes the undo of that time', ['u1>r', 'u2>u1@1'], ['u1@1']],
    ['is none where there is none', [], []],
  ])('%s', (_, undos, expected) => {
    expect(settle(...undos)).toEqual(expected);
  });
});

describe('an event is undone', () => {
  const event = (more: Partial<HistoryEvent> = {}): HistoryEvent =>
    ({ k: 'r', i: 'r', t: 5, c: 'c', g: 3, d: 1, z: 0, y: 1, ...more }) as HistoryEvent;

  test.each<[string, readonly string[], HistoryEvent, boolean]>([
    ['by its name', ['u1>r'], event(), true],
    ['by its batch', ['u1>b'], event({ b: 'b' }), true],
    ['by its name and time', ['u1>r@5'], event(), true],
    ['not by another time', ['u1>r@6'], event(), false],
    ['not by another name', ['u1>s'], event(), false],
    ['not by the batch of another', ['u1>b'], event(), false],
    ['not without undos', [], event(), false],
  ])('%s', (_, undos, one, expected) => {
    expect(isUndone(settleUndos(undos.map(undo)), one)).toBe(expected);
  });
});

describe('two readings differ', () => {
  const undone = (...undos: readonly string[]): Undone => settleUndos(undos.map(undo));

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['in nothing where they are equal', ['u1>r', 'u2>s@5'], ['u1>r', 'u2>s@5'], []],
    ['in a name that came', [], ['u1>r'], ['r']],
    ['in a name that went', ['u1>r'], [], ['r']],
    ['in a name that came and one that went', ['u1>r'], ['u1>s'], ['r', 's']],
    ['in a name with another time', ['u1>r@5'], ['u1>r@6'], ['r']],
    ['in a name with one time more', ['u1>r@5'], ['u1>r@5', 'u2>r@6'], ['r']],
    ['in a name of two times, one of which is another', ['u1>r@5', 'u2>r@6'], ['u1>r@5', 'u2>r@7'], ['r']],
  ])('%s', (_, before, after, expected) => {
    expect(differingNames(undone(...before), undone(...after)).sort()).toEqual(expected);
  });
});
