// A section as lines: what stands before their text, and what they are.
import { describe, expect, test } from '@jest/globals';
import { cutAt, readLines, type Line } from '../../../../src/core/card/text/lines.ts';
import { noteText, span } from '../note-text.ts';

const all = (text: string): Line[] => {
  const { outline } = noteText(text);
  const code = outline.blocks.filter(({ kind }) => kind === 'code');
  return readLines(text, outline.masked, { start: 0, end: text.length }, code, outline.hidden);
};
const first = (text: string): Line => {
  const [line] = all(text);
  if (!line) throw new Error('no line');
  return line;
};
/** The names of what the lines are. */
const kinds = (text: string): string[] =>
  all(text).map((line) =>
    (['quoted', 'item', 'task', 'blank', 'code', 'scheduled'] as const)
      .filter((kind) => line[kind])
      .join(' '),
  );

describe('the text of a line', () => {
  test.each([
    ['plain', 'plain', 0, 0],
    ['  two blanks', 'two blanks', 2, 2],
    ['\ttab', 'tab', 4, 4],
    [' \tboth', 'both', 5, 5],
    ['blanks at the end  ', 'blanks at the end', 0, 0],
    ['- item', 'item', 0, 2],
    ['* item', 'item', 0, 2],
    ['+\titem', 'item', 0, 5],
    ['12. item', 'item', 0, 4],
    ['1) item', 'item', 0, 3],
    ['1234567890. none', '1234567890. none', 0, 0],
    ['-none', '-none', 0, 0],
    ['  - - inner', 'inner', 2, 6],
    ['- [ ] task', 'task', 0, 6],
    ['- [x] task', 'task', 0, 6],
    ['- [x]none', '[x]none', 0, 2],
    ['[x] none', '[x] none', 0, 0],
    ['> quote', 'quote', 0, 0],
    ['> > inner', 'inner', 0, 0],
    ['>   blanks', 'blanks', 2, 2],
    ['> - item', 'item', 0, 2],
  ])('of %j is %j, at its column', (line, text, indent, column) => {
    const read = first(line);
    expect([read.text, read.indent, read.column]).toEqual([text, indent, column]);
    expect(line.slice(read.at).trimEnd()).toBe(text);
  });

  test('has spaces for a comment', () => {
    expect(first('a <!-- b --> c').text).toBe('a            c');
  });

  test('is the rest after the quote marks', () => {
    const line = '> > - item';
    expect(line.slice(first(line).body)).toBe('- item');
  });
});

describe('a line is', () => {
  test.each<[string, string, string[]]>([
    ['quoted', '> a\nb', ['quoted', '']],
    ['an item', '- a\n  b', ['item', '']],
    ['a task', '- [ ] a', ['item task']],
    ['blank', 'a\n\n \t\nb', ['', 'blank', 'blank', '']],
    ['blank in a quote', '> a\n>\n> b', ['quoted', 'quoted blank', 'quoted']],
    ['not blank as an empty item', '-  \na', ['item', '']],
    ['not blank in a comment', '%%\n\n%% b', ['', '', '']],
    ['not blank in code', '```\n\n```', ['code', 'code', 'code']],
    ['code where it is indented', 'a\n\n    b', ['', 'blank', 'code']],
    ['scheduled', 'a <!--SR:!2024-01-01,1,250-->', ['scheduled']],
    ['not scheduled where the comment is another', 'a <!-- SR -->', ['']],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('the lines of a range', () => {
  const ranges = (text: string, piece: string): string[] => {
    const { masked } = noteText(text).outline;
    return readLines(text, masked, span(text, piece), [], []).map(({ start, end }) => text.slice(start, end));
  };

  test.each([
    ['end with it', 'a\nbc\nd', 'a\nb', ['a', 'b']],
    ['begin with it', 'ab\nc', 'b\nc', ['b', 'c']],
    ['are one where it holds no line end', 'ab\ncd', 'c', ['c']],
    ['end before its last line end', 'a\nb\nc', 'a\nb\n', ['a', 'b']],
    ['hold a block of maths as one', '$$\na\n$$\nb', '$$\na\n$$\nb', ['$$\na\n$$', 'b']],
    ['are none where it is empty', 'a\nb', '', []],
  ])('%s', (_, text, piece, expected) => {
    expect(ranges(text, piece)).toEqual(expected);
  });

  test('take no mark or text from beyond its end', () => {
    const text = '> - [ ] a';
    const { masked } = noteText(text).outline;
    const read = (end: number) => readLines(text, masked, { start: 0, end }, [], [])[0];
    expect([1, 3, 5, 8].map((end) => [read(end)?.body, read(end)?.at, read(end)?.text])).toEqual([
      [1, 1, ''],
      [2, 3, ''],
      [2, 5, ''],
      [2, 8, ''],
    ]);
  });

  test('are code and hidden from the first character of a span to its last', () => {
    const text = 'a\n\nb';
    const at = (start: number, end: number) => [{ start, end }];
    const blank = (code: ReturnType<typeof at>, hidden: ReturnType<typeof at>): boolean | undefined =>
      readLines(text, text, { start: 0, end: text.length }, code, hidden)[1]?.blank;
    expect([at(2, 3), at(0, 3), at(0, 2), at(3, 4)].map((one) => [blank(one, []), blank([], one)])).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});

describe('a line begins', () => {
  test.each([
    ['behind as many columns of blanks as are cut off', '    a', false, 2, '  a'],
    ['at its text where there are fewer', ' a', false, 4, 'a'],
    ['at its start where nothing is cut off', '  a', false, 0, '  a'],
    ['behind a tab that counts four', '\t\ta', false, 4, '\ta'],
    ['behind a tab that counts more than what is left', ' \ta', false, 2, 'a'],
    ['at its end where it is all blanks', '  ', false, 4, ''],
    ['behind the marks of a quote', '>   a', true, 2, 'a'],
    ['at the marks of a quote that is kept', '> a', false, 2, '> a'],
  ])('%s', (_, text, quoted, column, expected) => {
    const line = first(text);
    expect(text.slice(cutAt(text, line, quoted, column), line.end)).toBe(expected);
  });

  test('no later than it ends', () => {
    const text = ' \n   b';
    expect(cutAt(text, first(text), false, 4)).toBe(1);
  });
});
