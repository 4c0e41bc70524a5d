import { describe, expect, test } from '@jest/globals';
import { link, note, prose, target } from '../cards.ts';

const before = note(
  'n.md',
  ['Attention', prose.attention],
  ['Rate', 'About 0.1.'],
  ['Momentum', prose.momentum],
);
const between = (question: string, answer: string): ReturnType<typeof note> =>
  note('n.md', ['Attention', prose.attention], [question, answer], ['Momentum', prose.momentum]);

describe('a short card between two known ones', () => {
  test.each([
    ['with its heading reworded and its answer edited', 'The rate', 'About 0.15.'],
    ['with its answer written anew', 'Rate', 'Start high.'],
    ['with its heading written anew', 'Step size', 'About 0.1.'],
  ])('is known again %s', (_, question, answer) => {
    expect(target(link(before, between(question, answer)), 'Rate')).toBe(`n.md#${question}`);
  });

  test('is not the unrelated card that is in its place now', () => {
    expect(target(link(before, between('Weight decay', 'Shrinks them.')), 'Rate')).toBeNull();
  });

  test('is not one of the same name elsewhere that says something else', () => {
    const after = [
      ...note(
        'n.md',
        ['Attention', prose.attention],
        ['Momentum', prose.momentum],
        ['Rate', 'Words per minute.'],
      ),
    ];
    expect(target(link(before, after), 'Rate')).toBeNull();
  });
});
