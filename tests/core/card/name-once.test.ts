// The cards that ask by the name of the note.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../src/core/card/options.ts';

const read = (text: string, options: Partial<CardOptions> = {}) =>
  extractCards({ path: 'Net.md', text }, { ...defaultCardOptions, watch: 'all', ...options });
const cardsOf = (text: string, options: Partial<CardOptions> = {}): string[] =>
  read(text, options).cards.map(({ source, answer }) => `${source}: ${answer}`);
const note = (summary: string, text: string): string => `---\nsummary: ${summary}\n---\n${text}`;

describe('summary and text of a note', () => {
  test('are siblings, and so are the clozes of the text and a heading that repeats the name', () => {
    const { cards } = read(
      note('Learns from sets', 'It has ==layers==.\n\n# Net\nOf three parts.\n\n# Use\nMany.'),
    );
    expect(cards.map(({ source, group }) => [source, group])).toEqual([
      ['property', 'name'],
      ['title', 'name'],
      ['cloze', 'name'],
      ['heading', 'name'],
      ['heading', null],
    ]);
  });

  test('have no sibling if there is only one of them', () => {
    expect(read(note('Learns from sets', '# Use\nMany.')).cards.map(({ group }) => group)).toEqual([
      null,
      null,
    ]);
  });

  test.each([
    [
      'begins with it',
      'Learns from sets of points',
      'Learns from *sets* of points, by [[Max Pooling|maxima]].',
    ],
    ['holds it', 'Learns from sets of points', 'A network. It learns from sets of points.'],
    ['is the same', 'Learns', 'Learns!'],
    ['holds it in a script without blanks', '从点集中学习的网络', '一种从点集中学习的网络。'],
  ])('are one card where the text %s', (_, summary, text) => {
    const { cards, skipped } = read(note(summary, text));
    expect(cards.map(({ source }) => source)).toEqual(['title']);
    expect(skipped).toMatchObject([{ line: 2, reason: 'the text says the summary' }]);
    expect(cardsOf(note(summary, text), { titleOnce: false })).toHaveLength(2);
  });

  test.each([
    ['holds a word of it by chance', 'Sets', 'It learns from sets of points.'],
    ['says something else', 'Learns from sets of points', 'Max pooling makes it blind to order.'],
  ])('are two cards where the text %s', (_, summary, text) => {
    expect(cardsOf(note(summary, text))).toHaveLength(2);
  });

  test('leave the question to the summary if the text is set aside for its length', () => {
    const long = `It learns from sets of points. ${'word '.repeat(90)}`;
    const { cards } = read(note('It learns from sets of points', long));
    expect(cards.map(({ source, aside }) => [source, aside])).toEqual([
      ['property', false],
      ['title', true],
    ]);
  });

  test('know the name without its number, and the top heading of a file that has one', () => {
    const text = note('Learns from sets', 'It has layers.\n\n# 5 - Sets\nOf three parts.\n\n## Use\nMany.');
    const { cards, subject } = extractCards(
      { path: '05-sets.md', text },
      { ...defaultCardOptions, watch: 'all' },
    );
    expect(subject).toBe('Sets');
    expect(cards.map(({ source, group }) => [source, group])).toEqual([
      ['property', 'name'],
      ['title', 'name'],
      ['heading', 'name'],
      ['heading', null],
    ]);
    expect(cards.map((card) => card.context[0] ?? card.question)).toEqual(Array(4).fill('05-sets'));
  });

  test('keep the summary if only a heading that is better than the file name says the same', () => {
    const text = note('Learns from sets of points', '# Sets\nLearns from sets of points, by maxima.');
    const { cards } = extractCards({ path: '05-sets.md', text }, { ...defaultCardOptions, watch: 'all' });
    expect(cards.map(({ source }) => source)).toEqual(['property', 'heading']);
  });
});
