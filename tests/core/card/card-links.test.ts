import { expect, test } from '@jest/globals';
import { cardLinks } from '../../../src/core/card/card-links.ts';

const files: Record<string, string> = { Page: 'folder/Page.md', 'fig.png': 'fig.png' };
const links = (question: string, answer: string) =>
  cardLinks({ note: 'from.md', question, answer }, (target, from) =>
    from === 'from.md' ? (files[target] ?? null) : null,
  ).map(({ target, display, embed, path }) => [target, display, embed, path]);

test('the links of a card are those of its question, then those of its answer, with their files', () => {
  expect(links('What is a [[Page|page]]?', 'See [[Missing]] and ![[fig.png]].')).toEqual([
    ['Page', 'page', false, 'folder/Page.md'],
    ['Missing', 'Missing', false, null],
    ['fig.png', 'fig.png', true, 'fig.png'],
  ]);
});

test('a card without links has none', () => {
  expect(links('Question', 'Answer')).toEqual([]);
});
