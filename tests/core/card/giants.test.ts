// Notes of almost nothing and of far too much (edge case 5): they are read to the end, and the cards are right.
import { describe, expect, test } from '@jest/globals';
import { extractCards, type NoteCards } from '../../../src/core/card/extract.ts';

const tagged = '---\ntags: [flashcards]\n---\n';
const read = (text: string): NoteCards => extractCards({ path: 'Giant.md', text: tagged + text });

describe('a note', () => {
  test('without a word gives no card', () => {
    expect(extractCards({ path: 'Empty.md', text: '' }).cards).toEqual([]);
    expect(read('').cards).toEqual([]);
    expect(read('# One heading').cards).toEqual([]);
  });

  test('of 5,000 headings gives 5,000 cards', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `## Heading ${at}\nText ${at}.\n`).join('\n');
    const { cards } = read(text);
    expect(cards).toHaveLength(5000);
    expect(cards.at(-1)).toMatchObject({
      question: 'Heading 4999',
      answer: 'Text 4999.',
      line: 3 + 4999 * 3 + 1,
    });
  });

  test('with a line of 200,000 characters keeps it whole', () => {
    const line = 'word '.repeat(40_000).trim();
    expect(read(`## Long\n${line}\n`).cards).toMatchObject([{ question: 'Long', answer: line }]);
  });

  test('of 1 MB keeps its last card', () => {
    const section = `## Again\n${'Some prose with a [[link]] and **bold** words. '.repeat(20)}\n\n- one\n- two\n\n`;
    const text = `${section.repeat(Math.ceil(1_000_000 / section.length))}## Last\nThe end.\n`;
    const { cards } = read(text);
    expect(cards.at(-1)).toMatchObject({ question: 'Last', answer: 'The end.' });
    expect(cards.at(-2)?.ordinal).toBe(cards.length - 2);
  });

  test.each([
    ['unclosed comments', '<!-- '],
    ['single backticks', '`a ``b '],
    ['unclosed percent comments', '%% \n\n'],
    ['unclosed brackets', '[[a|'],
    ['dollars', '$$ \n'],
    ['nested quotes', '>'],
    ['asterisks', '**a *b '],
    ['equals signs', '==a '],
  ])('full of %s is read to its end', (_, piece) => {
    const text = `## First\nText.\n\n${piece.repeat(2000)}\n\n\`\`\`\n\`\`\`\n`;
    expect(read(text).cards[0]).toMatchObject({ question: 'First' });
  });
});
