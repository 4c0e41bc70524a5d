// A catalog held against the English words: which it lacks, and its messages in their order.
import { pathsOf, type Catalog, type Messages } from '../../src/locale/language.ts';
import { sections } from '../../src/ui/locale.ts';

/** Section and path of each word without a message, in the order of the screens. */
export function missingFrom(catalog: Catalog): readonly (readonly [section: string, path: string])[] {
  return Object.entries(sections).flatMap(([section, words]) =>
    pathsOf(words)
      .filter((path) => !catalog[section]?.[path])
      .map((path) => [section, path] as const),
  );
}

/** The messages alone, in the order of the English words. */
export function messagesOf(catalog: Catalog): Messages {
  return Object.fromEntries(
    Object.entries(sections).map(([section, words]) => [
      section,
      pathsOf(words).map((path) => catalog[section]?.[path] ?? ''),
    ]),
  );
}
