// The cards of a whole note, its title and its summary: they go where the note goes, and nowhere else.
import { describe, expect, test } from '@jest/globals';
import type { CardText } from '../../../src/core/identity/fingerprint/card-text.ts';
import { link, note, prose } from './cards.ts';

const title = (path: string, answer: string): CardText[] => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace('.md', '');
  return note(path, [name, answer]).map((card) => ({ ...card, source: 'title', headings: [] }));
};

/** The note to which the first old card goes, or null. */
function goes(before: readonly CardText[], after: readonly CardText[], moves = new Map<string, string>()) {
  return link(before, after, { moves }).links.find(({ from }) => from === before[0])?.to.note ?? null;
}

describe('the title of a renamed note', () => {
  const moves = new Map([['Attention.md', 'Weights.md']]);
  const words = prose.attention.split(' ');
  const kept = (count: number): string =>
    [...words.slice(0, count), ...prose.momentum.split(' ').slice(count)].join(' ');

  test.each([
    ['keeps its history where half of its text is left', 10, 'Weights.md'],
    ['keeps its history where a third of its text is left', 7, 'Weights.md'],
    ['loses its history where next to nothing is left', 2, null],
  ])('%s', (_, count, expected) => {
    const before = title('Attention.md', prose.attention);
    expect(goes(before, title('Weights.md', kept(count)), moves)).toBe(expected);
  });

  test('keeps its history with another text where just its folder is another', () => {
    const before = title('old/Attention.md', prose.attention);
    const moved = new Map([['old/Attention.md', 'new/Attention.md']]);
    expect(goes(before, title('new/Attention.md', prose.momentum), moved)).toBe('new/Attention.md');
  });
});

describe('the title of a note', () => {
  const rest = (path: string): CardText[] =>
    note(
      path,
      ...['Dropout', 'Momentum', 'Batch', 'Loss'].map((name) => [name, `${name} in ${path}`] as const),
    );

  test('does not go to a note that stood beside its own', () => {
    const before = [...title('a.md', prose.attention), ...rest('a.md'), ...rest('b.md')];
    const after = [...title('b.md', prose.attention), ...rest('a.md'), ...rest('b.md')];
    expect(goes(before, after)).toBeNull();
  });

  test('does not go to a new note while its own is there', () => {
    const before = [...title('a.md', prose.attention), ...rest('a.md')];
    expect(goes(before, [...title('b.md', prose.attention), ...rest('a.md')])).toBeNull();
  });

  test('does not go to a note that was there when its own is gone', () => {
    const before = [...title('a.md', prose.attention), ...rest('a.md'), ...rest('b.md')];
    expect(goes(before, [...title('b.md', prose.attention), ...rest('b.md')])).toBeNull();
  });

  test('goes to a new note when its own is gone, though the other cards do not', () => {
    const before = [...title('a.md', prose.attention), ...rest('a.md')];
    const newCards = note('b.md', ['Adam', prose.dropout], ['Rate', prose.momentum]);
    expect(goes(before, [...title('b.md', prose.attention), ...newCards])).toBe('b.md');
  });

  test('goes to a heading of another note, as any text does', () => {
    const before = [...title('a.md', prose.attention), ...rest('a.md'), ...rest('b.md')];
    const after = [...rest('a.md'), ...rest('b.md'), ...note('b.md', ['Attention', prose.attention])];
    expect(goes(before, after)).toBe('b.md');
  });
});

describe('a card rewritten in its place, whose question another card of its note also asks', () => {
  const named = (
    answer: string,
    other: string,
    more: readonly (readonly [string, string])[] = [],
  ): CardText[] => [...title('Attention.md', answer), ...note('Attention.md', ['Attention', other], ...more)];
  const dropout = ['Dropout', prose.dropout] as const;

  test('is the title of its note, whatever it says', () => {
    const before = named(prose.attention, prose.momentum);
    expect(goes(before, named('Nothing of it is left.', prose.momentum))).toBe('Attention.md');
  });

  test('is the same heading beside a neighbour of before', () => {
    const before = named(prose.attention, prose.momentum, [dropout]);
    const after = named(prose.attention, 'Nothing of it is left.', [dropout]);
    const [, heading] = before;
    expect(link(before, after).links.find(({ from }) => from === heading)?.to.answer).toBe(
      'Nothing of it is left.',
    );
  });

  test('is a stranger among strangers', () => {
    const before = note('n.md', ['A > Same', prose.attention], ['B > Same', prose.momentum], dropout);
    const after = note(
      'n.md',
      dropout,
      ['A > Same', 'Nothing of it is left.'],
      ['C > Same', 'Some other words.'],
    );
    expect(link(before, after).orphans.map(({ headings }) => headings[0])).toEqual(['A', 'B']);
  });
});
