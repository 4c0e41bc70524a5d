import { describe, expect, test } from '@jest/globals';
import { argumentsOf, formatMessage, parseMessage, type Rules } from '../../src/locale/message.ts';

const russian = new Intl.PluralRules('ru');
const rules: Rules = {
  formats: { percent: (value) => `${String(Math.round(Number(value) * 100))} %` },
  plain: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
  plural: (count) => russian.select(count),
};
const write = (text: string, ...values: unknown[]): string =>
  formatMessage(parseMessage(text), values, rules);

describe('a message', () => {
  test.each([
    ['no arguments', 'Fertig.', [], 'Fertig.'],
    ['arguments in another order', '{1} in {0}', ['a', 2], '2 in a'],
    ['a part of an argument', '{0.due} fällig', [{ due: 3 }], '3 fällig'],
    ['a list', 'auch {0}', [['a', 'b']], 'auch a, b'],
    ['a named format', '{0, percent} sicher', [0.9], '90 % sicher'],
    ['an exact number', '{0, plural, =0 {keine} other {#}}', [0], 'keine'],
    ['a choice in a choice', '{0, plural, other {{1, plural, =1 {a} other {b}}}}', [5, 1], 'a'],
    ['the sign of a number outside of a choice', '# {0}', [1], '# 1'],
  ] as const)('with %s is written', (_, text, values, expected) => {
    expect(write(text, ...values)).toBe(expected);
  });

  test.each([
    [1, '1 карточка'],
    [3, '3 карточки'],
    [5, '5 карточек'],
    [21, '21 карточка'],
    [1.5, '1.5 карточки'],
  ])('takes the plural form of the language for %s', (count, expected) => {
    expect(
      write('{0, plural, one {# карточка} few {# карточки} many {# карточек} other {# карточки}}', count),
    ).toBe(expected);
  });

  test.each(['{0', 'a } b', '{0, plural, one {a}', '{0, percent'])(
    'that is broken (%s) is refused',
    (text) => {
      expect(() => parseMessage(text)).toThrow(SyntaxError);
    },
  );

  test('says which arguments it names, in its choices too', () => {
    expect([...argumentsOf(parseMessage('{2.due} {0, plural, =0 {} other {{1}}}'))].sort()).toEqual([
      0, 1, 2,
    ]);
  });
});
