// Compares a catalog with the English words: which ones it lacks, and its messages in order.
import { betweenMessages, plainChoice, type Catalog, type Messages } from '../../src/locale/language.ts';
import { parseMessage, type Message } from '../../src/locale/message.ts';
import { buildFormat } from '../../src/ui/format.ts';
import { sectionsOf } from '../../src/ui/locale.ts';
import { pathsOf, valueAt } from './paths.ts';

/** The English words, by section. */
export const english: Readonly<Record<string, object>> = sectionsOf(buildFormat('en'));

/** What the command line says, which is in English in every language, as Obsidian's own is. */
export function isEnglishOnly(section: string, path: string): boolean {
  return /^(?:app answer|main outside)\//.test(`${section} ${path}`);
}

/** Section and path of each word without a message, in screen order. */
export function missingFrom(catalog: Catalog): readonly (readonly [section: string, path: string])[] {
  return Object.entries(english).flatMap(([section, words]) =>
    pathsOf(words)
      .filter((path) => !catalog[section]?.[path] && !isEnglishOnly(section, path))
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

/** The messages alone, in the order of the English words, each text and what it counts once. */
export function messagesOf(catalog: Catalog): Messages {
  const before = new Map<string, number>();
  const counted = new Map<string, number>();
  return Object.entries(english)
    .flatMap(([section, words]) =>
      pathsOf(words).map((path) => [section, path, valueAt(words, path)] as const),
    )
    .map(([section, path, word], nth) => {
      const text = catalog[section]?.[path] ?? '';
      // Only the translation of a function is a message; other words may hold braces.
      const message = typeof word === 'function' ? shortMessage(text) : text;
      const same = before.get(message);
      if (same !== undefined) {
        const reference = `=${String(same)}`;
        return reference.length < message.length ? reference : message;
      }
      before.set(message, nth);
      return typeof word === 'function' ? countedOnce(message, nth, counted) : message;
    })
    .join(betweenMessages);
}

/** @param counted cases by the number of the message whose first choice has them; takes those of this one */
function countedOnce(message: string, nth: number, counted: Map<string, number>): string {
  let hasOwn = false;
  return message.replaceAll(new RegExp(plainChoice, 'g'), (choice, argument: string, cases: string) => {
    const known = counted.get(cases);
    if (known !== undefined) {
      const reference = `{${argument} @${String(known)}}`;
      if (reference.length < choice.length) return reference;
    } else if (!hasOwn) counted.set(cases, nth);
    hasOwn = true;
    return choice;
  });
}
