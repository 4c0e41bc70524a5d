import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { readProperties } from '../../../../src/core/note/properties.ts';
import { bodyTags, frontmatterTags, mayHaveTag, mistakenTags } from '../../../../src/core/note/tags/tags.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';

const tagged = fc
  .array(
    fc.oneof(
      noteText,
      fc.constantFrom('#a', ' #a/b x', '- #A', '`#a`', '> #a', '[#a](x)', '# #a', '\n\n#ab #a\n'),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

describe('tags in the body', () => {
  test('are the same whether the note is parsed as a whole, as link definitions ask for, or in parts', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const note = text.replace(/^\uFEFF/, '').replaceAll(']:', '] :');
        const wholeText = `${note}\n\n[zz]: /x`;
        const whole = readOutline(wholeText);
        expectAlike(bodyTags(note, readOutline(note), ['a']), bodyTags(wholeText, whole, ['a']));
      }),
      { numRuns: runs(10_000) },
    );
  });
});

test.each([
  ['\\[\\[#a\\]\\]', 1],
  ['[[#a]]', 0],
  ['[[N#a]]', 0],
  ['\\#a', 0],
])('%j has %j tags, as in Obsidian', (text, count) => {
  expect(bodyTags(text, readOutline(text), ['a'])).toHaveLength(count);
});

describe('tags in `%%` comments', () => {
  test.each([
    ['x %% #a %%', [['a', 5]]],
    ['%%\n- #a\n%%\n', [['a', 5]]],
    ['%% #a', [['a', 3]]],
    ['%% `#a` %%', []],
    ['%% <!-- #a --> %%', []],
    ['%% x#a %%', []],
    ['`%% #a %%`', []],
    ['<!-- %% #a %% -->', []],
    [
      '#a/1 %% #a/2 %% #a/3',
      [
        ['a/1', 0],
        ['a/2', 8],
        ['a/3', 16],
      ],
    ],
  ])('of %j are found', (text, tags) => {
    const found = bodyTags(text, readOutline(text), ['a']).map(({ name, at }) => [name, at]);
    expect(found).toEqual(tags);
  });
});

describe('tags in the properties', () => {
  test.each([
    ['tags: a', ['a'], []],
    ['tags: "#a/b"', ['a/b'], []],
    ['tags: [a, "b"]', ['a', 'b'], []],
    ['tags:\n  - a\n  - b c', ['a'], ['b', 'c']],
    ['tags: a, b', [], ['a', 'b']],
    ['tags: a b', [], ['a', 'b']],
    ['tags: "a,"', [], ['a']],
    ['tags: " a "', ['a'], []],
    ['tags: |\n  a\n', ['a'], []],
    ['tag: a', [], ['a']],
    ['TAGS: [a]', [], ['a']],
    ['Tag: "#a, #b"', [], ['a', 'b']],
    ['tags:', [], []],
    ['tags: {a: b}', [], []],
    ['label: a', [], []],
  ])('%j', (yaml, counted, mistaken) => {
    const properties = readProperties(yaml, 0);
    expect(frontmatterTags(properties).map(({ name }) => name)).toEqual(counted);
    expect(mistakenTags(properties).flatMap(({ names }) => names)).toEqual(mistaken);
  });
});

describe('what a host knows of a note', () => {
  test.each([
    [{ tags: 'a' }, [], true],
    [{ tags: ['x', '#a/b'] }, [], true],
    [{ tags: 'x, a' }, [], true],
    [{ tag: 'a' }, [], true],
    [{ TAGS: [['a']] }, [], true],
    [{}, ['#A'], true],
    [{ tags: 'ab' }, ['#ab'], false],
    [{ label: 'a' }, [], false],
    [{ tags: { a: 'a' } }, [], false],
    [{ tags: null }, [], false],
  ])('%j with %j: may have the tag is %j', (frontmatter, inBody, expected) => {
    expect(mayHaveTag(frontmatter, inBody, ['a'])).toBe(expected);
  });
});
