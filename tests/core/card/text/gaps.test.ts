// The text of a cloze with its gaps filled in place.
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type ClozeMarks } from '../../../../src/core/card/options.ts';
import { filledText } from '../../../../src/core/card/text/gaps.ts';

function filled(text: string, marks: Partial<ClozeMarks> = {}): (string | null)[] {
  const clozeMarks = { ...defaultCardOptions.clozeMarks, ...marks };
  return extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', clozeMarks })
    .cards.filter(({ source }) => source === 'cloze')
    .map(filledText);
}

describe('fills each gap as a highlight', () => {
  test.each([
    ['alone', 'A ==b== c.', ['A ==b== c.']],
    ['beside others', 'A ==b== c ==d==.', ['A ==b== c ==d==.', 'A ==b== c ==d==.']],
    ['at both ends', '==a== b ==c==', ['==a== b ==c==', '==a== b ==c==']],
    ['with a hint', 'A ==b==^[hint] c.', ['A ==b==^[hint] c.']],
    ['that says the words around it', 'a ==a a== a', ['a ==a a== a']],
    ['grouped by numbers', 'A ==1;;b== and ==1;;c== d.', ['A ==b== and ==c== d.']],
    ['in an item below another', '- a\n  - b ==c==', ['- a\n  - b ==c==']],
  ])('%s', (_, text, expected) => {
    expect(filled(text)).toEqual(expected);
  });

  test('bold text and curly brackets too, if they hide', () => {
    expect(filled('A **b** c.', { bold: true })).toEqual(['A ==**b**== c.']);
    expect(filled('A {{b}} c.', { curly: true })).toEqual(['A ==b== c.']);
  });
});

test('no other card has gaps', () => {
  const { cards } = extractCards(
    { path: 'Note.md', text: '# A\n\ntext' },
    { ...defaultCardOptions, watch: 'all' },
  );
  expect(cards.map(filledText)).toEqual([null]);
});

test('a filled text says what the answer says, and has the highlights of the question', () => {
  const word = fc.constantFrom('a', 'b c', '==d==', '==e f==', '**g**', '`h`', '[i]', '==[j]==', '.');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const { cards } = extractCards(
        { path: 'Note.md', text: `x ${words.join(' ')} y` },
        { ...defaultCardOptions, watch: 'all' },
      );
      for (const card of cards) {
        const text = filledText(card);
        if (text === null) continue;
        expect(text).toBe(card.answer);
        expect(text.split('==')).toHaveLength(card.question.split('==').length);
      }
    }),
  );
});
