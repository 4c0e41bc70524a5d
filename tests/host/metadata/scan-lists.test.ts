import { describe, expect, test } from '@jest/globals';
import { scanNote } from './scan-note.ts';

/** Each section as its type and lines. */
const sections = (text: string) =>
  (scanNote(text).sections ?? []).map(({ type, position: { start, end } }) => [type, start.line, end.line]);
/** Each item as its parent, and where it starts and ends. */
const items = (text: string) =>
  (scanNote(text).listItems ?? []).map(({ parent, position: { start, end } }) => [
    parent,
    `${start.line}:${start.col}`,
    `${end.line}:${end.col}`,
  ]);

describe('a section of a list', () => {
  test.each([
    ['goes on after a blank line', '- a\n\n- b', [['list', 0, 2]]],
    [
      'ends where another sign begins another list',
      '* a\n- b',
      [
        ['list', 0, 0],
        ['list', 1, 1],
      ],
    ],
    [
      'ends at another kind of number',
      '1. a\n1) b',
      [
        ['list', 0, 0],
        ['list', 1, 1],
      ],
    ],
    ['holds a fence inside an item', '- a\n  ```\n  b\n  ```\n- c', [['list', 0, 4]]],
    [
      'ends before a fence that is not inside',
      '- a\n```\nb\n```',
      [
        ['list', 0, 0],
        ['code', 1, 3],
      ],
    ],
    ['holds a paragraph that is indented as far', '- a\n\n  b', [['list', 0, 2]]],
    [
      'ends before a paragraph that is not',
      '- a\n\nb',
      [
        ['list', 0, 0],
        ['paragraph', 2, 2],
      ],
    ],
    ['goes on with a line of its text', '- a\nb', [['list', 0, 1]]],
    [
      'ends before a heading',
      '- a\n# b',
      [
        ['list', 0, 0],
        ['heading', 1, 1],
      ],
    ],
    ['is none inside of a comment of HTML', '<!--\n- a\n-->', [['html', 0, 2]]],
  ])('%s', (_, text, wanted) => {
    expect(sections(text)).toEqual(wanted);
  });

  test('has the block id that is below it after a blank line', () => {
    const { blocks, sections: found } = scanNote('- a\n- b\n\n^Id\n\nc');
    expect(found?.map(({ type }) => type)).toEqual(['list', 'paragraph']);
    expect(blocks).toMatchObject({ id: { id: 'Id', position: { start: { line: 0 }, end: { line: 1 } } } });
  });

  test('two fences in a row are two sections', () => {
    expect(sections('```\na\n```\n```\nb\n```')).toEqual([
      ['code', 0, 2],
      ['code', 3, 5],
    ]);
  });
});

describe('items', () => {
  test.each([
    [
      'of a list on the first line have the parent -1',
      '- a\n- b',
      [
        [-1, '0:0', '0:3'],
        [-1, '1:0', '1:3'],
      ],
    ],
    [
      'of a later list have the negative of its first line',
      'x\n\n- a\n- b',
      [
        [-2, '2:0', '2:3'],
        [-2, '3:0', '3:3'],
      ],
    ],
    [
      'of the next list count from that one',
      '* a\n\n- b\n- c',
      [
        [-1, '0:0', '0:3'],
        [-2, '2:0', '2:3'],
        [-2, '3:0', '3:3'],
      ],
    ],
    ['over several lines end at their last', '- a\n  b\nc', [[-1, '0:0', '2:1']]],
    ['with a fence end with it', '- a\n  ```\n  - b\n  ```', [[-1, '0:0', '3:5']]],
    [
      'reach over a blank line to the next of their list',
      '- a\n\n- b',
      [
        [-1, '0:0', '1:0'],
        [-1, '2:0', '2:3'],
      ],
    ],
    [
      'end before the items below them',
      '- a\n  - b\n- c',
      [
        [-1, '0:0', '0:3'],
        [0, '1:2', '1:5'],
        [-1, '2:0', '2:3'],
      ],
    ],
    [
      'start where the text of their parent does',
      '- a\n    - b\n        - c',
      [
        [-1, '0:0', '0:3'],
        [0, '1:2', '1:7'],
        [1, '2:6', '2:11'],
      ],
    ],
    [
      'start after the tab before them',
      '- a\n\t- b',
      [
        [-1, '0:0', '0:3'],
        [0, '1:1', '1:4'],
      ],
    ],
    [
      'in a quote are there',
      '> - a\n>   - b',
      [
        [-1, '0:2', '0:5'],
        [0, '1:4', '1:7'],
      ],
    ],
    [
      'in a callout are there',
      '> [!note] t\n> - a\n>\n> - b',
      [
        [-1, '1:2', '2:1'],
        [-1, '3:2', '3:5'],
      ],
    ],
    ['in nested quotes are there', '> a\n>> - b', [[-1, '1:3', '1:6']]],
    [
      'in an item are items',
      '- - a',
      [
        [-1, '0:0', '0:5'],
        [0, '0:2', '0:5'],
      ],
    ],
    ['in comments of HTML are none', '<!--\n- a\n-->', []],
    ['in code are none', '```\n- a\n```', []],
    ['are none where a number other than 1 is inside a text', '- a\n  2. b', [[-1, '0:0', '1:6']]],
  ])('%s', (_, text, wanted) => {
    expect(items(text)).toEqual(wanted);
  });

  test('have their task and their block id', () => {
    expect(scanNote('- [x] a ^Id\n- [ ] 1. b').listItems).toMatchObject([
      { task: 'x', id: 'Id' },
      { task: ' ' },
      { parent: 1 },
    ]);
  });
});
