import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCollection, isMap, isPair, isScalar, parseDocument, type Scalar } from 'yaml';
import { readAnyProperties, readProperties, valuesFor } from '../../../src/core/note/properties.ts';
import { expectAlike } from '../../alike.ts';
import { runs } from '../../random.ts';
import { yamlText } from './yaml/yaml-text.ts';

function textsOf(node: unknown): readonly string[] {
  if (isScalar(node)) {
    const { value, source } = node;
    const text =
      typeof value === 'number'
        ? (source ?? '')
        : typeof value === 'boolean'
          ? String(value)
          : typeof value === 'string'
            ? value
            : '';
    return text.trim() === '' ? [] : [text];
  }
  return isCollection(node) && !isMap(node) ? node.items.flatMap((item) => textsOf(item)) : [];
}

/** A key is a name: `null`, `True` and `1.0` stay as they were written. */
function keyText({ value, source }: Scalar): string {
  return (typeof value === 'string' ? value : (source ?? '')).trim();
}

/** The values by YAML's core schema, as they are written; null where there is a fault. */
function readByCore(yaml: string): readonly (readonly [string, readonly string[]])[] | null {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? [[keyText(pair.key), textsOf(pair.value)] as const] : [],
  );
}

describe('frontmatter', () => {
  test('has the values of the core schema of YAML, as they are written', () => {
    fc.assert(
      fc.property(yamlText, (yaml) => {
        // `? ` begins a key of any kind, an empty one as well, and no app writes them.
        fc.pre(!/^\s*\?/m.test(yaml));
        const typed = readByCore(yaml);
        const { list, error, isPlaced } = readAnyProperties(yaml, 4);
        if (!typed || error || !isPlaced) return;
        expectAlike(
          list.map(({ key, values }) => [key, values]),
          typed,
        );
      }),
      { numRuns: runs(20_000) },
    );
  });

  test.each([
    ['a text in quotes', 'a: "b c" # d\n', '"b c"'],
    ['a plain text over lines', 'a: b\n  c\nd: e\n', 'b\n  c'],
    ['a folded block', 'a: >-\n  b\n  c\nd: e\n', 'b\n  c'],
    ['a list in brackets', 'a: [b, "c"]\n', '[b, "c"]'],
    ['a list of lines', 'a:\n  - b\n  - c # d\n\ne: f\n', '- b\n  - c # d'],
    ['a map', 'a: {b: c}\n', '{b: c}'],
  ])('gives where %s is written', (_, yaml, written) => {
    const [{ span } = { span: { start: 0, end: 0 } }] = readAnyProperties(yaml, 0).list;
    expect(yaml.slice(span.start, span.end)).toBe(written);
  });

  test.each([
    ['a block ends with its last line end', 'a: |\n  b\n  c\n', ['b\nc\n']],
    ['a block keeps the blanks before its lines', 'a: |\n  b\n    c\n', ['b\n  c\n']],
    ['a block without its last line end has none', 'a: |-\n  b\n', ['b']],
    ['a text in quotes keeps the blanks around it', 'a: "  b "\n', ['  b ']],
    ['a text in a list does so, too', "a:\n  - ' b'\n  - c\n", [' b', 'c']],
    ['a text of blanks is none', 'a: "  "\n', []],
    ['a block of blank lines is none', 'a: |+\n\n\n', []],
  ])('%s', (_, yaml, values) => {
    expect(readProperties(yaml, 0).list[0]?.values).toEqual(values);
    expect(readAnyProperties(yaml, 0).list[0]?.values).toEqual(values);
  });

  test('names and dates that are read by key are trimmed', () => {
    expect(valuesFor(readProperties('Aliases: |\n  a b\n', 0), ['aliases'])).toEqual(['a b']);
  });

  test.each([
    ['numbers', 'a: 1.0 # c\nb: 007 # c\n', ['1.0', '007']],
    [
      'numbers in a list',
      'a: [1.50, "1.5", 0x1F]\nb:\n  - 1e3 # c\n  - 1000\n',
      ['1.50', '1.5', '0x1F', '1e3', '1000'],
    ],
    ['numbers without an end', 'a: .inf # c\nb: [-.Inf, .NaN]\n', ['.inf', '-.Inf', '.NaN']],
    ['numbers beside others in comments', 'a: # 1.0\n  - 1 # 2.0\n  - 2\n', ['1', '2']],
    ['zero', 'a: [0, 0.0, -0] # c\n', ['0', '0.0', '-0']],
    ['long numbers', 'a: 20240102123456789012 # c\n', ['20240102123456789012']],
    ['dates and words', 'a: 2024-01-02 # c\nb: yes # c\nc: TRUE # c\n', ['2024-01-02', 'yes', 'true']],
    ['an alias', 'a: &x [b, c]\nd: *x\n', ['b', 'c', 'b', 'c']],
    ['a list that holds itself', 'a: &x [b, *x]\n', ['b']],
  ])('%s are read as they are written', (_, yaml, values) => {
    const { list, error } = readAnyProperties(yaml, 0);
    expect(error).toBeNull();
    expect(list.flatMap((one) => one.values)).toEqual(values);
  });

  test.each([
    ['a key that is there twice', 'a: b # c\n"a": d\n', ['a', 'a']],
    ['a key that is there twice behind tabs', 'a:\tb\na:\t[c]\n', ['a', 'a']],
    ['keys that are no texts', '1.0: a # c\nnull: b\nTrue: c\n', ['1.0', 'null', 'True']],
    ['a number first', 'b: a # c\n1: b\n', ['b', '1']],
    ['an indented map', '  a: b # c\n  d: e\n', ['a', 'd']],
    ['many keys', Array.from({ length: 6000 }, (_, day) => `d${day}: "x" # c\n`).join(''), 6000],
  ])('with %s keeps all in their order, without an error', (_, yaml, keys) => {
    const { list, error } = readAnyProperties(yaml, 0);
    expect(error).toBeNull();
    if (typeof keys === 'number') expect(list).toHaveLength(keys);
    else expect(list.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['a map in braces', '{a: b}\n'],
    ['a key of any kind', '? a\n: b\n'],
    ['a tab before a comment', 'a: b\t# c\n'],
    ['the start of a document', '---\na: b # c\n'],
    ['a line separator', 'a: b\u2028c # d\n'],
    ['an escape in a key', '"\\x61": b\n'],
  ])('with %s has values, but no certain places', (_, yaml) => {
    const { list, isPlaced } = readAnyProperties(yaml, 0);
    expect(list.map(({ key, values }) => [key, values.length])).toEqual([['a', 1]]);
    expect(isPlaced).toBe(false);
  });

  test('with an indented key that is there twice keeps the indentation of their lines', () => {
    const { list } = readAnyProperties('  a: |2\n    b\n  a: c\n', 0);
    expect(list.map(({ values }) => values)).toEqual([['b\n'], ['c']]);
  });

  test('with too many keys in a map says so', () => {
    const map = Array.from({ length: 6000 }, (_, at) => `  k${at}: x\n`).join('');
    const { list, error } = readAnyProperties(`a: b # c\nd:\n${map}e: f\n`, 0);
    expect(error?.message).toBe('it has too many keys');
    expect(list.map(({ key }) => key)).toEqual(['a', 'e']);
  });

  test('with a broken line says where, and keeps the other keys', () => {
    const { list, error } = readAnyProperties('tags: [a]\nbad: @x\nsummary: c\n', 10);
    expect(error?.at).toBe(10 + 'tags: [a]\nbad: '.length);
    expect(list.map(({ key }) => key)).toEqual(['tags', 'summary']);
  });

  test.each([
    ['a quote that is never closed', 'a: b\nbad: "x\nc: d\n', 2, ['a', 'c']],
    ['a bracket that is never closed', 'bad: [x\nc: d\n', 1, ['c']],
    ['a colon too many', 'a: b\nbad: x: y\nc: d\n', 2, ['a', 'c']],
    ['a tab as indentation', 'a: b\nbad:\n\t- x\nc: d\n', 3, ['a', 'c']],
    ['a line without a key', 'a: b\nplain\nc: d\n', 2, ['c']],
    ['brackets by the thousand', `a: b\nbad: ${'['.repeat(20_000)}\nc: d\n`, 2, ['a', 'c']],
    ['lists by the thousand on a line', `a: b\nbad:\n  ${'- '.repeat(20_000)}x\nc: d\n`, 3, ['a', 'c']],
    ['keys in keys by the thousand', `a: b\n${'? '.repeat(20_000)}\nc: d\n`, 2, ['c']],
  ])('with %s names the line in a sentence, and keeps the other keys', (_, yaml, line, keys) => {
    const { list, error } = readAnyProperties(yaml, 0);
    expect(list.map(({ key }) => key)).toEqual(keys);
    expect(error?.message).toMatch(/^[a-z][^\n]+$/);
    expect(yaml.slice(0, error?.at).split('\n').length).toBe(line);
  });
});
