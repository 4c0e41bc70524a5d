// Compares a catalog with the English words: which ones it lacks, and its messages in order.
import { betweenMessages, type Catalog, type Messages } from '../../src/locale/language.ts';
import { parseMessage, type Message } from '../../src/locale/message.ts';
import { buildFormat } from '../../src/ui/format.ts';
import { sectionsOf } from '../../src/ui/locale.ts';
import { pathsOf, valueAt } from './paths.ts';

/** The English words, by section. */
export const english: Readonly<Record<string, object>> = sectionsOf(buildFormat('en'));

/** Section and path of each word without a message, in screen order. */
export function missingFrom(catalog: Catalog): readonly (readonly [section: string, path: string])[] {
  return Object.entries(english).flatMap(([section, words]) =>
    pathsOf(words)
      .filter((path) => !catalog[section]?.[path])
      .map((path) => [section, path] as const),
  );
}

/** The same message in fewer characters, as main.js has it. */
export function shortMessage(text: string): string {
  return written(parseMessage(text), null);
}

/** @param counted the argument that `#` stands for */
function written(message: Message, counted: string | null): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      const { argument } = part;
      if ('format' in part) {
        if (part.format !== '') return `{${argument},${part.format}}`;
        return argument === counted ? '#' : `{${argument}}`;
      }
      const cases = [...part.cases].map(([name, inner]) => [name, written(inner, argument)] as const);
      const other = part.cases.get('other');
      const rest = other && written(other, argument);
      // A category without a case of its own takes “other”.
      const own = cases.filter(([name, text]) => name === 'other' || name.startsWith('=') || text !== rest);
      return `{${argument} ${own.map(([name, text]) => `${name}{${text}}`).join('')}}`;
    })
    .join('');
}

/** The messages alone, in the order of the English words, each text once. */
export function messagesOf(catalog: Catalog): Messages {
  const before = new Map<string, number>();
  const texts = Object.entries(english).flatMap(([section, words]) =>
    pathsOf(words).map((path) => {
      const text = catalog[section]?.[path] ?? '';
      // Only the translation of a function is a message; other words may hold braces.
      return typeof valueAt(words, path) === 'function' ? shortMessage(text) : text;
    }),
  );
  return texts
    .map((text, nth) => {
      const same = `=${String(before.get(text) ?? nth)}`;
      if (before.has(text)) return same.length < text.length ? same : text;
      before.set(text, nth);
      return text;
    })
    .join(betweenMessages);
}
