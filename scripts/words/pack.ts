// npm run words: packs src/words/*.json into comments at the end of styles.css, where the plugin reads its language.
// Without the paths, and deflated.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { catalogMark } from '../../src/words/catalog.ts';
import { idOfWords, pathsOf } from '../../src/words/language.ts';
import { registeredWords } from './sections.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

const heading = '/* Translations, written by `npm run words`: what follows is not styles. */\n';
const folder = new URL('../../src/words/', import.meta.url);

/** By section, in the order of the English words. */
function inOrder(texts: Texts): Readonly<Record<string, readonly string[]>> {
  const sections = [...registeredWords()].map(([section, words]) => {
    const values = pathsOf(words).map((path) => texts[section]?.[path] ?? '');
    return [section, values] as const;
  });
  return Object.fromEntries(sections);
}

const packed = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const texts = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Texts;
    const bytes = deflateRawSync(JSON.stringify(inOrder(texts)), { level: 9 });
    return `${catalogMark(name.slice(0, -'.json'.length), idOfWords())}${bytes.toString('base64')} */\n`;
  });
const styles = new URL('../../styles.css', import.meta.url);
const [rules = ''] = readFileSync(styles, 'utf8').split(heading);
writeFileSync(styles, `${rules.trimEnd()}\n\n${heading}${packed.join('')}`);
