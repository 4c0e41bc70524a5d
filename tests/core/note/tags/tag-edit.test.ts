import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { addTag, mendTags, type TagEdit } from '../../../../src/core/note/tags/tag-edit.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { inEnglish } from '../../../../scripts/node/english.ts';

const body = '# Osmosis\nWater follows salt.\n';
const noteWith = (yaml: string): string => `---\n${yaml}---\n${body}`;
const textOf = (edit: TagEdit): string =>
  edit.kind === 'edited' ? edit.text : `${edit.line}: ${inEnglish(edit.reason)}`;
const isWatched = (text: string): boolean => extractCards({ path: 'N.md', text }).watched;

describe('adding a tag', () => {
  test.each([
    ['no frontmatter', body, `---\ntags:\n  - flashcards\n---\n${body}`],
    ['nothing at all', '', '---\ntags:\n  - flashcards\n---\n'],
    ['CRLF without frontmatter', '# A\r\nB.\r\n', '---\r\ntags:\r\n  - flashcards\r\n---\r\n# A\r\nB.\r\n'],
    ['a byte order mark', '\uFEFF# A\n', '\uFEFF---\ntags:\n  - flashcards\n---\n# A\n'],
    [
      'a byte order mark and frontmatter',
      '\uFEFF---\ntags: a\n---\n',
      '\uFEFF---\ntags: [flashcards, a]\n---\n',
    ],
    ['a rule at the top', '---\n\nText.\n', '---\ntags:\n  - flashcards\n---\n---\n\nText.\n'],
    ['empty frontmatter', '---\n---\n', '---\ntags:\n  - flashcards\n---\n'],
    ['empty frontmatter with CRLF', '---\r\n---\r\n', '---\r\ntags:\r\n  - flashcards\r\n---\r\n'],
    ['frontmatter of a blank line', '---\n\n---\n', '---\n\ntags:\n  - flashcards\n---\n'],
    ['frontmatter of a comment', '---\n# mine\n---\n', '---\n# mine\ntags:\n  - flashcards\n---\n'],
    ['the closing line at the end', '---\na: b\n---', '---\na: b\ntags:\n  - flashcards\n---'],
    ['blanks behind the closing line', '---\na: b\n---  \nX', '---\na: b\ntags:\n  - flashcards\n---  \nX'],
  ])('to %s', (_name, before, after) => {
    expect(textOf(addTag(before, 'flashcards'))).toBe(after);
    expect(isWatched(after)).toBe(true);
  });

  test.each([
    ['other properties', 'b: "x"  # why\na: \'y\'\n', 'b: "x"  # why\na: \'y\'\ntags:\n  - flashcards\n'],
    ['an indented map', '  a: b\n', '  a: b\n  tags:\n    - flashcards\n'],
    ['a block of text at the end', 'a: |\n  x\n\n', 'a: |\n  x\n\ntags:\n  - flashcards\n'],
    ['a word', 'tags: biology\n', 'tags: [flashcards, biology]\n'],
    ['a word and a comment', 'tags: biology # mine\n', 'tags: [flashcards, biology] # mine\n'],
    ['a quoted word', 'tags: "biology"\nx: 1\n', 'tags: [flashcards, "biology"]\nx: 1\n'],
    ['a quoted word with a hash', "tags: '#bio'\n", "tags: [flashcards, '#bio']\n"],
    ['a word on a line of its own', 'tags:\n  biology\n', 'tags:\n  [flashcards, biology]\n'],
    ['a text with commas', 'tags: a, b,c\n', 'tags: [flashcards, a, b, c]\n'],
    ['a text with blanks', 'tags: a b\n', 'tags: [flashcards, a, b]\n'],
    ['a quoted text with commas', 'tags: "#a, #b"\n', 'tags: [flashcards, a, b]\n'],
    ['a list within brackets', 'tags: [a,  b] # x\n', 'tags: [flashcards, a,  b] # x\n'],
    ['a list with a comma at its end', 'tags: [a, ]\n', 'tags: [flashcards, a, ]\n'],
    ['a list over several lines', 'tags: [\n  a, # x\n  b\n ]\n', 'tags: [flashcards, \n  a, # x\n  b\n ]\n'],
    ['an empty list', 'tags: []\n', 'tags: [flashcards]\n'],
    ['an empty list with a blank', 'tags: [ ]\n', 'tags: [flashcards ]\n'],
    ['a block list', 'tags:\n  - a # x\n  - b\nz: 1\n', 'tags:\n  - flashcards\n  - a # x\n  - b\nz: 1\n'],
    ['a block list without indent', 'tags:\n- a\n- b\n', 'tags:\n- flashcards\n- a\n- b\n'],
    ['a block list below a comment', 'tags:\n  # mine\n  - a\n', 'tags:\n  # mine\n  - flashcards\n  - a\n'],
    ['a block list with quotes', 'tags:\n  - "a"\n', 'tags:\n  - flashcards\n  - "a"\n'],
    ['an empty property', 'tags:\nz: 1\n', 'tags:\n  - flashcards\nz: 1\n'],
    ['an empty property with a blank', 'tags: \n', 'tags: \n  - flashcards\n'],
    ['an empty property with a comment', 'tags: # none\n', 'tags: # none\n  - flashcards\n'],
    ['an indented empty property', '  a: b\n  tags:\n', '  a: b\n  tags:\n    - flashcards\n'],
    ['a quoted key', '"tags":\n', '"tags":\n  - flashcards\n'],
    ['null', 'tags: null\n', 'tags: [flashcards]\n'],
    ['a tilde', 'tags: ~\n', 'tags: [flashcards]\n'],
    ['an empty text', 'tags: ""\n', 'tags: [flashcards]\n'],
    ['the singular', 'tag: a\n', 'tag: a\ntags:\n  - flashcards\n'],
    ['a capital', 'Tags: a\n', 'Tags: a\ntags:\n  - flashcards\n'],
  ])('to %s', (_name, before, after) => {
    expect(textOf(addTag(noteWith(before), 'flashcards'))).toBe(noteWith(after));
    expect(isWatched(noteWith(after))).toBe(true);
    const crlf = (text: string): string => noteWith(text).replaceAll('\n', '\r\n');
    expect(textOf(addTag(crlf(before), 'flashcards'))).toBe(crlf(after));
    expect(isWatched(crlf(after))).toBe(true);
  });

  test('leaves a note that has it unchanged', () => {
    expect(textOf(addTag(noteWith('tags: flashcards\n'), 'flashcards'))).toBe(noteWith('tags: flashcards\n'));
  });

  test.each([
    ['null', '"null"'],
    ['1e3', '"1e3"'],
    ['a:b', '"a:b"'],
    ['漢字/a', '漢字/a'],
  ])('writes %s as text', (tag, word) => {
    expect(textOf(addTag(noteWith('tags: []\n'), tag))).toBe(noteWith(`tags: [${word}]\n`));
  });

  test.each([
    ['a list that never closes', 'a: b\ntags: [a\n', /^\d: The properties are not valid YAML/],
    ['a key that is there twice', 'a: 1\ntags: x\ntags: y\n', /^4: The property “tags” appears twice\.$/],
    ['a list in place of properties', '- a\n- b\n', /^2: The properties are not names and values\.$/],
    ['a text in place of properties', '# c\nword\n', /^3: The properties are not names and values\.$/],
    ['a map within braces', '{a: b}\n', /^2: The properties are not names and values\.$/],
    ['a map', 'tags:\n  a: b\n', /can't be changed safely/],
    ['a block of text', 'a: 1\ntags: |\n  x\n', /can't be changed safely/],
  ])('is refused, with the line, at %s', (_name, yaml, sentence) => {
    const edit = addTag(noteWith(yaml), 'flashcards');
    expect(edit.kind).toBe('refused');
    expect(textOf(edit)).toMatch(sentence);
  });

  test('changes no other byte of any note, and the note is watched', () => {
    const tags = fc.constantFrom(
      '',
      'tags: a\n',
      'tags: "a" # x\n',
      'tags: a, b\n',
      'tags: [a, "b"] # x\n',
      'tags:\n  - a # x\n  - b\n',
      'tags:\n',
      "tags: 'a b'\n",
      'Tags: [a]\n',
    );
    const around = fc.constantFrom(
      '',
      '# comment\n',
      'a: "x"   # y\n',
      "b: 'it''s'\n",
      'c:\n  - 1\n\n  - 2\n',
      'd: |\n  x\n   y\n\n',
      'e: >-\n  x\n',
      'f: {g: h, i: [j]}\n',
      'k: "two\n  lines"\n',
      '\n',
    );
    const note = fc
      .tuple(
        fc.uniqueArray(around),
        tags,
        fc.uniqueArray(around),
        fc.boolean(),
        fc.constantFrom('', '\uFEFF'),
      )
      .filter(([above, , below]) => !above.some((one) => /^\w/.test(one) && below.includes(one)))
      .map(([above, own, below, isCrlf, mark]) => {
        const text = noteWith([...above, own, ...below].join(''));
        return { own, text: mark + (isCrlf ? text.replaceAll('\n', '\r\n') : text) };
      });
    fc.assert(
      fc.property(note, ({ text, own }) => {
        const edit = addTag(text, 'flashcards');
        const after = textOf(edit);
        const isText = /^tags: (?:a|"a"|'a b')/.test(own);
        expectAlike(
          [edit.kind, isWatched(after), isText || isInsertion(text, after)],
          ['edited', true, true],
        );
        if (isText) expect(outsideTags(after)).toEqual(outsideTags(text));
      }),
      { numRuns: runs(3000) },
    );
  });

  test('to any YAML is refused or makes the note watched, and loses nothing', () => {
    fc.assert(
      fc.property(yamlText, (yaml) => {
        const text = `---\n${yaml}${/\n$|^$/.test(yaml) ? '' : '\n'}---\n${body}`;
        const edit = addTag(text, 'flashcards');
        if (edit.kind === 'refused')
          expectAlike([edit.line > 0, inEnglish(edit.reason) !== ''], [true, true]);
        else expectAlike([isWatched(edit.text), edit.text.endsWith(body)], [true, true]);
      }),
      { numRuns: runs(5000) },
    );
  });
});

/** Whether one text is the other with a piece put in. */
function isInsertion(before: string, after: string): boolean {
  let at = 0;
  while (at < before.length && before.charAt(at) === after.charAt(at)) at += 1;
  // What is put in may begin as what follows it.
  for (let from = at; from >= 0; from -= 1) {
    if (after.endsWith(before.slice(from)) && after.startsWith(before.slice(0, from))) return true;
  }
  return false;
}

/** The lines of a note that do not begin with `tags`. */
const outsideTags = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('tags:') ? line.replace(/^[^#]*/, '') : line));

describe('mending tags', () => {
  test.each([
    ['a text with commas', 'tags: flashcards, ml\n', 'tags: [flashcards, ml]\n'],
    ['a text with blanks', 'tags: flashcards ml # x\n', 'tags: [flashcards, ml] # x\n'],
    ['a quoted text', 'tags: "#flashcards, #ml"\n', 'tags: [flashcards, ml]\n'],
    ['the singular', '# c\ntag: flashcards\nz: 1\n', '# c\ntags: flashcards\nz: 1\n'],
    ['the singular with a list', 'tag:\n  - flashcards # x\n', 'tags:\n  - flashcards # x\n'],
    ['the singular with commas', 'tag: flashcards, ml\n', 'tags: [flashcards, ml]\n'],
    ['a capital', 'Tags: [flashcards]\n', 'tags: [flashcards]\n'],
    ['a quoted key', '"tag": flashcards\n', 'tags: flashcards\n'],
    ['both keys', 'tags: [a]\ntag: flashcards\n', 'tags: [flashcards, a]\ntag: flashcards\n'],
    ['a list with a text of several', 'tags: [a, flashcards ml]\n', 'tags: [a, flashcards, ml]\n'],
    [
      'a block list with one',
      'tags:\n  - a # x\n  - "flashcards, ml"\n',
      'tags:\n  - a # x\n  - flashcards\n  - ml\n',
    ],
  ])('of %s', (_name, before, after) => {
    expect(isWatched(noteWith(before))).toBe(false);
    expect(textOf(mendTags(noteWith(before)))).toBe(noteWith(after));
    expect(isWatched(noteWith(after))).toBe(true);
    const crlf = (text: string): string => noteWith(text).replaceAll('\n', '\r\n');
    expect(textOf(mendTags(crlf(before)))).toBe(crlf(after));
  });

  test('leaves a note without such tags unchanged', () => {
    for (const text of [body, noteWith('tags: [a]\n'), noteWith('a: b\n')])
      expect(textOf(mendTags(text))).toBe(text);
  });

  test('of any YAML is refused or completes, and loses nothing of the body', () => {
    fc.assert(
      fc.property(yamlText, (yaml) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const edit = mendTags(text);
        if (edit.kind === 'edited') expectAlike(edit.text.endsWith(body), true);
      }),
      { numRuns: runs(5000) },
    );
  });
});
