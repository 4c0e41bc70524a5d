import { expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { matchSchedules } from '../../../src/core/import/sr-match.ts';
import { foundRows } from '../../../src/ui/import/note-counts.ts';

test('each note has its counts, and below them what belongs to no card, by line', () => {
  const note = (path: string, body: string) => {
    const text = `---\ntags: [flashcards]\n---\n${body}`;
    return { text, cards: extractCards({ path, text }, defaultCardOptions) };
  };
  const found = matchSchedules([
    note('B.md', 'Q::A\n<!--SR:!2024-02-01,4,250-->\n'),
    note('A.md', 'Lost\n<!--SR:!2024-02-02,4,250-->\n\nQ::A\n<!--SR:!2024-02-31,4,250-->\n'),
  ]);
  expect(
    foundRows(found).map((row) =>
      row.kind === 'note' ? [row.note, row.matched, row.unmatched] : row.unmatched.line,
    ),
  ).toEqual([['A.md', 0, 2], 5, 8, ['B.md', 1, 0]]);
});
