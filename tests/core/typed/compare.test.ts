// What was typed beside a short answer, compared word by word.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareTyped, type Piece } from '../../../src/core/typed/compare.ts';
import type { Rigor } from '../../../src/core/typed/tokens.ts';
import { anySign, runs } from '../../random.ts';

const marks = { right: '', wrong: '-', missing: '+' } as const;
/** As text: `-wrong-`, `+missing+`. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => marks[kind] + text.trim() + marks[kind]).join(' ');
const compared = (answer: string, typed: string, rigor: Rigor = 'forgiving'): string =>
  shown(compareTyped(answer, typed, rigor).pieces);

describe('a typed answer', () => {
  test.each([
    ['case', 'The Moon', 'the moon'],
    ['accents', 'Café Škoda', 'cafe skoda'],
    ['punctuation', 'Yes, it is.', 'yes it is'],
    ['apostrophes of any shape', 'don’t', "don't"],
    ['sharp s', 'Straße', 'strasse'],
    ['the two sigmas', 'ΟΔΟΣ', 'οδος'],
    ['marks of Hebrew', 'שָׁלוֹם', 'שלום'],
    ['marks of Arabic', 'مَرْحَبًا', 'مرحبا'],
    ['wide letters', 'ＡＢＣ', 'abc'],
    ['quotation marks', '„Ja“', 'Ja'],
    ['another normal form', 'é', 'e\u0301'],
    ['line ends and blanks', 'one two', '  one\r\n two '],
  ])('is forgiven %s, unless it is to be exact', (_, answer, typed) => {
    expect(compareTyped(answer, typed, 'forgiving').share).toBe(1);
  });

  test.each([
    ['a word', 'red blue', 'red green', 'red -green- +blue+'],
    ['the order', 'a b', 'b a', '-b- a +b+'],
    ['a vowel of Hindi', 'कि', 'की', '-की- +कि+'],
    ['a voiced kana', 'か', 'が', '-が- +か+'],
    ['a symbol', '5 €', '5', '5 +€+'],
    ['the sign of a number', '-5', '5', '+-+ 5'],
    ['a decimal', '3.5', '35', '-35- +3.5+'],
  ])('is not forgiven %s', (_, answer, typed, difference) => {
    expect(compared(answer, typed)).toBe(difference);
  });

  test('of Chinese, Japanese and Thai is compared by its words', () => {
    expect(compared('北京是中国的首都', '北京是中国首都')).toBe('北京是中国 +的+ 首都');
    expect(compareTyped('สวัสดีครับ', 'สวัสดี', 'forgiving')).toMatchObject({ right: 1, of: 2 });
    expect(compareTyped('東京タワー', '東京タワー', 'forgiving').share).toBe(1);
  });

  test('that is to be exact is not forgiven case, accents or punctuation, but typewriter quotes', () => {
    expect(compared('The moon.', 'the moon', 'strict')).toBe('-the- +The+ moon +.+');
    expect(compared('Café', 'Cafe', 'strict')).toBe('-Cafe- +Café+');
    expect(compareTyped('“Don’t”', '"Don\'t"', 'strict').share).toBe(1);
    expect(compareTyped('a  b', 'a b', 'strict').share).toBe(1);
  });

  test('of code keeps its blanks', () => {
    const code = 'if x:\n    go()';
    expect(compareTyped(code, `${code}\r\n`.replace(/\n/g, '\r\n'), 'code').share).toBe(1);
    expect(compareTyped(code, 'if x:\n  go()', 'code').share).toBeLessThan(1);
    expect(compareTyped('a = b', 'a=b', 'code').pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['right', 'a'],
      ['missing', ' '],
      ['right', '='],
      ['missing', ' '],
      ['right', 'b'],
    ]);
  });

  test('of signs alone is compared sign by sign', () => {
    expect(compareTyped('?!', '?!', 'forgiving').share).toBe(1);
    expect(compareTyped('?!', 'yes', 'forgiving').share).toBe(0);
  });

  test('counts words too many against the share', () => {
    expect(compareTyped('water', 'fire earth water air', 'forgiving')).toMatchObject({
      right: 1,
      of: 1,
      share: 0.25,
    });
  });

  test('of a whole book is not compared, and nothing hangs', () => {
    const book = Array.from({ length: 20_000 }, (_, nth) => `w${String(nth)}`).join(' ');
    expect(compareTyped('water', book, 'forgiving')).toMatchObject({ right: 0, of: 1 });
  });
});

const text = fc
  .oneof(
    fc.array(fc.constantFrom('a', 'B', 'é', ' ', ', ', '.', '\n', '汉字', '-', '7', '𝒳', "'"), {
      maxLength: 20,
    }),
    fc.array(anySign, { maxLength: 12 }),
  )
  .map((signs) => signs.join(''));
const rigor = fc.constantFrom<Rigor>('forgiving', 'strict', 'code');

describe('any two texts', () => {
  test('compare without loss: right and missing are the answer, right is counted once', () => {
    fc.assert(
      fc.property(text, text, rigor, (answer, typed, how) => {
        const { pieces, right, of, share } = compareTyped(answer, typed, how);
        const textOf = (kinds: readonly Piece['kind'][]): string =>
          pieces.flatMap((piece) => (kinds.includes(piece.kind) ? [piece.text] : [])).join('');
        const tidy = answer.replace(/\r\n?/g, '\n');
        const bare = (one: string): string => one.replace(/\s/g, '');
        if (of > 0) expect(bare(textOf(['right', 'missing']))).toBe(bare(tidy));
        expect(right).toBeLessThanOrEqual(of);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        // All right is a share of one, and nothing else is.
        expect(share === 1).toBe(of > 0 && pieces.every(({ kind }) => kind === 'right'));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('are all right where they are the same, however exact', () => {
    fc.assert(
      fc.property(text, rigor, (answer, how) => {
        const { of, share } = compareTyped(answer, answer, how);
        expect(share).toBe(of === 0 ? 0 : 1);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('that are right exactly are right forgivingly', () => {
    fc.assert(
      fc.property(text, text, (answer, typed) => {
        if (compareTyped(answer, typed, 'strict').share === 1)
          expect(compareTyped(answer, typed, 'forgiving').share).toBe(1);
      }),
      { numRuns: runs(2000) },
    );
  });
});
