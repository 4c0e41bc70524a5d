// What is written, found in what is shown.
import { describe, expect, test } from '@jest/globals';
import { findQuestion, findWords, noText } from '../../../../src/core/card/cover/find-shown.ts';

describe('words', () => {
  test.each([
    ['one two three', 'two three', 0, { start: 4, end: 13 }],
    ['one\n  two\tthree', 'two three', 0, { start: 6, end: 15 }],
    ['two, then two', 'two', 1, { start: 10, end: 13 }],
    ['a b a c', 'a c', 0, { start: 4, end: 7 }],
    ['one two', 'three', 0, null],
    ['one two', '  ', 0, null],
    [`one ${noText} two`, 'one two', 0, null],
  ] as const)('in %j: %j from %i', (text, words, from, found) => {
    expect(findWords(text, words, from)).toEqual(found);
  });
});

describe('a question', () => {
  test('is found as it is shown, with the mark behind it', () => {
    const text = 'The capital, the capital :: Paris';
    expect(findQuestion(text, 'the **capital**', ' :: ', 0)).toEqual({ start: 13, end: 27 });
  });

  test('is found without a mark that is not shown', () => {
    expect(findQuestion('Lead: text', 'Lead', ':** ', 0)).toEqual({ start: 0, end: 5 });
    expect(findQuestion('Lead text', 'Lead', '** %% x %%', 0)).toEqual({ start: 0, end: 4 });
  });

  test('is found by the name of its link', () => {
    expect(findQuestion('WinoGender Dataset', '[[A|WinoGender]] Dataset', '', 0)).toEqual({
      start: 0,
      end: 18,
    });
  });

  test('is not found where a formula is shown for it', () => {
    expect(findQuestion(`The ${noText} test`, 'The $x$ test', '', 0)).toBeNull();
  });
});
