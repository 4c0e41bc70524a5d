// The translations, packed by `npm run words` from the JSON files beside this one into comments at the end of
// styles.css: seven languages are 100 kB, which no phone should read as a part of main.js for the one that it shows.

/** By section, the messages in the order of the English paths. */
export type Catalog = Readonly<Record<string, readonly string[]>>;

/** Obsidian's names of languages that have more than one: https://github.com/obsidianmd/obsidian-translations */
const sameAs: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'zh-CN': 'zh', 'zh-Hans': 'zh' };

/** How the comment of a language begins. `wordsId` says of which English words it is, see `idOfWords`. */
export function catalogMark(language: string, wordsId: string): string {
  return `/* words ${language} ${wordsId} `;
}

async function inflate(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).text();
}

/**
 * The catalog of a language as Obsidian names it, or null where `styles`, the text of styles.css, has none for these
 * words. Rejects where it is damaged.
 */
export async function readCatalog(
  language: string,
  wordsId: string,
  styles: string,
): Promise<Catalog | null> {
  const mark = catalogMark(sameAs[language] ?? language, wordsId);
  const start = styles.indexOf(mark);
  if (start < 0) return null;
  const end = styles.indexOf(' */', start);
  return JSON.parse(await inflate(styles.slice(start + mark.length, end))) as Catalog;
}
