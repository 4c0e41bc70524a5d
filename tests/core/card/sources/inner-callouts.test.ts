// Callouts in callouts: a container of nothing else gives those that it holds.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';

const read = (text: string, innerCallouts = true) =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', innerCallouts }).cards.map(
    ({ question, answer, line }) => [question, answer, line],
  );
const columns = '# A\n> [!multi-column]\n>\n>> [!note] Pro\n>> Fast.\n>\n>> [!note] Contra\n>> Dear.';

describe('a callout', () => {
  test('of columns gives one card a column', () => {
    expect(read(columns)).toEqual([
      ['Pro', 'Fast.', 4],
      ['Contra', 'Dear.', 7],
    ]);
  });

  test('gives one card where the setting is off', () => {
    expect(read(columns, false)).toHaveLength(1);
  });

  test('in a column in a container is one, too', () => {
    expect(read('> [!x]\n> > [!col] Two\n> > > [!note] In\n> > > Text.')).toEqual([['In', 'Text.', 3]]);
  });

  test.each([
    ['has text of its own', '# A\n> [!multi-column]\n> Text.\n>\n> > [!note] In\n> > Body.'],
    ['has a title', '# A\n> [!note] Title\n> > [!note] In\n> > Body.'],
    ['holds a plain quote', '# A\n> [!x]\n> > Said.'],
  ])('stays one card where it %s', (_, text) => {
    expect(read(text)).toHaveLength(1);
  });
});

test('callouts of one section that ask the same are told apart by their place', () => {
  const text =
    '## Vectors\n> [!example] Code\n> One.\n\n> [!example] code\n> Two.\n\n> [!example] Code, again\n> Three.\n';
  const { cards } = extractCards({ path: 'A.md', text }, { ...defaultCardOptions, watch: 'all' });
  expect(cards.map(({ question, nth }) => [question, nth])).toEqual([
    ['Code', { index: 1, of: 2 }],
    ['code', { index: 2, of: 2 }],
    ['Code, again', null],
  ]);
});
