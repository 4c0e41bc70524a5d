import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { registeredWords } from '../../scripts/words/sections.ts';
import { catalogMark, readCatalog } from '../../src/words/catalog.ts';
import { idOfWords, pathsOf, valueAt } from '../../src/words/language.ts';
import { argumentsOf, parseMessage } from '../../src/words/message.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/words');
const styles = readFileSync(join(root, 'styles.css'), 'utf8');
type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;
const catalogs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [name.slice(0, -'.json'.length), JSON.parse(text) as Catalog] as const;
  });

const english = new Map<string, unknown>(
  [...registeredWords()].flatMap(([section, words]) =>
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

describe('the catalogs', () => {
  test('are those of seven languages beside English', () => {
    expect(catalogs.map(([language]) => language)).toEqual(['de', 'es', 'fr', 'ja', 'pt', 'ru', 'zh']);
  });

  test.each(catalogs)('%s has every word and none besides', (_, catalog) => {
    expect([...textsOf(catalog).keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(catalogs)('%s uses every argument and none besides', (_, catalog) => {
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

  test.each(catalogs)('%s is packed as it stands', async (language, catalog) => {
    const inOrder = [...registeredWords()].map(([section, words]) => [
      section,
      pathsOf(words).map((path) => catalog[section]?.[path]),
    ]);
    expect(await readCatalog(language, idOfWords(), styles)).toEqual(Object.fromEntries(inOrder));
  });

  test.each(['en', 'xx', ''])('hold nothing for %p, which stays English', async (language) => {
    expect(await readCatalog(language, idOfWords(), styles)).toBeNull();
  });

  test('hold nothing for the words of another version', async () => {
    expect(await readCatalog('de', 'other', styles)).toBeNull();
  });

  test('know the names that Obsidian has for a language', async () => {
    const plain = await readCatalog('de', idOfWords(), styles);
    const named = await readCatalog('pt-BR', idOfWords(), styles.replace('words de ', 'words pt '));
    expect(named).toEqual(plain);
  });

  test('are refused where they are damaged', async () => {
    const damaged = `${catalogMark('de', 'id')}${'A'.repeat(40)} */`;
    await expect(readCatalog('de', 'id', damaged)).rejects.toThrow();
  });
});

describe('an English word', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/strings\.ts$/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const named = new Set(code.match(/[A-Za-z_$][\w$]*/g));

  test('stands on some screen', () => {
    // The words of an option are found by its path, those of a source or a reason by its name.
    const byName =
      /^(options|choices|groups) |^main (sources|skipped)\/|^card-list (exampleQueries|problems)\/|^statistics (sources|weights\/refused)\//;
    const unused = [...english.keys()].filter((path) => {
      const steps = path.split(' ')[1]?.split('/') ?? [];
      const last = steps.filter((step) => !/^\d+$/.test(step)).at(-1) ?? '';
      return !byName.test(path) && !named.has(last);
    });
    expect(unused).toEqual([]);
  });
});
