import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import esbuild from 'esbuild';
import { leanYaml } from '../../scripts/lean-yaml.mjs';
import { readAnyProperties, type Properties } from '../../src/core/note/properties.ts';

interface Built {
  readonly code: string;
  readonly read: (yaml: string, offset: number) => Properties;
}

async function build(plugins: esbuild.Plugin[]): Promise<Built> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, '../../src/core/note/properties.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    plugins,
  });
  const code = outputFiles[0]?.text ?? '';
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly readAnyProperties: Built['read'];
  };
  return { code, read: module.readAnyProperties };
}

describe('the lean js-yaml of the bundle', () => {
  let lean: Built;
  beforeAll(async () => {
    lean = await build([leanYaml]);
  });

  test.each([
    'tags: [flashcards, "a\\tb\\u00e9\\n"]\nsummary: >-\n  folded\n  text\n',
    "a: 'it''s'\nb: |+\n  kept\n\n\nc: {x: 1, y: [2, 3]}\n",
    '? key\n: value\n? [a, b]\n: - c\n  - !!str 4\n',
    'a: &anchor 1.0\nb: *anchor\nd: !<tag:yaml.org,2002:str> x\n',
    '%YAML 1.2\n---\na: 0x1F\n...\n',
    'a: [1, 2\nb: ok\n',
    'a: "\\q"\nb: 2001-01-01\n',
    'a: !bad%zz x\nb: \u0007\n',
    '- 1\n- 2\n',
  ])('reads %j as the whole library does', (yaml) => {
    expect(lean.read(yaml, 4)).toEqual(readAnyProperties(yaml, 4));
  });

  test('is the smaller by its schemas and its writer', async () => {
    const whole = await build([]);
    expect(lean.code.length).toBeLessThan(whole.code.length - 15_000);
  });
});
