import { describe, expect, test } from '@jest/globals';
import { hostFacts } from '../../scripts/captured/by-host.ts';
import { pluginFacts } from '../../scripts/captured/by-plugin.ts';
import { readCaptured } from '../../scripts/captured/captured-note.ts';
import { differences } from '../../scripts/captured/facts.ts';

const at = (line: number, offset: number, length: number) => ({
  start: { line, col: 0, offset },
  end: { line, col: length, offset: offset + length },
});
const ours = JSON.stringify({
  fileContents: '# One\n\n[[N#H]]\n',
  cachedMetadata: {
    headings: [{ level: 1, heading: 'One', position: at(0, 0, 5) }],
    sections: [
      { type: 'heading', position: at(0, 0, 5) },
      { type: 'paragraph', position: at(2, 7, 7) },
    ],
    links: [{ link: 'N#H', original: '[[N#H]]', displayText: 'N > H', position: at(2, 7, 7) }],
  },
  getAllTags: [],
});

describe('a captured note', () => {
  test.each([
    ['{', 'a.json: this is not JSON.'],
    ['[]', 'a.json: this is not a captured note.'],
    ['{"fileContents": "x"}', 'a.json: this has no fileContents with its cachedMetadata.'],
  ])('that is %s is reported in a sentence', (json, said) => {
    expect(readCaptured('a.json', json)).toBe(said);
  });

  test.each([
    ['the host', hostFacts],
    ['the plugin', pluginFacts],
  ])('is compared with what %s makes of it', (_, read) => {
    const note = readCaptured('a.json', ours);
    if (typeof note === 'string') throw new Error(note);
    const facts = read(note);
    expect(differences(facts.app, facts.ours)).toEqual([]);
    const wrong = read({ ...note, text: note.text.replace('N#H', 'N#I') });
    expect(differences(wrong.app, wrong.ours).map(({ row }) => row)).toEqual(['links']);
  });
});

test('a fact that only one side has twice is a difference', () => {
  expect(differences({ tags: ['a', 'a'] }, { tags: ['a'] })).toEqual([
    { row: 'tags', appOnly: ['"a"'], oursOnly: [] },
  ]);
});
