// An edit in the properties of a note must leave them readable, and all others as they were.
import { describe, expect, test } from '@jest/globals';
import { replaceBlock } from '../../../../src/core/card/edit/replace-block.ts';
import { keepsProperties } from '../../../../src/core/card/edit/sound-properties.ts';

const note = '---\ntags: flashcards\nsummary: A short text\naliases:\n  - one\n---\n# Top\nText.\n';
const shown = 'summary: A short text';

function isKept(typed: string, text = note, block = shown, now = text): boolean {
  const start = text.indexOf(block);
  const read = { text, start, end: start + block.length };
  const after = replaceBlock(now, read, typed);
  if (after === null) throw new Error('not replaced');
  return keepsProperties(now, after, read);
}

describe('the properties around an edited text', () => {
  test.each([
    'summary: Another text',
    'summary: "Sleep: a short text"',
    "summary: 'a # b'",
    'summary: |\n  Two lines:\n  here',
    'summary:\n  - one\n  - two',
    'summary: a text # and a comment',
  ])('are kept: %j', (typed) => {
    expect(isKept(typed)).toBe(true);
    const windows = note.replaceAll('\n', '\r\n');
    expect(isKept(typed, windows)).toBe(true);
    expect(isKept(typed, windows, shown, `\uFEFF${windows}More.`)).toBe(true);
  });

  test.each([
    'summary: Sleep: a short text',
    'summary: "open',
    'summary: [a',
    'summary: @a',
    'summary: a\nsummary: b',
    'summary: a\naliases: b',
    'summary: a\nother: b',
    'summary: a\n---\nText',
    'tags: other',
    'summary: |\nText',
    '- summary',
    'summary: {',
  ])('would not be: %j', (typed) => {
    expect(isKept(typed)).toBe(false);
    expect(isKept(typed, note.replaceAll('\n', '\r\n'))).toBe(false);
  });

  test('may have changed elsewhere meanwhile', () => {
    expect(isKept('summary: b', note, shown, note.replace('one', 'two'))).toBe(true);
    expect(isKept('summary: b: c', note, shown, note.replace('one', 'two'))).toBe(false);
  });

  test('may be mended by the edit', () => {
    const broken = note.replace(shown, 'summary: Sleep: a text');
    expect(isKept(shown, broken, 'summary: Sleep: a text')).toBe(true);
    expect(isKept('summary: a: b', broken, 'summary: Sleep: a text')).toBe(false);
  });

  test('say nothing about the text below, or a note without any', () => {
    expect(isKept('Text: [a: b', note, 'Text.')).toBe(true);
    expect(isKept('A: b: c', 'Text.\n', 'Text.')).toBe(true);
  });
});
