// Shapes that make a parser take quadratic time, at 100,000 characters: each is read to its end.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { readOutline } from '../../../src/core/note/outline.ts';

const size = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));

describe('a giant note', () => {
  test.each([
    ['nested quotes', '>', 'quote'],
    ['nested quotes with blanks', '> ', 'quote'],
    ['nested lists', '- ', 'list'],
    ['nested lists of two kinds', '- * ', 'list'],
    ['numbered lists in quotes', '> 1. ', 'quote'],
  ])('of %s on one line has a heading after it', (_, piece, kind) => {
    const { blocks } = readOutline(`${fill(piece)}x\n\n# Heading\ntext`);
    expect(blocks.map((block) => block.kind)).toEqual([kind, 'heading', 'paragraph']);
  });

  test.each([
    ['bold text that never closes', '**a '],
    ['closed comments', '%% '],
    ['dollars on lines of their own', '$$\n'],
    ['wikilinks that never close', '[[a'],
    ['links that never close', '[a]('],
    ['tags that open no line', '- #flashcards x\n'],
    ['words with dots', 'a.'],
    ['pipes', '|'],
    ['HTML that never closes', '<a b="c" '],
    ['blanks', ' '],
    ['addresses that never close', '<A:'],
    ['highlights without blanks', '==a'],
    ['highlights with hints', '==a==^[b] '],
    ['hints that never close', '==a==^['],
    ['comments that never close', '<!--'],
    ['schedules that never close', '<!--SR:'],
    ['fields that never close', '[::'],
  ])('full of %s keeps the card before it', (_, piece) => {
    const text = `---\ntags: flashcards\n---\n# First\nText.\n# Next\n${fill(piece)}`;
    expect(extractCards({ path: 'Giant.md', text }).cards[0]).toMatchObject({
      question: 'First',
      answer: 'Text.',
    });
  });

  test('with a value of 100,000 spaces in its frontmatter keeps its tags', () => {
    const text = `---\nsummary: a${' '.repeat(size)}b\ntags: flashcards\n---\n# Q\nA`;
    expect(extractCards({ path: 'Giant.md', text }).cards).toHaveLength(2);
  });

  test('with 20,000 highlights in one paragraph makes no cloze of it', () => {
    const text = `---\ntags: flashcards\n---\n# Q\n${'==a== b '.repeat(20_000)}`;
    expect(extractCards({ path: 'Giant.md', text }).cards.map(({ source }) => source)).toEqual(['heading']);
  });
});
