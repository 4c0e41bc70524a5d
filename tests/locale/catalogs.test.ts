import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  english as sections,
  isEnglishOnly,
  missingFrom,
  shortMessage,
} from '../../scripts/locale/missing.ts';
import { pathsOf, valueAt } from '../../scripts/locale/paths.ts';
import { catalogName } from '../../src/locale/language.ts';
import { argumentsOf, formatMessage, parseMessage } from '../../src/locale/message.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/locale');
type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;
const catalogs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [name.slice(0, -'.json'.length), JSON.parse(text) as Catalog] as const;
  });

const english = new Map<string, unknown>(
  Object.entries(sections).flatMap(([section, words]) =>
    pathsOf(words).map((path) => [`${section} ${path}`, valueAt(words, path)] as const),
  ),
);

function textsOf(catalog: Catalog): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalog).flatMap(([section, texts]) =>
      Object.entries(texts).map(([path, text]) => [`${section} ${path}`, text] as const),
    ),
  );
}

/** The arguments that the English function uses, by its code: those that it names. */
function englishArguments(value: unknown): number {
  return typeof value === 'function' ? value.length : 0;
}

const argumentCount = (text: string): number => Math.max(-1, ...argumentsOf(parseMessage(text))) + 1;

const translated = [...english.keys()].filter((key) => {
  const [section = '', path = ''] = key.split(' ');
  return !isEnglishOnly(section, path);
});

describe('the catalogs', () => {
  test('are those of seven languages beside English', () => {
    expect(catalogs.map(([language]) => language)).toEqual(['de', 'es', 'fr', 'ja', 'pt', 'ru', 'zh']);
  });

  test.each(catalogs)('%s has every word and no others', (_, catalog) => {
    expect([...textsOf(catalog).keys()].sort()).toEqual([...translated].sort());
  });

  test.each(catalogs)('%s uses every argument and no others', (_, catalog) => {
    const differing = [...textsOf(catalog)].filter(([path, text]) => {
      const value = english.get(path);
      return typeof value === 'function' && argumentCount(text) !== englishArguments(value);
    });
    expect(differing).toEqual([]);
  });

  test.each(catalogs)('%s has the plural forms of its language wherever it counts', (language, catalog) => {
    const rules = new Intl.PluralRules(language);
    // Of whole numbers as cards are counted: some languages have a form for millions alone.
    const categories = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    const wrong = [...textsOf(catalog)].filter(
      ([, text]) =>
        text.includes(', plural,') &&
        !parseMessage(text).every(
          (part) =>
            typeof part === 'string' ||
            !('cases' in part) ||
            [...categories].every((category) => part.cases.has(category)),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(catalogs)('%s says the same in the short form of main.js', (language, catalog) => {
    const categories = new Intl.PluralRules(language);
    const plural = (count: number): string => categories.select(count);
    const rules = { formats: {}, plain: String, plural };
    for (const text of [...textsOf(catalog).values()].filter((one) => one.includes(', plural,')))
      for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 1_000_000, 0.5]) {
        const said = (message: string): string =>
          formatMessage(parseMessage(message), [count, count, count, count], rules);
        expect(said(shortMessage(text))).toBe(said(text));
      }
  });

  test('a short form has no case that says what “other” says', () => {
    expect(shortMessage('{0, plural, one {# a} other {{1} b}}')).toBe('{0 one{# a}other{{1} b}}');
    expect(shortMessage('{0, plural, =1 {# b} one {# a} many {# b} other {# b}}')).toBe(
      '{0 =1{# b}one{# a}other{# b}}',
    );
  });

  test('are all bundled', () => {
    const code = readFileSync(join(folder, 'catalogs.ts'), 'utf8');
    const bundled = [...code.matchAll(/from '\.\/(\w+)\.json\?raw'/g)].map(([, language]) => language);
    expect(bundled).toEqual(catalogs.map(([language]) => language));
  });

  test("go by Obsidian's names for languages", () => {
    expect(['pt-BR', 'zh-CN', 'zh-Hans', 'de', 'xx', ''].map(catalogName)).toEqual([
      'pt',
      'zh',
      'zh',
      'de',
      'xx',
      '',
    ]);
  });

  test('that lack a word, or have it empty, are named with it', () => {
    const [first = ''] = english.keys();
    const [section = '', path = ''] = first.split(' ');
    const [, whole] = catalogs[0] ?? [];
    if (!whole) throw new Error('no catalog');
    expect(missingFrom(whole)).toEqual([]);
    expect(missingFrom({ ...whole, [section]: { ...whole[section], [path]: '' } })).toEqual([
      [section, path],
    ]);
    expect(missingFrom({}).length).toBe(translated.length);
  });
});

test('the words of every strings.ts have a section, or are a part of one', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /strings\.ts$/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
  const declared = files.flatMap((code) =>
    [...code.matchAll(/^export const (\w*words)\b/gim)].map(([, name]) => name ?? ''),
  );
  const sectionCode = readFileSync(join(root, 'src/ui/locale.ts'), 'utf8');
  const partOf = (name: string): boolean => files.some((code) => new RegExp(`: ${name},$`, 'm').test(code));
  expect(declared.length).toBeGreaterThanOrEqual(Object.keys(sections).length);
  expect(
    declared.filter((name) => !new RegExp(`: ${name}(?:\\(format\\))?,`).test(sectionCode) && !partOf(name)),
  ).toEqual([]);
});

describe('an English word', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/strings\.ts$/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const named = new Set(code.match(/[A-Za-z_$][\w$]*/g));

  test('is on some screen', () => {
    // The words of an option are found by its path, those of a source or a reason by its name.
    const byName =
      /^(options|choices|groups) |^main (sources|skipped)\/|^cardList (exampleQueries|problems)\/|^statistics (sources|weights\/refused)\//;
    const unused = [...english.keys()].filter((path) => {
      const steps = path.split(' ')[1]?.split('/') ?? [];
      const last = steps.filter((step) => !/^\d+$/.test(step)).at(-1) ?? '';
      return !byName.test(path) && !named.has(last);
    });
    expect(unused).toEqual([]);
  });
});
