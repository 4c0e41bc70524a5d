// What the settings change; the shapes of notes stand in the fixtures.
import { describe, expect, test } from '@jest/globals';
import type { CardOptions, Separators } from '../../../../src/core/card/options.ts';
import { separated } from './separated.ts';

function sides(
  text: string,
  separators: Partial<Separators> = {},
  more: Partial<CardOptions> = {},
): string[] {
  return separated(text, separators, more)
    .filter(({ source }) => source === 'separator')
    .map(({ question, answer }) => `${question} → ${answer}`.replaceAll('\n', '↵'));
}

describe('a separator', () => {
  test.each([
    ['inline', 'Q >> A', 'Q → A'],
    ['inlineBoth', 'Q >> A', 'Q → A'],
    ['block', 'Q\n@@\nA', 'Q → A'],
    ['blockBoth', 'Q\n%\nA', 'Q → A'],
  ] as const)('can be another text: %s', (name, text, card) => {
    const mark = text.replaceAll(/[QA \n]/g, '');
    expect(sides(text, { [name]: mark })).toContain(card);
  });

  test('that is empty is off', () => {
    expect(sides('Q :: A\n\nQ\n?\nA', { inline: '', block: '' })).toEqual([]);
  });

  test('is left to the answer around it where the source is off', () => {
    expect(sides('Q :: A', {}, { sourcesOff: ['separator'] })).toEqual([]);
  });

  test('ends at its end mark if there is one, blank lines or not', () => {
    expect(sides('Q\n?\nA\n\nB\n+++\nafter', { blockEnd: '+++' })).toEqual(['Q → A↵↵B']);
  });

  test('includes its end mark, so that the next question does not begin with it', () => {
    expect(sides('Q\n?\nA\n+++\nQ2\n?\nB\n+++', { blockEnd: '+++' })).toEqual(['Q → A', 'Q2 → B']);
  });

  test('takes an answer below one blank line if none is adjacent', () => {
    expect(sides('Q\n?\n\nA\n\nafter')).toEqual(['Q → A']);
  });

  test('leaves out the bold marks of a whole line', () => {
    expect(sides('**Q :: A**')).toEqual(['Q → A']);
  });

  test('ends with its list item', () => {
    expect(sides('- before\n- Q\n  ?\n  A\n- after')).toEqual(['Q → A']);
  });

  test('in a quote has sides without quote marks', () => {
    expect(sides('> Q\n> ?\n> A\n> more')).toEqual(['Q → A↵more']);
  });

  test('divides at the first place that is not code, maths or a link', () => {
    const glued = { gluedSeparators: true };
    expect(sides('`a::b` and [x](y::z) and $c::d$ and [[e::f]] :: A', {}, glued)).toEqual([
      '`a::b` and [x](y::z) and $c::d$ and [[e::f]] → A',
    ]);
  });
});
