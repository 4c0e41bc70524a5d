import { describe, expect, test } from '@jest/globals';
import { readOutline, remarkOutline } from '../../../src/core/note/outline.ts';

const blocks = (text: string) =>
  readOutline(text).blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const hidden = (text: string) => readOutline(text).hidden.map(({ start, end }) => text.slice(start, end));

describe('a block id below a block and a blank line', () => {
  test.each([
    ['- a\n- b\n\n^id', [['list', '- a\n- b']]],
    [
      '- a\r\n\r\n^id\r\n\r\nb',
      [
        ['list', '- a'],
        ['paragraph', 'b'],
      ],
    ],
    ['> a\n\n^id\n', [['quote', '> a']]],
    ['> [!note] a\n> b\n\n^id\n', [['callout', '> [!note] a\n> b']]],
    ['| a |\n| - |\n| b |\n\n^id', [['table', '| a |\n| - |\n| b |']]],
  ])('belongs to it and is no paragraph in %j', (text, wanted) => {
    expect(blocks(text)).toEqual(wanted);
    expect(hidden(text).map((one) => one.trim())).toEqual(['^id']);
    expect(remarkOutline(text)).toEqual(readOutline(text));
  });

  test.each([
    '- a\n\n^id b',
    '- a\n\nb ^id',
    '- a\n\nb\n^id',
    'a\n\n^id',
    '# a\n\n^id',
    '^id',
    '- a\n\n`^id`',
  ])('is a paragraph in %j', (text) => {
    expect(blocks(text).at(-1)?.[0]).toBe('paragraph');
  });
});

describe('what differs from the sections of the app on purpose', () => {
  test('a callout starts at its mark, not at the spaces before it', () => {
    expect(blocks(' > [!note] a\n > b')).toEqual([['callout', '> [!note] a\n > b']]);
  });

  test.each(['%% a %%', '<!-- a -->', '<!--\n- a\n-->', '%%\n- a\n%%'])(
    '%j is hidden and not a block',
    (text) => {
      expect(blocks(`b\n\n${text}\n\nc`)).toEqual([
        ['paragraph', 'b'],
        ['paragraph', 'c'],
      ]);
      expect(hidden(`b\n\n${text}\n\nc`)).toEqual([text]);
    },
  );
});
