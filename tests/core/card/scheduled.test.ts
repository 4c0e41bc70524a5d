// Where the other plugin wrote its schedules.
import { describe, expect, test } from '@jest/globals';
import { readLines, scheduleIn, type Line } from '../../../src/core/card/text/lines.ts';
import { countScheduled, isOneWay, scheduledTexts } from '../../../src/core/card/scheduled.ts';
import { noteText } from './note-text.ts';

const one = '<!--SR:!2024-02-11,84,290-->';
const both = '<!--SR:!2024-02-11,84,290!2024-02-12,3,250-->';

const linesOf = (text: string): Line[] => {
  const { outline } = noteText(text);
  return readLines(text, outline.masked, { start: 0, end: text.length }, [], outline.hidden);
};

describe('a schedule', () => {
  test.each([
    ['of two parts', both, 2],
    ['of one part', one, 1],
    ['of the old form', '<!--SR:2024-02-11,84,290-->', 1],
    ['behind a text', `Q::A ${both}`, 2],
    ['before another', `${one} ${both}`, 1],
    ['that is none', 'Wow! Really! <!-- SR -->', 0],
    ['that does not end', '<!--SR:!2024-02-11,84,290', 0],
  ])('%s counts its parts', (_, text, count) => {
    expect(countScheduled(text)).toBe(count);
  });

  test.each([
    ['Q::A <!--SR:!2024-02-11,84,290--> --> more', '!2024-02-11,84,290'],
    ['--> <!--SR:x-->', 'x'],
    ['<!--SR:-->', ''],
    ['<!--sr:x-->', null],
  ])('in %j says %j', (line, inside) => {
    expect(scheduleIn(line)).toBe(inside);
  });
});

describe('the text that a schedule ends', () => {
  const texts = (text: string): string[] =>
    scheduledTexts(linesOf(text)).map(({ start, end }) => text.slice(start, end).replaceAll(one, 'SR'));

  test.each([
    ['begins with the note', `a\nb\nSR`, ['a\nb\nSR']],
    ['begins below a blank line', `a\n\nb\nc\nSR`, ['b\nc\nSR']],
    ['begins below the schedule before', `a\nSR\nb\nSR`, ['a\nSR', 'b\nSR']],
    ['is its line where a blank line stands above', `a\n\nSR`, ['SR']],
    ['goes on over a blank line of a quote', `> a\n>\n> b\nSR`, ['> a\n>\n> b\nSR']],
    ['is none without a schedule', 'a\n\nb', []],
  ])('%s', (_, text, expected) => {
    expect(texts(text.replaceAll('SR', one))).toEqual(expected);
  });

  test('knows the line of its schedule', () => {
    const text = `a\n${one}`;
    expect(scheduledTexts(linesOf(text)).map(({ line }) => line.start)).toEqual([2]);
  });
});

describe('a separator of both ways', () => {
  test.each([
    ['is one way under a schedule of one part', `Q\n??\nA\n${one}`, true],
    ['is both ways under a schedule of two', `Q\n??\nA\n${both}`, false],
    ['is both ways without a schedule', 'Q\n??\nA', false],
    ['goes by the first schedule', `Q\n${both}\n${one}`, false],
  ])('%s', (_, text, expected) => {
    expect(isOneWay(noteText(text), [undefined, ...linesOf(text)])).toBe(expected);
  });
});
