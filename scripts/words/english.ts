// npm run words:english [-- <language>]: the English words that translations start from, as JSON by section and path; a
// function is given as its code. With a language, only those that its catalog lacks.
import { readFileSync } from 'node:fs';
import { pathsOf, valueAt } from '../../src/words/language.ts';
import { registeredWords } from './sections.ts';

const language = process.argv[2];
const known = (
  language === undefined
    ? {}
    : JSON.parse(readFileSync(new URL(`../../src/words/${language}.json`, import.meta.url), 'utf8'))
) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
const result: Record<string, Record<string, string>> = {};
for (const [section, words] of registeredWords()) {
  const missing = pathsOf(words).filter((path) => known[section]?.[path] === undefined);
  if (missing.length === 0) continue;
  result[section] = Object.fromEntries(missing.map((path) => [path, String(valueAt(words, path))]));
}
console.log(JSON.stringify(result, null, 1));
