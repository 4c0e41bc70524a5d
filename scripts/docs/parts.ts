// The parts of the documents that are made from the code and the fixtures, and where each stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawExamples } from './card-examples.ts';
import { drawFileMap } from './file-map.ts';
import { drawLayers } from './layers.ts';

interface Part {
  /** Path of the document from the root of the repository. */
  readonly document: string;
  readonly name: string;
  readonly make: (root: string) => string;
}

/** A file of code, with the paths of its imports as they are in the folder of sources. */
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

/** Puts a text between the marks of its name. Throws where they are not there. */
export function replacePart(document: string, name: string, text: string): string {
  const start = `<!-- made by npm run docs: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the marks of “${name}” are missing`);
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`;
}

/** Each document with its parts made anew, by path. */
export function makeDocuments(root: string): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const { document, name, make } of parts) {
    const text = made.get(document) ?? readFileSync(join(root, document), 'utf8');
    made.set(document, replacePart(text, name, make(root)));
  }
  return made;
}
