import { describe, expect, test } from '@jest/globals';
import { drain } from '../../../src/core/history/drain.ts';
import { deckTableSteps } from '../../../src/core/import/deck-table.ts';

const rowsOf = (content: string): readonly (readonly string[])[] =>
  drain(deckTableSteps(content)).rows.map(({ fields }) => fields);

const two = [
  ['Where?', 'Here'],
  ['When?', 'Now'],
];

describe('a table is cut at', () => {
  test.each([
    ['tabs', 'Where?\tHere\nWhen?\tNow\n'],
    ['semicolons', 'Where?;Here\nWhen?;Now\n'],
    ['commas', 'Where?,Here\nWhen?,Now\n'],
    ['commas with the line ends of Windows', 'Where?,Here\r\nWhen?,Now\r\n'],
    ['commas with the line ends of old Macs', 'Where?,Here\rWhen?,Now\r'],
    ['the sign that Excel names', 'sep=|\nWhere?|Here\nWhen?|Now\n'],
    ['semicolons below a line of names', 'Frage;Antwort\nWhere?;Here\nWhen?;Now\n'],
    ['commas below a line of names', 'question,answer\nWhere?,Here\nWhen?,Now\n'],
    ['tabs below a line of Chinese names', '问题\t答案\nWhere?\tHere\nWhen?\tNow\n'],
  ])('%s', (_, content) => {
    expect(rowsOf(content)).toEqual(two);
  });

  test('the character that gives each row as many fields, not at one within a text', () => {
    expect(rowsOf('One; two,a\nThree,b\nFour,c\n')).toEqual([
      ['One; two', 'a'],
      ['Three', 'b'],
      ['Four', 'c'],
    ]);
    expect(rowsOf('One, two;a\nThree;b, c\nFour;c, d, e\n')).toEqual([
      ['One, two', 'a'],
      ['Three', 'b, c'],
      ['Four', 'c, d, e'],
    ]);
  });

  test('the character that finds the column names', () => {
    expect(rowsOf('question,answer\n"a; b",c; d\n')).toEqual([['a; b', 'c; d']]);
  });

  test('commas where a quoted field has several lines', () => {
    expect(rowsOf('"a\nb; c",d\ne,f\n')).toEqual([
      ['a\nb; c', 'd'],
      ['e', 'f'],
    ]);
  });
});

test('lines are those of the file, below a line of names too', () => {
  const { rows } = drain(deckTableSteps('sep=;\nfront;back\n"a\nb";c\nd;e\n'));
  expect(rows.map(({ line }) => line)).toEqual([3, 5]);
});
