import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { noticesFile, noticesOf, sizesByPackage } from '../../../scripts/release/packages.mjs';

const root = join(import.meta.dirname, '../../..');

const metafileOf = (sizes: Readonly<Record<string, number>>) => ({
  inputs: {},
  outputs: {
    'main.js': {
      bytes: 0,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(
        Object.entries(sizes).map(([file, bytesInOutput]) => [file, { bytesInOutput }]),
      ),
    },
  },
});

test('the size of main.js is listed by package, largest first', () => {
  const sizes = sizesByPackage(
    metafileOf({
      'src/main.ts': 2,
      'src/ui/a.ts': 3,
      'raw:src/locale/de.json': 6,
      'node_modules/yaml/browser/a.js': 4,
      'node_modules/yaml/browser/b.js': 4,
      'node_modules/a/node_modules/@scope/b/index.js': 1,
    }),
  );
  expect(sizes).toEqual([
    ['yaml', 8],
    ['catalogs', 6],
    ['src', 5],
    ['@scope/b', 1],
  ]);
});

test('a license that several libraries share is printed once, below all of their copyright notices', () => {
  const notices = noticesOf(
    metafileOf({
      'node_modules/unified/lib/index.js': 1,
      'node_modules/remark-gfm/lib/index.js': 1,
      'node_modules/yaml/browser/index.js': 1,
      'node_modules/valibot/dist/index.mjs': 0,
    }),
    root,
  );
  expect(notices.match(/Permission is hereby granted/g)).toHaveLength(1);
  expect(notices).toMatch(/^unified\n.*Copyright/m);
  expect(notices).toMatch(/^remark-gfm\n.*Copyright/m);
  expect(notices).toContain('ISC license:');
  expect(notices).not.toContain('valibot');
});

test('a library whose readme only names its license ships its copyright, without the addresses of the readme', () => {
  const notices = noticesOf(
    metafileOf({ 'node_modules/remark-math/index.js': 1, 'node_modules/unified/lib/index.js': 1 }),
    root,
  );
  expect(notices).toMatch(/^remark-math\nMIT © Junyoung Choi$/m);
  expect(notices.match(/license:/g)).toHaveLength(1);
  expect(notices).not.toMatch(/badge|^\[/m);
});

test('the notices of the repository name each library that the plugin uses', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const named = new Set(readFileSync(join(root, noticesFile), 'utf8').split(/\n|, /));
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
});
