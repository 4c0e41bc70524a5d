// Colons between letters or digits: names and addresses, unless the vault shows that its author writes cards so.
import { describe, expect, test } from '@jest/globals';
import { separated, withSchedules } from './separated.ts';

/** `question → answer` of every separator card, with `/` for the end of a line. */
function cardsOf(note: string, gluedSeparators = false): string[] {
  return separated(withSchedules(note), {}, { gluedSeparators })
    .filter(({ source }) => source === 'separator')
    .map(({ question, answer }) => `${question} → ${answer}`.replaceAll('\n', '/'));
}

describe('a glued separator', () => {
  test.each([
    ['Use std::vector for arrays.', ['Use std → vector for arrays.']],
    ['The address fe80::1 is local.', ['The address fe80 → 1 is local.']],
    ['Say :smile::heart: twice.', ['Say :smile → heart: twice.']],
    ['At 12::30 we eat.', ['At 12 → 30 we eat.']],
    ['Capital of France::Paris', ['Capital of France → Paris']],
    ['首都::巴黎', ['首都 → 巴黎']],
    ['élan::été', ['élan → été']],
    ['𝐀::𝐁', ['𝐀 → 𝐁']],
    ['a:::b', ['a → b', 'b → a']],
    ['a::::b', ['a → :b', ':b → a']],
    ['- a::b', ['a → b']],
    ['> a::b', ['a → b']],
    ['- a::b\n    - c', ['a → b/- c']],
  ])('is a card by a setting alone: %s', (note, expected) => {
    expect(cardsOf(note)).toEqual([]);
    expect(cardsOf(note, true)).toEqual(expected);
  });

  test.each([
    ['a blank on one side', 'a ::b', ['a → b']],
    ['a blank on the other', 'an a:: b', ['an a → b']],
    ['a question mark before it', 'Capital of France?::Paris', ['Capital of France? → Paris']],
    ['bold around a side', '**France**::Paris', ['France → Paris']],
    ['a formula on a side', 'France::$x$', ['France → $x$']],
    ['a link on a side', '[[France]]::Paris', ['[[France]] → Paris']],
  ])('is not a card with %s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });

  test('does not hide an intended one on its line', () => {
    expect(cardsOf('std::vector :: a list, unlike std::map')).toEqual([
      'std::vector → a list, unlike std::map',
    ]);
  });

  test('divides if a schedule proves it', () => {
    expect(cardsOf('a::b SR\n\nc::d\nSR\n\n- e::f\n  SR\n    - g\n\nh::i')).toEqual([
      'a → b',
      'c → d',
      'e → f/- g',
    ]);
  });

  test('takes no lines from an answer', () => {
    expect(cardsOf('- Arrays :: Lists\n    - as std::vector')).toEqual(['Arrays → Lists/- as std::vector']);
    expect(cardsOf('Q\n?\n\nUse std::vector')).toEqual(['Q → Use std::vector']);
  });

  test('that was reviewed below a lone mark is its own card', () => {
    expect(cardsOf('Q\n?\n\na::b SR')).toEqual(['a → b']);
  });

  test('is only one of colons: another mark is always meant', () => {
    const cards = separated('a;;b', { inline: ';;' }).map(({ source }) => source);
    expect(cards).toEqual(['separator']);
  });

  test('of many colons takes time only by its length', () => {
    expect(cardsOf(`a${':'.repeat(200_000)}b`)).toEqual([]);
  });
});
