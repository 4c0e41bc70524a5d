// A footnote stands with the card that cites it.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';

/** `question: answer` of each card that is no cloze, with `/` for the end of a line; and the reasons of what gave none. */
function read(text: string): string[] {
  const { cards, skipped } = extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all' });
  return [
    ...cards
      .filter(({ source }) => source !== 'cloze')
      .map(({ question, answer }) => `${question}: ${answer.replaceAll('\n', '/')}`),
    ...skipped.map(({ reason }) => `(${reason})`),
  ];
}

describe('a footnote', () => {
  test.each([
    [
      'leaves the last card for the one that cites it',
      '# A\nSo.[^1]\n\n# B\nText.\n\n[^1]: Why.',
      ['A: So.[^1]//[^1]: Why.', 'B: Text.'],
    ],
    [
      'leaves the middle of an answer',
      '# A\nSo.[^1]\n\n# B\nText.\n\n[^1]: Why.\n\nMore.',
      ['A: So.[^1]//[^1]: Why.', 'B: Text.//More.'],
    ],
    ['stays where it is cited', '# A\nSo.[^1]\n\n[^1]: Why.\n\nMore.', ['A: So.[^1]//[^1]: Why.//More.']],
    ['stays where nothing cites it', '# A\nSo.\n\n[^1]: Why.', ['A: So.//[^1]: Why.']],
    [
      'goes with each card that cites it',
      '# A\nSo.[^x]\n\n# B\nText.[^X]\n\n# C\nEnd.\n\n[^x]: Why.',
      ['A: So.[^x]//[^x]: Why.', 'B: Text.[^X]//[^x]: Why.', 'C: End.'],
    ],
    [
      'brings those that it cites',
      '# A\nSo.[^1]\n\n# B\nText.\n\n[^1]: Why.[^2]\n\n[^2]: How.[^1]',
      ['A: So.[^1]//[^1]: Why.[^2]//[^2]: How.[^1]', 'B: Text.'],
    ],
    [
      'goes with the lead-in that cites it',
      '# A\n**One:** So.[^1]\n\n**Two:** Text.\n\n[^1]: Why.',
      ['One: So.[^1]//[^1]: Why.', 'Two: Text.', '(no text of its own)'],
    ],
    [
      'goes with the heading that cites it',
      '# A[^1]\nSo.\n\n# B\nText.\n\n[^1]: Why.',
      ['A[^1]: So.//[^1]: Why.', 'B: Text.'],
    ],
    [
      'leaves a heading of nothing else without a card',
      '# A\nSo.[^1]\n\n# Footnotes\n[^1]: Why.',
      ['A: So.[^1]//[^1]: Why.', '(only links)'],
    ],
    [
      'goes with the callout that cites it',
      '> [!note] T\n> So.[^1]\n\n# B\nText.\n\n[^1]: Why.',
      ['T: So.[^1]//[^1]: Why.', 'B: Text.'],
    ],
    ['is none in a class of signs', '# A\nUse `[^1]`.\n\n# B\nText.', ['A: Use `[^1]`.', 'B: Text.']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
