// npm run release:notes -- <tag>: prints the changelog's section for a version, after checking that the tag,
// manifest.json, package.json, and versions.json agree.
import { readFileSync } from 'node:fs';
import { checkRelease } from './check.ts';

const tag = process.argv[2];
if (tag === undefined) {
  console.error('usage: npm run release:notes -- <tag>');
  process.exit(2);
}
const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const result = checkRelease(tag, {
  manifest: read('manifest.json'),
  package: read('package.json'),
  versions: read('versions.json'),
  changelog: read('docs/changelog.md'),
});
if (result.problems.length > 0) {
  for (const problem of result.problems) console.error(problem);
  process.exit(1);
}
console.log(result.notes);
