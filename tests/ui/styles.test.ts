// styles.css and src/ui name the same classes, and a screen's rules are in the section of its folder.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sources } from '../../scripts/docs/imports.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const styles = read('styles.css');
const code = sources(root, 'src/ui').map((path) => ({ path, text: read(path) }));
const tests = sources(root, 'tests/e2e').map(read).join('\n');

const [, ...cut] = styles.split(/\/\* --- ([\w/-]+) --- \*\//);
const sections = cut.flatMap((name, at) => (at % 2 === 0 ? [{ name, body: cut[at + 1] ?? '' }] : []));

function classesIn(rules: string): readonly string[] {
  const plain = rules.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...new Set([...plain.matchAll(/\.(nf-[\w-]+)/g)].map(([, name = '']) => name))];
}

/** Whether a text names a class, also as `nf-grade-${grade}`. */
function names(text: string, name: string): boolean {
  const begun = [...text.matchAll(/(nf-[\w-]+-)\$\{/g)].map(([, start = '']) => start);
  return (
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text) || begun.some((start) => name.startsWith(start))
  );
}

describe('styles.css', () => {
  test('has a section for each folder that has one, by the name of the folder', () => {
    expect(sections.length).toBeGreaterThan(5);
    expect(
      sections.map(({ name }) => name).filter((name) => !existsSync(join(root, 'src/ui', name))),
    ).toEqual([]);
  });

  test.each(sections)('has no rule below $name that its folder does not use', ({ name, body }) => {
    const folder = name === 'parts' ? 'src/ui/' : `src/ui/${name}/`;
    const own = code.filter(({ path }) => path.startsWith(folder));
    const rules = body.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)\{/g);
    const foreign = [...rules].flatMap(([, selector = '']) => {
      const used = classesIn(selector);
      return used.length === 0 || used.some((one) => own.some(({ text }) => names(text, one)))
        ? []
        : [selector.trim()];
    });
    expect(foreign).toEqual([]);
  });

  test('names no class that no screen has', () => {
    const all = code.map(({ text }) => text).join('\n');
    expect(classesIn(styles).filter((name) => !names(all, name))).toEqual([]);
  });

  test('has each class that screens have, except those by which code and tests find an element', () => {
    const found = [
      ...tests.matchAll(/\.(nf-[\w-]+)/g),
      ...code.flatMap(({ text }) => [...text.matchAll(/['`\s]\.(nf-[\w-]+)/g)]),
    ];
    const known = new Set([...classesIn(styles), ...found.map(([, name = '']) => name)]);
    const used = code.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w.-])(nf-[\w-]+)(?!\$\{)(?![\w-])/g)].map(([, name = '']) => ({ name, path })),
    );
    expect(used.filter(({ name }) => !known.has(name) && !name.endsWith('-'))).toEqual([]);
  });
});
