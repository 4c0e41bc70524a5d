// Tags are put into properties of any form: what a library reads before and after, and each byte beside the tags.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { addTag, mendTags, type TagEdit } from '../../../../src/core/note/tags/tag-edit.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { propertiesByNodes } from '../yaml/oracle.ts';
import { longYaml, yamlText } from '../yaml/yaml-text.ts';

const body = '# Osmosis\nWater follows salt.\n';
const isTags = (key: string): boolean => /^tags?$/i.test(key.trim());
const frontmatter = /^---\r?\n([^]*?)---\r?\n# Osmosis\n/;
const yamlOf = (note: string): string => frontmatter.exec(note)?.[1] ?? '';

function noteWith(yaml: string): string {
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
  return `---${eol}${yaml}${/\n$|^$/.test(yaml) ? '' : eol}---${eol}${body}`;
}

/** All that is no tag, in full, as a library without a schema has it. */
function others(yaml: string): string {
  const document = parseDocument(yaml, { schema: 'failsafe', resolveKnownTags: false, logLevel: 'error' });
  expect(document.errors).toEqual([]);
  const all: unknown = document.toJS({ mapAsMap: true });
  const show = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return all instanceof Map
    ? JSON.stringify(
        [...all].filter(([key]) => !isTags(String(key))),
        show,
      )
    : '[]';
}

const tagsOf = (yaml: string): readonly string[] =>
  (propertiesByNodes(yaml) ?? [])
    .filter(({ key }) => isTags(key))
    .flatMap(({ values }) => values)
    .flatMap((value) => value.split(/[,\s]+/))
    .map((name) => name.replace(/^#/, ''))
    .filter((name) => name !== '');

/** What was taken away where two texts differ. */
function removed(before: string, after: string): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charAt(start) === after.charAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { start, end: before.length - end };
}

function expectOnlyTags(yaml: string, edit: TagEdit, names: readonly string[], isRenamed: boolean): void {
  const text = noteWith(yaml);
  if (edit.kind === 'refused' || edit.text === text) return;
  const [before, after] = [yamlOf(text), yamlOf(edit.text)];
  expectAlike(others(after), others(before));
  expectAlike(edit.text.replace(frontmatter, ''), text.replace(frontmatter, ''));
  const now = tagsOf(after);
  expectAlike(
    [...tagsOf(before), ...names].filter((name) => !now.includes(name)),
    [],
  );
  const cut = removed(before, after);
  if (cut.end === cut.start) return;
  // A key that is renamed counts too; an alias has no span.
  const isInTags = (propertiesByNodes(before) ?? []).some(
    ({ key, keyStart, span }) =>
      isTags(key) &&
      cut.start >= (isRenamed ? keyStart : span.start) &&
      cut.end <= Math.max(span.end, isRenamed ? keyStart + key.length + 2 : 0),
  );
  expectAlike([before.slice(cut.start, cut.end), isInTags], [before.slice(cut.start, cut.end), true]);
}

describe('of properties in any form', () => {
  test.each([
    ['short', yamlText],
    ['long', longYaml],
  ])('a tag is put into %s ones, and nothing else is changed', (_, yamls) => {
    fc.assert(
      fc.property(yamls, (yaml) => {
        expectOnlyTags(yaml, addTag(noteWith(yaml), 'flashcards'), ['flashcards'], false);
      }),
      { numRuns: runs(20_000) },
    );
  });

  test.each([
    ['short', yamlText],
    ['long', longYaml],
  ])('the tags of %s ones are mended, and nothing else is changed', (_, yamls) => {
    fc.assert(
      fc.property(yamls, (yaml) => {
        expectOnlyTags(yaml, mendTags(noteWith(yaml)), [], true);
      }),
      { numRuns: runs(20_000) },
    );
  });
});
