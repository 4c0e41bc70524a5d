// npm run words: packs src/words/*.json into src/words/packed.ts, the part of the bundle that holds them.
// Without the paths, and deflated: eight languages in plain text would be a quarter of all that a phone has to read at start.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { pathsOf } from '../../src/words/language.ts';
import { registeredWords } from './sections.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

const folder = new URL('../../src/words/', import.meta.url);

/** By section, in the order of the English words. */
function inOrder(texts: Texts): Readonly<Record<string, readonly string[]>> {
  const sections = [...registeredWords()].map(([section, words]) => {
    const values = pathsOf(words).map((path) => texts[section]?.[path] ?? '');
    return [section, values] as const;
  });
  return Object.fromEntries(sections);
}

const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const texts = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Texts;
    const bytes = deflateRawSync(JSON.stringify(inOrder(texts)), { level: 9 });
    return `  ${name.slice(0, -'.json'.length)}: '${bytes.toString('base64')}',`;
  });
writeFileSync(
  new URL('packed.ts', folder),
  `// Written by \`npm run words\` from the JSON files beside it.\nexport const packed = {\n${lines.join('\n')}\n} as const;\n`,
);
