import { describe, expect, test } from '@jest/globals';
import { blockIdOf } from '../../../../src/core/card/text/block-id.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';

const options = { ...defaultCardOptions, watch: 'all', blockIds: true } as const;
/** The block id of each card, by its question. */
const ids = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    extractCards({ path: 'Note.md', text }, options).cards.map(({ source, question, blockId }) => [
      source === 'cloze' ? 'cloze' : question,
      blockId,
    ]),
  );

describe('the block id of a card', () => {
  test.each([
    ['stands behind its answer', '# Q\nAnswer. ^id-1', { Q: 'id-1' }],
    ['stands on a line below its answer', '# Q\nAnswer.\n\n^id-1', { Q: 'id-1' }],
    ['is the last of several', '# Q\nOne. ^a\n\nTwo. ^b', { Q: 'b' }],
    ['is the one before a comment', '# Q\nOne. ^a\n\nTwo. %% aside %% more', { Q: 'a' }],
    ['is none where none stands', '# Q\nAnswer.', { Q: null }],
    ['is not a comment', '# Q\nAnswer. %% ^id %% more', { Q: null }],
    [
      'is that of its own section',
      '# P\nOne. ^a\n\n# Q\nTwo.\n\n# R\nThree. ^c',
      { P: 'a', Q: null, R: 'c' },
    ],
    ['may hold capitals and numbers', '# Q\nAnswer. ^Id-2B', { Q: 'Id-2B' }],
    ['goes with a separator on one line', 'Q :: A ^id\n\nR :: B', { Q: 'id', R: null }],
    ['is below the callout of its answer', '> [!question] Q\n> A.\n\n^id\n', { Q: 'id' }],
    ['is none of a cloze in the text', '# Q\nIt is ==wet==. ^id', { Q: 'id', cloze: null }],
  ])('%s', (_, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('is never that of a property', () => {
    const text = '---\nsummary: Short. ^id\n---\n# Q\nAnswer. ^id';
    expect(ids(text)).toEqual({ Note: null, Q: 'id' });
  });

  test('is not read if that is off', () => {
    const read = extractCards({ path: 'Note.md', text: '# Q\nA ^id' }, { ...options, blockIds: false });
    expect(read.cards.map(({ blockId }) => blockId)).toEqual([null]);
  });

  test('applies from the card to the end of its answer, both included', () => {
    const hidden = (at: number) => [{ start: at, end: at + 3 }];
    const text = '^aa ^bb ^cc ^dd ^ee';
    const draft = { source: 'heading', at: 4, answer: [[{ start: 6, end: 8 }], [{ start: 9, end: 12 }]] };
    const found = [0, 4, 8, 12, 16].map((at) =>
      blockIdOf({ text, outline: { hidden: hidden(at) } } as never, draft as never),
    );
    expect(found).toEqual([null, 'bb', 'cc', 'dd', null]);
  });
});
