// What is read aloud of a card, and in which language.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deckLanguage, spokenLanguage } from '../../../src/core/aloud/spoken-language.ts';
import { spokenText } from '../../../src/core/aloud/spoken-text.ts';
import { anySign, runs } from '../../random.ts';

describe('what is read', () => {
  test.each([
    ['sentences', 'It is so. Is it? Yes.', ['It is so.', 'Is it?', 'Yes.']],
    ['words without marks', '## **Slow** [[Wave|waves]] in ==N3==', ['Slow waves in N3']],
    ['items and tasks, one by one', '- one\n- [x] two\n1. three', ['one', 'two', '1. three']],
    ['a gap as a pause', 'About ==[…]== hours', ['About … hours']],
    ['a hint in its gap', 'About ==[a number]== hours', ['About … a number hours']],
    ['the cells of a table', '| a | b |\n|---|:-:|\n| c | d |', ['a, b', 'c, d']],
    ['no formulas', 'So $x^2$ grows.\n\n$$\ny = x\n$$', ['So grows.']],
    [
      'prices',
      'It costs $5 to $10 per unit, or \\$5 and \\$6.',
      ['It costs $5 to $10 per unit, or $5 and $6.'],
    ],
    ['no code', 'Call `f()` now.\n\n```js\nf();\n```\nDone.', ['Call now.', 'Done.']],
    ['no pictures, recordings, comments', '![[a.png]] %% no %% ![x](b.png) Seen. <img src="c">', ['Seen.']],
    ['quotes and callouts', '> [!note] Title\n> Body.', ['Title', 'Body.']],
    ['Japanese sentences', '夢を見る。眠る。', ['夢を見る。', '眠る。']],
    ['nothing where nothing is said', '---\n***\n![[a.png]]', []],
  ])('%s', (_, markdown, sentences) => {
    expect(spokenText(markdown, false)).toEqual(sentences);
  });

  test('formulas and code, where wanted', () => {
    expect(spokenText('So $x$ grows, as `f()` says.\n\n```js\ng(1);\n```', true)).toEqual([
      'So x grows, as f() says.',
      'g(1);',
    ]);
  });

  test('of any text in parts that every voice can read', () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign, maxLength: 600 }), fc.boolean(), (text, symbols) => {
        const parts = spokenText(text, symbols);
        return parts.every((part) => part.length > 0 && part.length <= 200);
      }),
      { numRuns: runs(10_000, 100) },
    );
    const words = spokenText('word '.repeat(100).trim(), false);
    expect(words.join(' ')).toBe('word '.repeat(100).trim());
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(200);
  });
});

describe('the language', () => {
  const language = (text: string, given: Partial<Parameters<typeof spokenLanguage>[0]> = {}) =>
    spokenLanguage({ text, deck: '', property: null, decks: [], app: 'en', ...given });

  test.each([
    ['the note says', { property: 'pt_BR', deck: 'spanish', decks: ['spanish: es'] }, 'pt-BR'],
    [
      'its deck has',
      { deck: 'Languages/Spanish/Verbs', decks: ['languages: fr', 'Languages/Spanish: es'] },
      'es',
    ],
    ['the app has', { deck: 'spanishness', decks: ['spanish: es'] }, 'en'],
    ['the app has, where the note says nonsense', { property: 'no language' }, 'en'],
  ])('is what %s', (_, given, expected) => {
    expect(language('words', given)).toBe(expected);
  });

  test.each([
    ['かな漢字', 'ja'],
    ['汉字', 'zh'],
    ['한국어', 'ko'],
    ['Слово и word', 'ru'],
    ['λέξη', 'el'],
    ['the angle α of it', 'en'],
    ['123', 'en'],
  ])('of %s is %s', (text, expected) => {
    expect(language(text)).toBe(expected);
  });

  test.each([
    ['Spanish: es', { deck: 'spanish', language: 'es' }],
    ['A: b: zh-Hans', { deck: 'a: b', language: 'zh-Hans' }],
    ['Spanish', null],
    ['Spanish: a language', null],
    [': es', null],
  ])('of a deck is read from “%s”', (line, expected) => {
    expect(deckLanguage(line)).toEqual(expected);
  });
});
