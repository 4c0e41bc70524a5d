import { expect, test } from '@jest/globals';
import { link, note, prose, show } from './cards.ts';

const withId = (blockId: string, ...cards: ReturnType<typeof note>) =>
  cards.map((card) => ({ ...card, blockId }));

test('a block id that occurs once decides, whatever else changed', () => {
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

test('a block id that was copied decides among the cards of its note that have none', () => {
  const before = withId('x', ...note('a.md', ['Attention', prose.attention]));
  const [first = [], second = []] = [
    note('a.md', ['Attention', prose.attention], ['Dropout', prose.dropout]),
    note('b.md', ['Momentum', prose.momentum]),
  ];
  const after = [...first.slice(0, 1), ...withId('x', ...first.slice(1)), ...withId('x', ...second)];
  expect(show(link(before, after))).toEqual(['a.md#Attention@1 → a.md#Dropout@5']);
});

test('a card that loses its block id is known by its text', () => {
  const before = withId('x', ...note('a.md', ['Attention', prose.attention], ['Dropout', prose.dropout]));
  const after = note('a.md', ['Dropout', prose.dropout], ['Attention', prose.attention]);
  expect(link(before, after).links.map(({ from, to, step }) => [from.question, to.question, step])).toEqual([
    ['Attention', 'Attention', 'exact'],
    ['Dropout', 'Dropout', 'exact'],
  ]);
});
