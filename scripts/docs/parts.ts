// The parts of the documents generated from the code and the fixtures, and where each belongs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawExamples } from './card-examples.ts';
import { drawFileMap } from './file-map.ts';
import { drawLayers } from './layers.ts';

interface Part {
  /** Path of the document relative to the repository root. */
  readonly document: string;
  readonly name: string;
  readonly make: (root: string) => string;
}

/** A code file, with its import paths as they appear in the source folder. */
function drawFile(root: string, path: string): string {
  const code = readFileSync(join(root, path), 'utf8').trimEnd();
  return `\`\`\`ts\n${code.replaceAll('../../../../src/core/card/', '../').replaceAll('../../../../src/core/', '../../')}\n\`\`\``;
}

const parts: readonly Part[] = [
  {
    document: 'docs/cards.md',
    name: 'cards',
    make: (root) => drawExamples(join(root, 'tests', 'fixtures', 'vault')),
  },
  { document: 'docs/how-it-works.md', name: 'layers', make: drawLayers },
  { document: 'docs/how-it-works.md', name: 'files', make: drawFileMap },
  {
    document: 'CONTRIBUTING.md',
    name: 'example source',
    make: (root) => drawFile(root, 'tests/core/card/example/definition.ts'),
  },
];

/** Inserts a text between the marks with its name. Throws if they are missing. */
export function replacePart(document: string, name: string, text: string): string {
  const start = `<!-- made by npm run docs: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the marks of “${name}” are missing`);
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`;
}

/** Each document with its generated parts updated, by path. */
export function makeDocuments(root: string): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const { document, name, make } of parts) {
    const text = made.get(document) ?? readFileSync(join(root, document), 'utf8');
    made.set(document, replacePart(text, name, make(root)));
  }
  return made;
}
