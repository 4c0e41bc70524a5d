// A parser of which we know no more than its signature: what it may throw and give.
import { beforeEach, describe, expect, jest, test } from '@jest/globals';

const parse = jest.fn<(text: string) => unknown>();
jest.unstable_mockModule('yaml', () => ({ parse }));
const { readAnyProperties } = await import('../../../../src/core/note/properties.ts');

const yaml = 'a: b # c\nbad: "x" y\nd: [e]\n';
/** Fails on the line that is bad, and on all that hold it. */
function failing(thrown: unknown): void {
  parse.mockImplementation((text) => {
    if (text.includes('bad')) throw thrown;
    return { [text.charAt(0)]: 'value' };
  });
}

describe('a parser of the app', () => {
  beforeEach(() => {
    parse.mockReset();
  });

  test.each([
    ['an error without a place', new Error('Something\nwith lines'), 'something'],
    ['an error with an odd place', Object.assign(new Error('Odd'), { pos: ['x', -1] }), 'odd'],
    [
      'an error of another window',
      { name: 'YAMLParseError', toString: (): string => 'YAMLParseError: Far' },
      'far',
    ],
    ['a text', 'No', 'no'],
    ['an error without words', new Error(''), 'unknown'],
    ['nothing', undefined, 'undefined'],
  ])(
    'may throw %s: the first part that fails alone is named, and the others are kept',
    (_, thrown, message) => {
      failing(thrown);
      const { list, error } = readAnyProperties(yaml, 10);
      expect(error).toEqual({ message, at: 10 + yaml.indexOf('bad') });
      expect(list.map(({ key }) => key)).toEqual(['a', 'd']);
    },
  );

  test('may say where an error is', () => {
    failing(Object.assign(new Error('Bad at line 2, column 1:\n\n^'), { pos: [2, 3] }));
    expect(readAnyProperties(yaml, 10).error).toEqual({ message: 'bad', at: 12 });
  });

  test.each([[null], [undefined], ['text'], [[1, 2]], [7]])(
    'may give %p for a map: there are no properties',
    (value) => {
      parse.mockReturnValue(value);
      expect(readAnyProperties(yaml, 0)).toEqual({ list: [], error: null, isPlaced: false });
    },
  );

  test('may give other keys than are written: nothing is to be written by their places', () => {
    parse.mockReturnValue({ a: 'b', other: 1, d: new Date(0) });
    const { list, isPlaced } = readAnyProperties('a: b # c\n"x": y\nd: [e]\n', 5);
    expect(isPlaced).toBe(false);
    expect(list.map(({ key, values, keyStart }) => [key, values, keyStart])).toEqual([
      ['a', ['b'], 5],
      ['other', ['1'], 5],
      ['d', [], 21],
    ]);
  });
});
