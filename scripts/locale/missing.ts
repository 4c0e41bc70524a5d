// Which English words a catalog lacks.
import { pathsOf, type Catalog } from '../../src/locale/language.ts';
import { registeredWords } from './sections.ts';

/** Section and path of each word without a message, in the order of the screens. */
export function missingFrom(catalog: Catalog): readonly (readonly [section: string, path: string])[] {
  return [...registeredWords()].flatMap(([section, words]) =>
    pathsOf(words)
      .filter((path) => !catalog[section]?.[path])
      .map((path) => [section, path] as const),
  );
}
