// The words of the screens in another language. English stands in the strings.ts files as code; the others are messages
// (message.ts), of which the same tree of words is made.
import { formatMessage, parseMessage, type Format, type Message, type Rules } from './message.ts';

/** Messages by section and path. English fills in for those that are missing. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Obsidian's names of languages that have more than one: https://github.com/obsidianmd/obsidian-translations */
const sameAs: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'zh-CN': 'zh', 'zh-Hans': 'zh' };

/** How a language writes what is named: `number` for any number, the others as `{0, percent}` asks. */
export type Formats = Readonly<Record<string, Format>> & { readonly number: Format };

function rulesOf(language: string, formats: Formats): Rules {
  const plurals = new Intl.PluralRules(language);
  const plain = (value: unknown): string => {
    if (typeof value === 'number') return formats.number(value);
    if (Array.isArray(value)) return value.map((item) => plain(item)).join(', ');
    return typeof value === 'string' ? value : '';
  };
  return { formats, plain, plural: (count) => plurals.select(count) };
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

/** The words of all sections in a language, as a tree of its own; a word without a message stays English. */
export function translate<Sections extends Readonly<Record<string, object>>>(
  english: Sections,
  language: string,
  messages: Messages,
  formats: Formats,
): Sections {
  const rules = rulesOf(language, formats);
  const sections = Object.entries(english).map(([section, words]) => {
    const texts = messages[section] ?? [];
    let nth = 0;
    // In the order in which the build listed them.
    const inLanguage = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(inLanguage);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inLanguage(inner)]));
      const text = texts[nth] ?? '';
      nth += 1;
      if (text === '') return value;
      return typeof value === 'function' ? writer(text, rules) : text;
    };
    return [section, inLanguage(words)];
  });
  return Object.fromEntries(sections) as Sections;
}

/** Parses its message when it is first shown. */
function writer(text: string, rules: Rules): (...values: unknown[]) => string {
  let message: Message | null = null;
  return (...values) => formatMessage((message ??= parseMessage(text)), values, rules);
}
