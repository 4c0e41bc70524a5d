// The language of the screens. English stands in the strings.ts files as code; the others are messages (message.ts)
// that are laid over it once, before anything is drawn.
import type { Catalog } from './catalog.ts';
import { formatMessage, parseMessage, type Format, type Locale } from './message.ts';

type Words = Record<string, unknown>;

/** How a language writes what is named: `number` for any number, the others as `{0, percent}` asks. */
export type Formats = Readonly<Record<string, Format>> & { readonly number: Format };

const registered = new Map<string, Words>();

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

function put(words: Words, path: string, text: string, locale: Locale): void {
  const found = parentOf(words, path);
  if (!found || text === '') return;
  const { parent, name } = found;
  if (typeof parent[name] !== 'function') {
    parent[name] = text;
    return;
  }
  const message = parseMessage(text);
  parent[name] = (...values: unknown[]) => formatMessage(message, values, locale);
}

/** Words of a screen, in the language of the app. `section` is their name in the catalogs. */
export function translated<T extends object>(section: string, words: T): T {
  registered.set(section, words as Words);
  return words;
}

/** The words of every screen, by section. */
export function registeredWords(): ReadonlyMap<string, object> {
  return registered;
}

/** Differs between words of different paths, so that messages are never laid over words that they do not belong to. */
export function idOfWords(): string {
  const paths = [...registered].map(([section, words]) => `${section} ${pathsOf(words).join(' ')}`).sort();
  let id = 0;
  for (const char of paths.join('\n')) id = (Math.imul(id, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return id.toString(36);
}

/** Lays a language over all words. Call it once, before the first of them is used. */
export function useLanguage(language: string, catalog: Catalog, formats: Formats): void {
  const locale = localeOf(language, formats);
  for (const [section, words] of registered) {
    const texts = catalog[section] ?? [];
    pathsOf(words).forEach((path, index) => put(words, path, texts[index] ?? '', locale));
  }
}
