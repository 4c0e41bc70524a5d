// The translations, packed by `npm run words` from the JSON files beside this one.
import { inflateSync, strFromU8 } from 'fflate';
import { packed } from './packed.ts';

/** By section, the messages in the order of the English paths. */
export type Catalog = Readonly<Record<string, readonly string[]>>;

/** Obsidian's names of languages that have more than one: https://github.com/obsidianmd/obsidian-translations */
const sameAs: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'zh-CN': 'zh', 'zh-Hans': 'zh' };

/** The catalog of a language as Obsidian names it, or null where there is none. */
export function readCatalog(language: string): Catalog | null {
  const name = sameAs[language] ?? language;
  const text = (packed as Readonly<Record<string, string | undefined>>)[name];
  if (text === undefined) return null;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Catalog;
}
