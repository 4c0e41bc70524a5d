// What must hold of the cards of any text at all.
import { expect } from '@jest/globals';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { extractCards, type NoteCards } from '../../../src/core/card/extract.ts';
import { sliceRuns } from '../../../src/core/note/span.ts';

const all = { ...defaultCardOptions, watch: 'all' } as const;

export const readCards = (text: string): NoteCards => extractCards({ path: 'Folder/Note.md', text }, all);
export const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Each card asks and answers, with slices of the note and a line of it; a second reading gives the same. */
export function expectSound(text: string): void {
  const first = readCards(text);
  const source = text.replace(/^\uFEFF/, '');
  const lineCount = source.split('\n').length;
  for (const card of first.cards) {
    expect(card.question.trim()).not.toBe('');
    expect(card.answer.trim()).not.toBe('');
    expect(card.line).toBeGreaterThanOrEqual(1);
    expect(card.line).toBeLessThanOrEqual(lineCount);
    if (card.source !== 'property' && !source.includes('{{'))
      expect(unix(sliceRuns(source, card.answerRuns))).toBe(card.answer);
  }
  for (const { path, line, message } of first.problems) {
    expect(path).toBe('Folder/Note.md');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lineCount);
    expect(message).toMatch(/\S/);
  }
  expect(readCards(text)).toEqual(first);
}
