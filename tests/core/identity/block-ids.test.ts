import { expect, test } from '@jest/globals';
import { link, note, prose, show } from './cards.ts';

const withId = (blockId: string, ...cards: ReturnType<typeof note>) =>
  cards.map((card) => ({ ...card, blockId }));

test('a block id that stands once decides, whatever else changed', () => {
  const before = withId('x', ...note('a.md', ['Attention', prose.attention]));
  const after = withId('x', ...note('b.md', ['Dropout', prose.dropout]));
  expect(link(before, after).links.map(({ step }) => step)).toEqual(['block-id']);
});

test('a block id that was copied to another note decides in its own', () => {
  const before = withId('x', ...note('a.md', ['Attention', prose.attention]));
  const after = [
    ...withId('x', ...note('a.md', ['Dropout', prose.dropout])),
    ...withId('x', ...note('b.md', ['Momentum', prose.momentum])),
  ];
  expect(show(link(before, after))).toEqual(['a.md#Attention@1 → a.md#Dropout@1']);
});
