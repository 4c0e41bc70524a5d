import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPlainYaml } from '../../../../src/core/note/yaml/plain-yaml.ts';
import { readAnyProperties, readProperties } from '../../../../src/core/note/properties.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { yamlText } from './yaml-text.ts';

describe('frontmatter of plain shapes', () => {
  test.each([
    ['a key and a text', 'summary: Water follows salt\n'],
    ['an empty key', 'summary:\ntags: x\n'],
    ['a list', 'tags:\n  - flashcards\n  - "#ml"\nsource: https://x.y/z\n'],
    ['a list without indentation', 'tags:\n- a\n- b'],
    ['a list in brackets', 'tags: [flashcards, ml/attention]\n'],
    ['Windows line ends', 'tags: a\r\naliases:\r\n  - b\r\n'],
  ])('%s is read without the library', (_, yaml) => {
    expect(readPlainYaml(yaml)).not.toBeNull();
    expect(readProperties(yaml, 4)).toEqual(readAnyProperties(yaml, 4));
  });

  test.each([
    ['a text over two lines', 'summary: a\n  b\n'],
    ['a colon in a plain text', 'summary: a: b\n'],
    ['a comment', 'tags: a # b\n'],
    ['a map', 'a: {b: c}\n'],
    ['an escape', 'a: "b\\n"\n'],
  ])('%s is left to the library', (_, yaml) => {
    expect(readPlainYaml(yaml)).toBeNull();
  });

  test('any YAML gives what the library gives', () => {
    fc.assert(
      fc.property(yamlText, (yaml) => {
        expectAlike(readProperties(yaml, 4), readAnyProperties(yaml, 4));
      }),
      { numRuns: runs(50_000) },
    );
  });
});
