// What the settings and the syntax of hints change; the shapes of notes stand in the fixtures.
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../../../src/core/card/card.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type ClozeMarks } from '../../../../src/core/card/options.ts';

function clozes(text: string, marks: Partial<ClozeMarks> = {}): Card[] {
  const clozeMarks = { ...defaultCardOptions.clozeMarks, ...marks };
  const options = { ...defaultCardOptions, watch: 'all', clozeMarks } as const;
  return extractCards({ path: 'Note.md', text }, options).cards.filter(({ source }) => source === 'cloze');
}

const questions = (text: string, marks?: Partial<ClozeMarks>): string[] =>
  clozes(text, marks).map(({ question }) => question);

describe('a cloze', () => {
  test('comes from bold text only where that is on', () => {
    expect(questions('Water is **wet**.')).toEqual([]);
    expect(questions('Water is **wet**.', { bold: true })).toEqual(['Water is ==[…]==.']);
  });

  test('comes from curly brackets only where that is on', () => {
    expect(questions('Water is {{wet}}.')).toEqual([]);
    expect(questions('Water is {{wet}} and `{{not}}`.', { curly: true })).toEqual([
      'Water is ==[…]== and `{{not}}`.',
    ]);
  });

  test('comes from no highlight where that is off', () => {
    expect(questions('Water is ==wet==.', { highlight: false })).toEqual([]);
  });

  test('shows the hint of the old plugin, and of Anki', () => {
    expect(questions('Water is ==wet;;not dry==.')).toEqual(['Water is ==[not dry]==.']);
    expect(questions('Water is {{c1::wet::not dry}}.')).toEqual(['Water is ==[not dry]==.']);
  });

  test('hides what has one number together', () => {
    expect(questions('==1;;A==, ==2;;b== and ==1;;C==.')).toEqual([
      '==[…]==, ==b== and ==[…]==.',
      '==A==, ==[…]== and ==C==.',
    ]);
  });

  test('answers without the signs of hints and numbers', () => {
    expect(clozes('Water is {{c1::wet::not dry}}.').map(({ answer }) => answer)).toEqual([
      'Water is ==wet==.',
    ]);
  });

  test('is a sibling of the card around it', () => {
    const { cards } = extractCards(
      { path: 'Note.md', text: '# A\n==b== and ==c==\n\n# D\n==e==\n' },
      { ...defaultCardOptions, watch: 'all' },
    );
    const groups = cards.map(({ group }) => group);
    expect(groups.slice(0, 3)).toEqual([groups[0], groups[0], groups[0]]);
    expect(groups[3]).toBe(groups[4]);
    expect(groups[3]).not.toBe(groups[0]);
  });

  test('hides no text that is empty', () => {
    expect(questions('Water is {{c1::}} and {{c1::wet}}.')).toEqual(['Water is {{c1::}} and ==[…]==.']);
  });

  test('is proven by a schedule in the text before the first heading', () => {
    // Two were reviewed, one of them with blanks at its edges: no highlight by our rules.
    const schedule = '<!--SR:!2024-07-01,84,290!2024-07-02,84,290-->';
    expect(questions('Water is ==wet== and == deep ==.')).toEqual(['Water is ==[…]== and == deep ==.']);
    expect(questions(`Water is ==wet== and == deep ==.\n${schedule}`)).toEqual([
      'Water is ==[…]== and == deep ==.',
      'Water is ==wet== and ==[…]==.',
    ]);
  });

  test('does not come from the text of a separator', () => {
    expect(questions('Is it ==wet==?::Yes, ==very==')).toEqual([]);
  });

  test('does not come from the lines below an item with a separator, which are its answer', () => {
    const list = '- What makes a salt?::A metal and\n    - such as ==NaCl==\n- Another ==item==';
    expect(questions(list)).toEqual(['Another ==[…]==']);
  });
});
