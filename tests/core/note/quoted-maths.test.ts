import { expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';

const questions = (text: string): readonly string[] =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all' }).cards.map(
    ({ question }) => question,
  );

test('a formula that a quote leaves open ends with the quote', () => {
  expect(questions('> [!tip] One\n> $$ a\n\n> [!tip] Two\n> b\n\n> [!tip] Three\n> $$ c\n')).toEqual([
    'One',
    'Two',
    'Three',
  ]);
});

test('a formula of several lines in a quote is one', () => {
  expect(questions('> [!tip] One\n> $$\n> a\n>\n> ==b==\n> $$\n\n> [!tip] Two\n> b\n')).toEqual([
    'One',
    'Two',
  ]);
});
