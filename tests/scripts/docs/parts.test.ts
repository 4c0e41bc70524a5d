// The documents say what the code does: their made parts are up to date, and what they name is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { headOf } from '../../../scripts/docs/file-map.ts';
import { makeDocuments, replacePart } from '../../../scripts/docs/parts.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Addresses of links, outside of code blocks. */
function linksOf(path: string): readonly string[] {
  const prose = read(path).replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
  return [...prose.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, address = '']) => address);
}

describe('the documents', () => {
  test.each([...makeDocuments(root)])(
    '%s has its generated parts up to date (npm run docs)',
    (path, made) => {
      expect(read(path)).toBe(made);
    },
  );

  test.each(documents)('%s links to files that are there', (path) => {
    const missing = linksOf(path)
      .filter((address) => !/^[a-z]+:/.test(address))
      .filter((address) => !existsSync(join(root, dirname(path), address)));
    expect(missing).toEqual([]);
  });

  test('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = documents.flatMap((path) =>
      [...read(path).matchAll(/npm run (?:-s )?([a-z]+(?:[:-][a-z]+)*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => scripts[name] === undefined)
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('README is one page', () => {
    expect(read('README.md').split(/\s+/).length).toBeLessThanOrEqual(800);
  });

  test.each([
    ['// What it is. And why.\n// More.\ncode', 'What it is'],
    ['// What it is:\n// this and that.\n', 'What it is: this and that'],
    ['// One paragraph\n//\n// Another.\n', 'One paragraph'],
    ['/** Of a function. */\n', null],
  ])('the file map takes the first sentence of a head: %j', (code, head) => {
    expect(headOf(code)).toBe(head);
  });
});

describe('a generated part', () => {
  const marks = (text: string) => `a\n<!-- made by npm run docs: x -->\n\n${text}\n\n<!-- end: x -->\nb`;

  test('takes the place of the one before, and of nothing else', () => {
    expect(replacePart(marks('old'), 'x', 'new $&')).toBe(marks('new $&'));
  });

  test('without its marks is reported', () => {
    expect(() => replacePart('a', 'x', 'new')).toThrow('the marks of “x” are missing');
  });
});
