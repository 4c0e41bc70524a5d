// The block of the note that a card is written in.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { sourceBlock } from '../../../../src/core/card/edit/source-block.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const head = '---\ntags: flashcards\nsummary: What it is about\n---\n';

/** By question. */
function blocksOf(body: string): Record<string, string> {
  const text = `${head}${body}`;
  const { cards } = extractCards({ path: 'Note.md', text });
  return Object.fromEntries(
    cards.map((card) => {
      const { start, end } = sourceBlock(card, text);
      return [card.question, text.slice(start, end)];
    }),
  );
}

describe('the block of a card', () => {
  test.each([
    ['## Spindle\nA burst.\n\nIn N2.\n\n## Next\nOther.\n', 'Spindle', '## Spindle\nA burst.\n\nIn N2.'],
    ['> [!tip] Why?\n> Because.\n> So.\n\nText.\n', 'Why?', '> [!tip] Why?\n> Because.\n> So.'],
    ['- one\n- capital :: Paris ^id\n- two\n', 'capital', '- capital :: Paris ^id'],
    ['**Cause.** It is so.\nStill.\n\nMore.\n', 'Cause', '**Cause.** It is so.\nStill.\n\nMore.'],
    ['## Spindle\nA burst.\n', 'Note', 'summary: What it is about'],
    ['## Spindle\r\nA burst.\r\n', 'Spindle', '## Spindle\r\nA burst.'],
    [
      '## Spindle\nA burst.[^1]\n\n## Next\nOther.\n\n[^1]: Seen in N2.\n',
      'Spindle',
      '## Spindle\nA burst.[^1]',
    ],
  ])('%j', (body, question, block) => {
    expect(blocksOf(body)[question]).toBe(block);
  });

  test.each(['vault', 'notes'])(
    'is made of whole lines and holds question and answer in each of %s',
    (folder) => {
      const paths = readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' });
      let count = 0;
      for (const path of paths.filter((one) => one.endsWith('.md') && one !== 'README.md')) {
        const text = readFileSync(join(fixtures, folder, path), 'utf8').replace(/^\uFEFF/, '');
        for (const card of extractCards({ path, text }).cards) {
          const { start, end } = sourceBlock(card, text);
          count += 1;
          expect(end).toBeGreaterThan(start);
          expect(start === 0 || text[start - 1] === '\n').toBe(true);
          expect(end === text.length || /[\r\n]/.test(text.charAt(end))).toBe(true);
          const first = card.answerRuns[0]?.[0];
          if (!first || text.startsWith('[^', first.start)) continue;
          expect({
            path,
            question: card.question,
            isIn: start <= first.start && first.end <= end,
          }).toMatchObject({ isIn: true });
        }
      }
      expect(count).toBeGreaterThan(50);
    },
  );
});
