import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countAnyWords, countWords } from '../../../src/core/note/word-count.ts';

test.each([
  ['', 0],
  ['One two, three.', 3],
  ["don't re-read it - 'now'", 4],
  ['3.5 MB', 3],
  ['größer als zuvor', 3],
  ['学习记忆', 2],
  ['学习 and memory', 3],
])('%j has %d words', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test('a plain text is counted as any other', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ09 -\'’."\n_é漢') });
  fc.assert(
    fc.property(text, (words) => {
      expect(countWords(words)).toBe(countAnyWords(words));
    }),
  );
});
