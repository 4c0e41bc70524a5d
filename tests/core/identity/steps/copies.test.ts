import { describe, expect, test } from '@jest/globals';
import { isCopyName } from '../../../../src/core/identity/steps/copies.ts';
import { link, note, prose } from '../cards.ts';

const original = note(
  'n.md',
  ['Attention', prose.attention],
  ['Dropout', prose.dropout],
  ['Momentum', prose.momentum],
);
const at = (path: string): ReturnType<typeof note> => original.map((card) => ({ ...card, note: path }));

describe('a copied note', () => {
  test.each(['n 1.md', 'n (2).md', 'n copy.md', 'n copy 2.md', 'x/Copy of n.md'])(
    'may be called %s',
    (path) => {
      expect(isCopyName(path, 'n.md')).toBe(true);
    },
  );

  test.each(['nn.md', 'n part 2.md', 'notes 1.md', 'x/n.md'])('is not called %s', (path) => {
    expect(isCopyName(path, 'n.md')).toBe(false);
  });

  test('does not take the history of a card that its original lost since', () => {
    const { links, orphans } = link(original, [...original.slice(0, 2), ...at('m.md')]);
    expect([links.every(({ to }) => to.note === 'n.md'), orphans.map(({ question }) => question)]).toEqual([
      true,
      ['Momentum'],
    ]);
  });

  test('takes nothing though its original was renamed', () => {
    const { links } = link(original, [...at('renamed.md'), ...at('n 1.md')]);
    expect(new Set(links.map(({ to }) => to.note))).toEqual(new Set(['renamed.md']));
  });
});

describe('a new note that took sections away', () => {
  test('takes their histories', () => {
    const { links } = link(original, [...original.slice(0, 1), ...at('m.md').slice(1)]);
    expect(links.filter(({ to }) => to.note === 'm.md')).toHaveLength(2);
  });
});
