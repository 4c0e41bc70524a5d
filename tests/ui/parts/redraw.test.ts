// The moment between a change and the draw.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Redraw } from '../../../src/ui/parts/redraw.ts';

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { window: globalThis });
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'window');
});

test('draws once for all changes of a moment', () => {
  const draw = jest.fn();
  const redraw = new Redraw(100, draw);
  redraw.soon();
  redraw.soon();
  jest.advanceTimersByTime(99);
  expect(draw).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  expect(draw).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(1);
});

test('changes that never pause do not postpone it', () => {
  const draw = jest.fn();
  const redraw = new Redraw(100, draw);
  for (let ms = 0; ms < 1000; ms += 10) {
    redraw.soon();
    jest.advanceTimersByTime(10);
  }
  expect(draw).toHaveBeenCalledTimes(10);
});

test('a draw may ask for the next one', () => {
  const calls: number[] = [];
  const redraw: Redraw = new Redraw(100, () => {
    calls.push(calls.length);
    if (calls.length < 3) redraw.soon();
  });
  redraw.soon();
  jest.advanceTimersByTime(1000);
  expect(calls).toEqual([0, 1, 2]);
});

test('nothing is drawn after it is closed', () => {
  const draw = jest.fn();
  const redraw = new Redraw(100, draw);
  redraw.soon();
  redraw.close();
  jest.advanceTimersByTime(1000);
  expect(draw).not.toHaveBeenCalled();
});
