// npm run locale:english [-- <language>]: the English words that translations start from, as JSON by section and path; a
// function is given as its code. With a language, only those that its catalog lacks.
import { readFileSync } from 'node:fs';
import type { Catalog } from '../../src/locale/language.ts';
import { english, missingFrom } from './missing.ts';
import { valueAt } from './paths.ts';

const language = process.argv[2];
const known = (
  language === undefined
    ? {}
    : JSON.parse(readFileSync(new URL(`../../src/locale/${language}.json`, import.meta.url), 'utf8'))
) as Catalog;
const result: Record<string, Record<string, string>> = {};
for (const [section, path] of missingFrom(known)) {
  const texts = (result[section] ??= {});
  texts[path] = String(valueAt(english, `${section}/${path}`));
}
console.log(JSON.stringify(result, null, 1));
