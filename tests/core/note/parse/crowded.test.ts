import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { isCrowded } from '../../../../src/core/note/parse/crowded.ts';

describe('a paragraph', () => {
  test.each([
    ['of many bold words', '**a** '.repeat(501), true],
    ['of as many as are parsed', '**a** '.repeat(500), false],
    ['of many words, on lines of a list', '- **a** '.repeat(2).concat('\n').repeat(800), false],
    ['of many words, with blank lines between', '**a** *b*\n\n'.repeat(800), false],
    ['of many words in a quote', '> **a** *b*\n'.repeat(800), true],
  ])('%s', (_, text, expected) => {
    expect(isCrowded(text)).toBe(expected);
  });

  // Each of these took minutes.
  test.each([
    ['stars', '*a ', ' a*'],
    ['pairs of stars', '**a ', ' a**'],
    ['highlights', '==a ', ' a=='],
    ['two kinds', '_a *b ', ' b* a_'],
    ['highlights with stars', '==**a ', ' a**=='],
  ])('in which 8,000 %s nest is an answer as it stands', (_, open, close) => {
    const body = `${open.repeat(8000)}x${close.repeat(8000)}`;
    const answers = ['# Q\n', '# Q\n- ', '# Q\n> '].map((head) => {
      const { cards } = extractCards({ path: 'N.md', text: `---\ntags: flashcards\n---\n${head}${body}` });
      return cards.at(-1)?.answer.includes(body);
    });
    expect(answers).toEqual([true, true, true]);
  });
});
