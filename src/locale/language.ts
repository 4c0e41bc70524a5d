// The language of the screens. English stands in the strings.ts files as code; the others are messages (message.ts)
// that are laid over it once, before anything is drawn.
import { formatMessage, parseMessage, type Format, type Locale, type Message } from './message.ts';

type Words = Record<string, unknown>;

/** Messages by section and path. English fills in for those that are missing. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Obsidian's names of languages that have more than one: https://github.com/obsidianmd/obsidian-translations */
const sameAs: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'zh-CN': 'zh', 'zh-Hans': 'zh' };

/** How a language writes what is named: `number` for any number, the others as `{0, percent}` asks. */
export type Formats = Readonly<Record<string, Format>> & { readonly number: Format };

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
  let message: Message | null = null;
  parent[name] = (...values: unknown[]) => formatMessage((message ??= parseMessage(text)), values, locale);
}

/** The name of the catalog for a language as Obsidian names it. */
export function catalogName(language: string): string {
  return sameAs[language] ?? language;
}

/**
 * A catalog as main.js carries it, without its paths, which would be a third of it: the messages of each section in
 * the order of `pathsOf`, `''` for one that is missing. The build makes it from the words that it bundles.
 */
export type Messages = Readonly<Record<string, readonly string[] | undefined>>;

/** Lays a language over the words of all sections. Call it once, before the first of them is used. */
export function useLanguage(
  sections: Readonly<Record<string, object>>,
  language: string,
  messages: Messages,
  formats: Formats,
): void {
  const locale = localeOf(language, formats);
  for (const [section, words] of Object.entries(sections)) {
    const texts = messages[section];
    if (texts) pathsOf(words).forEach((path, nth) => put(words as Words, path, texts[nth] ?? '', locale));
  }
}
