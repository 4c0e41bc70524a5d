// Our own regular expressions beside the engine's, and what they refuse.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPattern } from '../../../src/core/query/pattern.ts';
import { runs } from '../../random.ts';

function finds(pattern: string, text: string): boolean {
  const read = readPattern(pattern);
  if (typeof read !== 'function') throw new Error(`${pattern} cannot be read`);
  return read(text);
}

/** The pattern with the wrong place marked. */
function mark(pattern: string): string {
  const read = readPattern(pattern);
  if (typeof read === 'function') return 'nothing';
  const { at, length } = read;
  return `${pattern.slice(0, at)}«${pattern.slice(at, at + length)}»${pattern.slice(at + length)}`;
}

describe('a pattern', () => {
  test.each([
    ['', '', true],
    ['b', 'abc', true],
    ['B', 'abc', true],
    ['^b', 'abc', false],
    ['^b$', 'a\nb\nc', true],
    ['a.c', 'a\nc', false],
    ['ab*c', 'ac', true],
    ['ab+c', 'ac', false],
    ['ab?c', 'abbc', false],
    ['ab{2}c', 'abbc', true],
    ['ab{2}c', 'abc', false],
    ['ab{1,2}c', 'abbbc', false],
    ['ab{2,}c', 'abbbbc', true],
    ['ab{0,1}?c', 'ac', true],
    ['a|b|', 'c', true],
    ['^(a|b)+$', 'abab', true],
    ['^(?:ab)+$', 'aba', false],
    ['[a-c]x', 'bx', true],
    ['[A-C]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['[\\d-]x', '-x', true],
    ['[a\\]]x', ']x', true],
    ['\\d{4}', 'in 2024', true],
    ['\\bnorm\\b', 'pre-norm?', true],
    ['\\bnorm\\b', 'abnormal', false],
    ['\\Bnorm', 'abnormal', true],
    ['\\w\\W\\w', 'a b', true],
    ['\\S\\s\\S', 'a\tb', true],
    ['\\\\frac\\{', '\\frac{1}{2}', true],
    ['É+$', 'éé', true],
    ['^.$', '𝄞', true],
    ['(a*)*b', 'aaaa', false],
  ])('%j in %j: %p', (pattern, text, expected) => {
    expect(finds(pattern, text)).toBe(expected);
  });

  test.each([
    ['a(b', 'a«(»b'],
    ['a)b', 'a«)»b'],
    ['*a', '«*»a'],
    ['a**', 'a*«*»'],
    ['a{2', 'a«{»2'],
    ['\\b?a', '\\b«?»a'],
    ['^*a', '^«*»a'],
    ['a{1001}', 'a«{»1001}'],
    ['a{3,2}', 'a«{3,2}»'],
    ['a[b', 'a«[»b'],
    ['[z-a]', '[«z-a»]'],
    ['a\\', 'a«\\»'],
    ['(a)\\1', '(a)«\\1»'],
    ['(?=a)', '«(?»=a)'],
    ['𝄞(', '𝄞«(»'],
    ['a{999}', '«a{999}»'],
    ['(((){999}){999}){999}', '«(((){999}){999}){999}»'],
    [`${'('.repeat(60)}a`, `${'('.repeat(50)}«(»${'('.repeat(9)}a`],
  ])('%j is wrong at its place', (pattern, expected) => {
    expect(mark(pattern)).toBe(expected);
  });

  test('that a backtracking engine would take years for is over at once', () => {
    const text = 'a'.repeat(2000);
    expect(finds('^(a|aa)+$', `${text}!`)).toBe(false);
    expect(finds('^(a+)+$', `${text}!`)).toBe(false);
    expect(finds('.*.*.*.*.*x', text)).toBe(false);
  });

  test('finds what the engine finds', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '|',
      '(',
      ')',
      '*',
      '+',
      '?',
      '^',
      '$',
      '[ab]',
      '[^a]',
      '\\b',
      '{1,2}',
      ' ',
    );
    const pattern = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 5 }), (source, texts) => {
        const read = readPattern(source);
        if (typeof read !== 'function') return;
        const engine = new RegExp(source, 'mu');
        expect(texts.map((one) => [one, read(one)])).toEqual(texts.map((one) => [one, engine.test(one)]));
      }),
      { numRuns: runs(5000) },
    );
  });
});
