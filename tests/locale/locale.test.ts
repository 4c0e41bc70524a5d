// A locale is an object of its own: what one says changes nothing for another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isEnglishOnly, messagesOf } from '../../scripts/locale/missing.ts';
import { pathsOf, valueAt } from '../../scripts/locale/paths.ts';
import { problemMessage } from '../../src/core/text/message.ts';
import { betweenMessages, type Catalog } from '../../src/locale/language.ts';
import { buildLocale, sectionsOf, type Locale } from '../../src/ui/locale.ts';
import { english } from '../english.ts';

const catalogOf = (language: string): Catalog =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../src/locale/${language}.json`), 'utf8')) as Catalog;

const build = (language: string, catalog = catalogOf(language)): Locale =>
  buildLocale(language, messagesOf(catalog));

/** A plain word, a count, a format, a list, a text of a list, and a sentence of the core. */
const samples = ({ main, format, say }: Locale): readonly string[] => [
  main.again,
  main.cards(1234.5),
  format.days(4),
  main.review.aliases(['a', 'b']),
  main.info.columns[1] ?? '',
  format.percent(0.5),
  say(problemMessage('log/wrongValue', 'g', '9')),
];

const expected = {
  de: [
    'Nochmal',
    '1.234,5 Karten',
    '4 Tg.',
    'Auch genannt: a, b',
    'Bewertung',
    '50\u00a0%',
    '„g“ kann nicht 9 sein.',
  ],
  en: [
    'Again',
    '1,234.5 cards',
    '4 d',
    'Also called a, b',
    english.main.info.columns[1],
    '50%',
    "“g” can't be 9.",
  ],
};

describe('two locales in one program', () => {
  test('each say their own words, in whichever order they are built and asked', () => {
    const before = build('de');
    const between = buildLocale('en', null);
    const after = build('de');
    expect([samples(before), samples(between), samples(after), samples(english)]).toEqual([
      expected.de,
      expected.en,
      expected.de,
      expected.en,
    ]);
  });

  test('of a language as Obsidian names its variety take its plurals and numbers', () => {
    const brazilian = build('pt-BR', catalogOf('pt'));
    expect(brazilian.main.cards(2)).toBe(build('pt').main.cards(2));
    expect(brazilian.format.number(1234.5)).toBe('1.234,5');
  });
});

test.each([
  ['that nobody translated', null],
  ['whose catalog is empty', '{}'],
])('the words of a language %s are English', (_, messages) => {
  const { main, problems, card } = buildLocale('fi', messages);
  expect([main.again, main.hard, problems.note.openFence, card.info]).toEqual([
    english.main.again,
    english.main.hard,
    english.problems.note.openFence,
    english.card.info,
  ]);
});

test('with numbers formatted as in English if nobody translated it', () => {
  expect(samples(buildLocale('fi', null))).toEqual(expected.en);
});

test('a word that the catalog lacks is English, and the others are not', () => {
  const catalog = catalogOf('de');
  const { main, say } = build('de', {
    ...catalog,
    main: { ...catalog['main'], again: '', cards: '' },
    problems: { ...catalog['problems'], 'note/openFence': '' },
  });
  expect([main.again, main.cards(3), main.hard, say(problemMessage('note/openFence'))]).toEqual([
    'Again',
    '3 cards',
    'Schwer',
    'This code fence is never closed, so all below is code.',
  ]);
});

test('a translation has every section and every word that the English has', () => {
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== 'object' || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]));
  };
  for (const language of ['de', 'es', 'fr', 'ja', 'pt', 'ru', 'zh'])
    expect(shape(build(language))).toEqual(shape(english));
});

describe('a text that stands in several places', () => {
  test.each(['de', 'es', 'fr', 'ja', 'pt', 'ru', 'zh'])(
    'is in %s in each of them what the catalog says',
    (language) => {
      const catalog = catalogOf(language);
      const texts = Object.values(catalog).flatMap((messages) => Object.values(messages ?? {}));
      expect(texts.filter((text) => text.includes(betweenMessages) || /^=\d+$/.test(text))).toEqual([]);
      expect(messagesOf(catalog)).toMatch(/\|=\d+\|/);
      const locale = build(language, catalog);
      const wrong = Object.entries(sectionsOf(locale.format)).flatMap(([section, english]) => {
        const words = Object.entries(locale).find(([name]) => name === section)?.[1] as object;
        return pathsOf(english).filter((path) => {
          const own = valueAt(words, path);
          return typeof own === 'string' && !isEnglishOnly(section, path) && own !== catalog[section]?.[path];
        });
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('what messages count is written once', () => {
  test.each(['de', 'es', 'fr', 'ja', 'pt', 'ru', 'zh'])(
    'and in %s each still says what it says in full',
    (language) => {
      const catalog = catalogOf(language);
      const bundled = messagesOf(catalog);
      // Without plurals, messages share no count.
      expect(bundled).toMatch(['ja', 'zh'].includes(language) ? /\{\d\}/ : /\{\d @\d+\}/);
      const inFull = Object.entries(sectionsOf(english.format))
        .flatMap(([section, words]) => pathsOf(words).map((path) => catalog[section]?.[path] ?? ''))
        .join(betweenMessages);
      const [short, full] = [buildLocale(language, bundled), buildLocale(language, inFull)];
      const said = (locale: Locale, section: string, path: string, count: number): unknown => {
        const words = Object.entries(locale).find(([name]) => name === section)?.[1] as object;
        const word = valueAt(words, path);
        if (typeof word !== 'function') return word;
        try {
          return (word as (...values: unknown[]) => unknown)(count, count, count, count);
        } catch (error) {
          return String(error);
        }
      };
      for (const [section, words] of Object.entries(sectionsOf(short.format)))
        for (const path of pathsOf(words))
          for (const count of [0, 1, 2, 5])
            expect([path, said(short, section, path, count)]).toEqual([
              path,
              said(full, section, path, count),
            ]);
    },
  );
});
