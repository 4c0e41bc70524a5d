import { beforeEach, describe, expect, test } from '@jest/globals';
import { Selection } from '../../../src/ui/card-list/selection.ts';

const rowsOf = (letters: string) => [...letters].map((id) => ({ id }));

let selection: Selection;
const shown = (): string => [...selection.ids].sort().join('');

beforeEach(() => {
  selection = new Selection();
  selection.setRows(rowsOf('abcdef'));
});

describe('picking', () => {
  test('a row drops all others', () => {
    selection.pick(1);
    selection.pick(3);
    expect(shown()).toBe('d');
  });

  test('with Ctrl adds a row, and takes it away', () => {
    selection.pick(1);
    selection.pick(3, { toggle: true });
    selection.pick(1, { toggle: true });
    expect(shown()).toBe('d');
  });

  test('with Shift goes from where the last picking began, both ways', () => {
    selection.pick(3);
    selection.pick(5, { extend: true });
    selection.pick(1, { extend: true });
    expect(shown()).toBe('bcd');
  });

  test('with Ctrl and Shift keeps what was selected', () => {
    selection.pick(0);
    selection.pick(3, { toggle: true });
    selection.pick(4, { extend: true, toggle: true });
    expect(shown()).toBe('ade');
  });

  test('a missing row changes nothing', () => {
    selection.pick(1);
    selection.pick(9);
    expect([shown(), selection.active]).toEqual(['b', 1]);
  });
});

describe('moving', () => {
  test('stops at both ends', () => {
    selection.move(-5);
    expect([shown(), selection.active]).toEqual(['a', 0]);
    selection.move(99);
    expect([shown(), selection.active]).toEqual(['f', 5]);
  });

  test('can leave the selection as it is', () => {
    selection.pick(1);
    selection.move(2, { keep: true });
    expect([shown(), selection.active]).toEqual(['b', 2]);
  });

  test('through an empty list selects nothing', () => {
    selection.setRows([]);
    selection.move(0);
    expect([shown(), selection.active]).toEqual(['', -1]);
  });
});

describe('other rows', () => {
  test('keep what is still there, and the place of the keyboard', () => {
    selection.pick(1);
    selection.pick(4, { extend: true });
    selection.setRows(rowsOf('xecab'));
    expect([shown(), selection.active]).toEqual(['bce', 1]);
  });

  test('leave the keyboard near where it was if its row is gone', () => {
    selection.pick(5);
    selection.setRows(rowsOf('abc'));
    expect([shown(), selection.active]).toEqual(['', 2]);
  });

  test('may be all selected, or none', () => {
    selection.all();
    expect([shown(), selection.active]).toEqual(['abcdef', 0]);
    selection.none();
    expect(shown()).toBe('');
  });
});
