// npm run locale:english [-- <language>]: prints the English words that translations start from, as JSON by section and
// path; functions as code. With a language, only those missing from its catalog.
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
