// The shape of the code (shared design, section "Shape of the code"): who may import whom, and how long a file may be.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load, sources } from '../scripts/docs/imports.ts';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

const modulesOf = (folder: string) => sources(root, folder).map((file) => load(root, file));
const modules = modulesOf('src');

/** Layers from low to high. A core layer may import itself and the ones named. */
const allowed: Record<string, readonly string[]> = {
  'src/core/calendar.ts': [],
  'src/core/text': [],
  'src/core/picture': [],
  'src/core/note': ['src/core/text'],
  'src/core/aloud': ['src/core/text', 'src/core/note'],
  'src/core/links': ['src/core/text', 'src/core/picture', 'src/core/note'],
  'src/core/card': ['src/core/text', 'src/core/picture', 'src/core/note', 'src/core/links'],
  'src/core/typed': ['src/core/text', 'src/core/note', 'src/core/card'],
  'src/core/identity': ['src/core/text', 'src/core/note', 'src/core/card', 'src/core/history'],
  'src/core/history': ['src/core/calendar.ts', 'src/core/text', 'src/core/picture'],
  'src/core/schedule': ['src/core/calendar.ts', 'src/core/history'],
  'src/core/study': [
    'src/core/calendar.ts',
    'src/core/text',
    'src/core/history',
    'src/core/schedule',
    'src/core/card',
    'src/core/links',
  ],
  'src/core/query': ['src/core/text', 'src/core/card', 'src/core/schedule', 'src/core/study'],
  'src/core/training': ['src/core/history', 'src/core/schedule'],
  'src/core/simulation': ['src/core/history', 'src/core/schedule'],
  'src/core/statistics': ['src/core/calendar.ts', 'src/core/history', 'src/core/schedule'],
  'src/core/import': [
    'src/core/calendar.ts',
    'src/core/text',
    'src/core/picture',
    'src/core/note',
    'src/core/links',
    'src/core/card',
    'src/core/history',
    'src/core/schedule',
  ],
  'src/core/settings.ts': ['src/core'],
  'src/locale': [],
  'src/app/ports.ts': ['src/core'],
  'src/app/strings.ts': ['src/core', 'src/locale'],
  'src/vault': ['src/core', 'src/app/ports.ts', 'obsidian'],
  'src/ui': ['src/core', 'src/app', 'src/locale', 'obsidian'],
  'src/main.ts': ['src/core', 'src/locale', 'src/app', 'src/vault', 'src/ui', 'obsidian'],
};

/** Each library is named in one file (or folder), so that it can be replaced. */
const libraryHome: Record<string, string> = {
  unified: 'src/core/note/parse/markdown.ts',
  'remark-parse': 'src/core/note/parse/markdown.ts',
  'remark-frontmatter': 'src/core/note/parse/markdown.ts',
  'remark-gfm': 'src/core/note/parse/markdown.ts',
  'remark-math': 'src/core/note/parse/markdown.ts',
  'remark-wiki-link': 'src/core/note/parse/markdown.ts',
  yaml: 'src/core/note/yaml/parse-yaml.ts',
  'ts-fsrs': 'src/core/schedule/fsrs.ts',
  crc: 'src/core/history/checksum.ts',
  diff: 'src/core/typed/compare.ts',
  '@noble/hashes/sha2.js': 'src/core/identity/fingerprint/sha256.ts',
  '@noble/hashes/utils.js': 'src/core/identity/fingerprint/sha256.ts',
  'date-fns': 'src/core/calendar.ts',
  '@date-fns/utc': 'src/core/calendar.ts',
  fflate: 'src/core/import/zip/inflate.ts',
  fzstd: 'src/core/import/zip/inflate.ts',
  tinyqueue: 'src/core/study/queue/prerequisites.ts',
  idb: 'src/vault/index-cache.ts',
};

/**
 * The rooms of src/app from the ground up: each may import the core, ports and words, and the rooms of lower floors.
 * Only those above `flashcards` may name it.
 */
const floors: readonly (readonly string[])[] = [
  ['work'],
  ['history', 'index'],
  ['notes'],
  ['cards'],
  ['study'],
  ['flashcards.ts'],
  ['browse', 'outside', 'statistics', 'transfer'],
];

const groundOfApp = ['src/core', 'src/locale', 'src/app/ports.ts', 'src/app/strings.ts'];
floors.forEach((rooms, floor) => {
  const below = floors.slice(0, floor).flat();
  for (const room of rooms)
    allowed[`src/app/${room}`] = [...groundOfApp, ...below.map((name) => `src/app/${name}`)];
});

function layerOf(file: string): string {
  const layer = Object.keys(allowed).find((name) => file === name || file.startsWith(`${name}/`));
  if (layer === undefined) throw new Error(`${file} stands in no known layer`);
  return layer;
}

describe('the architecture', () => {
  test.each(modules.map((module) => [module.file, module] as const))(
    '%s imports only what its layer may',
    (file, module) => {
      const layer = layerOf(file);
      const wrong = module.imports.filter((target) => {
        if (!target.startsWith('src/') && target !== 'obsidian') return false;
        if (target === layer || target.startsWith(`${layer}/`)) return false;
        return !(allowed[layer] ?? []).some((name) => target === name || target.startsWith(`${name}/`));
      });
      expect(wrong).toEqual([]);
    },
  );

  test('only src/main.ts may name src/main.ts', () => {
    expect(modules.filter((module) => module.imports.includes('src/main.ts'))).toEqual([]);
  });

  test('a library with a home is imported nowhere else', () => {
    const strays = modules.flatMap(({ file, imports }) =>
      imports
        .filter((name) => libraryHome[name] !== undefined && libraryHome[name] !== file)
        .map((name) => `${file}: ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('no Node module is imported under src', () => {
    const strays = modules.flatMap(({ file, imports }) =>
      imports.filter((name) => /^(node:|fs$|path$)/.test(name)).map((name) => `${file}: ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('no import circle, type imports included', () => {
    const graph = new Map(
      modules.map(({ file, imports }) => [file, imports.filter((name) => name.startsWith('src/'))]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file))
        throw new Error(`circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  test('no folder of src holds more than sixteen files', () => {
    const counts = new Map<string, number>();
    for (const { file } of modules) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 16)).toEqual([]);
  });

  test('no file is longer than 400 lines', () => {
    const long = [...modules, ...modulesOf('scripts'), ...modulesOf('tests')].filter(
      ({ lines }) => lines > 400,
    );
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test('half of the files of src have no more than 75 lines', () => {
    expect(modules.filter(({ lines }) => lines > 75).length).toBeLessThanOrEqual(modules.length / 2);
  });

  test('at most a fifth of the files of src name Obsidian, and none of the core', () => {
    const naming = modules.filter(({ imports }) => imports.includes('obsidian')).map(({ file }) => file);
    expect(naming.length).toBeLessThanOrEqual(modules.length / 5);
    expect(naming.filter((file) => file.startsWith('src/core/'))).toEqual([]);
  });

  test('src/app has at most eight floors, its ports and words included', () => {
    expect(floors.length + 1).toBeLessThanOrEqual(8);
  });

  test('no check is switched off in src', () => {
    const off = sources(root, 'src').filter((file) =>
      /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck|innerHTML/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(off).toEqual([]);
  });

  test('the source folder is where it is looked for', () => {
    expect(modules.length).toBeGreaterThan(3);
    expect(src.endsWith('src')).toBe(true);
  });
});
