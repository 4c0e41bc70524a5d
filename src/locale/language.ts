// Loads the UI text in another language. English is in the strings.ts files as code; other languages are messages
// (message.ts), from which the same text tree is built.
import { formatMessage, parseMessage, type Format, type Message, type Rules } from './message.ts';

/** Messages by section and path. English fills in for missing ones. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Obsidian's names for languages with more than one name: https://github.com/obsidianmd/obsidian-translations */
const sameAs: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'zh-CN': 'zh', 'zh-Hans': 'zh' };

/** How a language formats named values: `number` for any number, the others as requested by `{0, percent}`. */
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

/** The name of the catalog for a language, given Obsidian's name for it. */
export function catalogName(language: string): string {
  return sameAs[language] ?? language;
}

/**
 * A catalog as bundled in main.js, without its paths, which would be a third of it: the messages in the order of the
 * English words, with a `|` between; empty for a missing one, and `=12` for one that is the same as number 12, counted from
 * 0. What is counted is written once: `{1 @12}` counts as the first choice of number 12 does. The build creates it from
 * the text it bundles.
 */
export type Messages = string;

/** Between messages in `Messages`; no message has it. */
export const betweenMessages = '|';

/** A choice none of whose cases has another part but `#`: the argument, and the cases. */
export const plainChoice = /\{(\d+) ((?:[a-z=\d]+\{[^{}]*\})+)\}/;

/** The text of all sections in a language, as a separate tree; text without a message stays English. */
export function translate<Sections extends Readonly<Record<string, object>>>(
  english: Sections,
  language: string,
  messages: Messages,
  formats: Formats,
): Sections {
  const rules = rulesOf(language, formats);
  const texts = messages.split(betweenMessages);
  let nth = 0;
  // In the order in which the build listed them.
  const inLanguage = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inLanguage);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inLanguage(inner)]));
    const own = texts[nth] ?? '';
    nth += 1;
    const text = texts[Number(/^=(\d+)$/.exec(own)?.[1])] ?? own;
    if (text === '') return value;
    if (typeof value !== 'function') return text;
    const counted = (_: string, at: string): string => plainChoice.exec(texts[Number(at)] ?? '')?.[2] ?? '';
    return writer(text.replace(/@(\d+)(?=\})/g, counted), rules);
  };
  return inLanguage(english) as Sections;
}

/** Parses the message when it is first shown. */
function writer(text: string, rules: Rules): (...values: unknown[]) => string {
  let message: Message | null = null;
  return (...values) => formatMessage((message ??= parseMessage(text)), values, rules);
}
