import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addTag, type TagEdit } from '../../../../src/core/note/tags/tag-edit.ts';
import { removeTags } from '../../../../src/core/note/tags/tag-removal.ts';
import { frontmatterOf } from '../../../../src/core/note/frontmatter.ts';
import { frontmatterTags, isTagUnder } from '../../../../src/core/note/tags/tags.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { inEnglish } from '../../../../scripts/node/english.ts';

const body = '# Osmosis\nWater follows salt.\n';
const noteWith = (yaml: string): string => `---\n${yaml}---\n${body}`;
const isGone = (name: string): boolean => isTagUnder(name, 'flashcards');
const textOf = (edit: TagEdit): string =>
  edit.kind === 'edited' ? edit.text : `${edit.line}: ${inEnglish(edit.reason)}`;
const tagsOf = (text: string): readonly string[] =>
  frontmatterTags(
    frontmatterOf(text.replace(/^\uFEFF/, ''))?.properties ?? { list: [], error: null, isPlaced: true },
  ).map(({ name }) => name);

describe('removing a tag', () => {
  test.each([
    ['a block list', 'tags:\n  - a\n  - flashcards\n  - b\n', 'tags:\n  - a\n  - b\n'],
    ['the first of a block list', 'tags:\n  - flashcards\n  - a # x\nz: 1\n', 'tags:\n  - a # x\nz: 1\n'],
    ['the last of a block list', 'tags:\n- a\n- "#flashcards/x"\nz: 1\n', 'tags:\n- a\nz: 1\n'],
    ['a list within brackets', 'tags: [a, flashcards,  b] # x\n', 'tags: [a,  b] # x\n'],
    ['the first within brackets', 'tags: [flashcards, a]\n', 'tags: [a]\n'],
    ['two within brackets', "tags: ['flashcards/a', a, FLASHCARDS]\n", 'tags: [a]\n'],
    ['all of a block list', 'a: "x"  # why\ntags:\n  - flashcards\nz: 1\n', 'a: "x"  # why\nz: 1\n'],
    ['a word', 'tags: flashcards\nz: 1\n', 'z: 1\n'],
    ['a word in quotes', 'z: 1\ntags: "#flashcards/bio"\n', 'z: 1\n'],
    ['a word of its own line', 'z: 1\ntags:\n  flashcards\n', 'z: 1\n'],
    ['all within brackets', 'z: 1\ntags: [flashcards]\n', 'z: 1\n'],
  ])('from %s', (_name, before, after) => {
    expect(textOf(removeTags(noteWith(before), isGone))).toBe(noteWith(after));
    const crlf = (text: string): string => noteWith(text).replaceAll('\n', '\r\n');
    expect(textOf(removeTags(crlf(before), isGone))).toBe(crlf(after));
  });

  test.each([
    ['a longer word', 'tags: [flashcards-old, a]\n'],
    ['another property', 'topics: [flashcards]\n'],
    ['no tags', 'a: b\n'],
  ])('leaves %s', (_name, yaml) => {
    expect(textOf(removeTags(noteWith(yaml), isGone))).toBe(noteWith(yaml));
  });

  test.each([
    ['a remark behind the only tag', 'tags: flashcards # why\n'],
    ['an anchor', 'tags: &t [flashcards]\nx: *t\n'],
    ['broken YAML', 'tags: [flashcards]\nx: "\n'],
    ['a property that appears twice', 'tags: [flashcards]\ntags: [a]\n'],
  ])('refuses %s', (_name, yaml) => {
    expect(removeTags(noteWith(yaml), isGone).kind).toBe('refused');
  });

  test('gives a note back its text before the tag was added', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const tagged = addTag(text, 'flashcards');
        if (tagged.kind === 'refused' || tagsOf(text).some(isGone) || /^\uFEFF?---[ \t]*\r?\n/.test(text))
          return;
        expectAlike(textOf(removeTags(tagged.text, isGone)), text);
      }),
      { numRuns: runs(20_000) },
    );
  });

  test('takes nothing else out of properties of any form', () => {
    fc.assert(
      fc.property(yamlText, fc.boolean(), (yaml, isAdded) => {
        const plain = noteWith(/\n$|^$/.test(yaml) ? yaml : `${yaml}\n`);
        const given = isAdded ? addTag(plain, 'flashcards') : null;
        const before = given?.kind === 'edited' ? given.text : plain;
        const edit = removeTags(before, isGone);
        if (edit.kind === 'refused') return;
        expectAlike(
          tagsOf(edit.text),
          tagsOf(before).filter((name) => !isGone(name)),
        );
        expectAlike(edit.text.endsWith(body), before.endsWith(body));
        // What is left of the note is in it before, in this order.
        let at = 0;
        for (const sign of edit.text) {
          at = before.indexOf(sign, at) + 1;
          if (at === 0) expectAlike(edit.text, before);
        }
      }),
      { numRuns: runs(20_000) },
    );
  });
});
