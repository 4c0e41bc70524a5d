import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anySign, runs } from '../../random.ts';
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

test('a text is counted as the patterns count it', () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(...'aZ09 -\'’."\n_é漢かカ、'), anySign) });
  fc.assert(
    fc.property(text, (words) => {
      expect(countWords(words)).toBe(countAnyWords(words));
    }),
    { numRuns: runs(20_000, 200) },
  );
});

test('each character of the basic plane is counted as the patterns count it, within a word and alone', () => {
  for (let code = 0; code < 0xd800; code += 1) {
    const sign = String.fromCharCode(code);
    const [alone, within] = [`${sign} ${sign}`, `a${sign}b${sign}`];
    if (countWords(alone) !== countAnyWords(alone))
      expect([code, countWords(alone)]).toEqual([code, countAnyWords(alone)]);
    if (countWords(within) !== countAnyWords(within))
      expect([code, countWords(within)]).toEqual([code, countAnyWords(within)]);
  }
});
