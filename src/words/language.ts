// The language of the screens. English stands in the strings.ts files as code; the others are messages (message.ts)
// that are laid over it once, before anything is drawn.
import { readCatalog, type Catalog } from './catalog.ts';
import { formatMessage, parseMessage, type Format, type Locale } from './message.ts';

type Words = Record<string, unknown>;

/** How a language writes what is named: `number` for any number, the others as `{0, percent}` asks. */
export type Formats = Readonly<Record<string, Format>> & { readonly number: Format };

const registered = new Map<string, Words>();
let catalog: Catalog | null = null;
let locale: Locale | null = null;

function localeOf(language: string, formats: Formats): Locale {
  const rules = new Intl.PluralRules(language);
  const plain = (value: unknown): string => {
    if (typeof value === 'number') return formats.number(value);
    if (Array.isArray(value)) return value.map((item) => plain(item)).join(', ');
    return typeof value === 'string' ? value : '';
  };
  return { formats, plain, plural: (count) => rules.select(count) };
}

/** The texts and functions of a tree of words, by their path: `review/done/close`. */
export function pathsOf(words: object, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? pathsOf(value, `${prefix}${name}/`) : [`${prefix}${name}`],
  );
}

function parentOf(words: object, path: string): { readonly parent: Words; readonly name: string } | null {
  const names = path.split('/');
  const name = names.pop() ?? '';
  let parent: unknown = words;
  for (const step of names) parent = (parent as Words | undefined)?.[step];
  return typeof parent === 'object' && parent !== null && name in parent
    ? { parent: parent as Words, name }
    : null;
}

/** The text or function at a path of `pathsOf`. */
export function valueAt(words: object, path: string): unknown {
  const found = parentOf(words, path);
  return found?.parent[found.name];
}

function put(words: Words, path: string, text: string): void {
  const found = parentOf(words, path);
  if (!found || !locale) return;
  const { parent, name } = found;
  if (typeof parent[name] !== 'function') {
    parent[name] = text;
    return;
  }
  const used = locale;
  const message = parseMessage(text);
  parent[name] = (...values: unknown[]) => formatMessage(message, values, used);
}

/** Messages of another number than the English words have belong to other words: those stay English. */
function translate(section: string, words: Words): void {
  const texts = catalog?.[section];
  const paths = pathsOf(words);
  if (texts?.length === paths.length) texts.forEach((text, index) => put(words, paths[index] ?? '', text));
}

/** Words of a screen, in the language of the app. `section` is their name in the catalogs. */
export function translated<T extends object>(section: string, words: T): T {
  registered.set(section, words as Words);
  translate(section, words as Words);
  return words;
}

/** The words of every screen that has loaded, by section. */
export function registeredWords(): ReadonlyMap<string, object> {
  return registered;
}

/**
 * Lays a language over all words, those of screens that load later too; one without a catalog leaves English. Call it
 * once, first of all. Gives the language that the screens are in.
 */
export function useLanguage(language: string, formats: Formats): string {
  catalog = readCatalog(language);
  if (!catalog) return 'en';
  locale = localeOf(language, formats);
  for (const [section, words] of registered) translate(section, words);
  return language;
}
