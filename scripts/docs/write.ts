// `npm run docs`: regenerates the parts of the documents that come from the code and the fixtures.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDocuments } from './parts.ts';

const root = resolve(import.meta.dirname, '..', '..');
for (const [path, text] of makeDocuments(root)) {
  writeFileSync(join(root, path), text);
  console.log(path);
}
