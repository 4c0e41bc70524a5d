// How the steps of the scanner grow with the note: for every shape that some reader once took quadratic time for.
import { describe, expect, test } from '@jest/globals';
import { noteShapes, type Shape } from '../../../../scripts/growth/shapes.ts';
import { scanInline } from '../../../../src/core/note/scan/inline/inline.ts';
import { scanBlocks, scanParagraphs } from '../../../../src/core/note/scan/scan.ts';
import { CountedText } from './counted-text.ts';

const size = 3000;
const shapes = [...noteShapes()];

/** What 1×, 2× and 4× of the shape take; 2 for each doubling is linear. */
function perDoubling(shape: Shape, read: (text: string) => unknown): number {
  const steps = [size, 2 * size, 4 * size].map((length) => {
    const text = new CountedText(shape(length).replace(/^---\n[^]*?\n---\n(?:# H\n)?/, ''));
    return text.stepsOf(read);
  });
  const [first = 0, second = 0, third = 0] = steps;
  return Math.max(Math.sqrt(third / first), third / second) || 0;
}

describe('the steps of the scanner grow like the note, by at most 2.5 for each doubling,', () => {
  test.each([
    ['for blocks', (text: string) => scanBlocks(text, 0)],
    ['for the paragraphs of a block', scanParagraphs],
    ['for the text of a paragraph', scanInline],
  ])('%s', (_, read) => {
    const growths = shapes.map(([name, shape]) => [name, perDoubling(shape, read)] as const);
    expect(growths.filter(([, growth]) => growth > 2.5)).toEqual([]);
  });

  test('and a reader that scans the rest from each place is caught', () => {
    const shape: Shape = (length) => 'a'.repeat(length);
    const fromEach = (text: string): void => {
      for (let at = 0; at < text.length; at += 1) text.indexOf('x', at);
    };
    expect(perDoubling(shape, fromEach)).toBeGreaterThan(3.5);
  });
});
