// A card of a picture with boxes in the export for Anki.
import { expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { ankiLines } from '../../../src/core/import/anki-export.ts';
import type { PictureBox } from '../../../src/core/picture/box.ts';

const box = (id: string, label: string, x: number): PictureBox => ({
  id,
  picture: 'heart.png',
  note: 'Heart.md',
  width: 4,
  height: 3,
  shares: [x, 0.5, 0.2, 0.1],
  label,
  hidesAll: true,
  group: null,
});

test('an occlusion card is exported as its picture with boxes, closed and open', () => {
  const boxes = [box('box-a', 'Aorta', 0.1), box('box-b', '', 0.5)];
  const { cards } = extractCards(
    { path: 'Heart.md', text: '![[heart.png]]' },
    {
      ...defaultCardOptions,
      watch: 'all',
      boxes: {
        has: () => true,
        of: () => ({ picture: 'heart.png', boxes, own: new Set(['box-a', 'box-b']) }),
      },
    },
  );
  const media = new Set<string>();
  const lines = ankiLines(media);
  const [first] = cards.filter(({ source }) => source === 'occlusion');
  if (!first) throw new Error('no card');
  const line = lines.line({
    id: 'id',
    card: first,
    state: 'new',
    due: null,
    stability: null,
    difficulty: null,
    reps: 0,
    lapses: 0,
  });
  const [, , , front = '', back = ''] = line.split('\t');
  expect(front).toContain('heart.png');
  expect(front).not.toContain('Aorta');
  expect(front).toContain('left:10%');
  expect(front.match(/background/g)).toHaveLength(2);
  expect(back.match(/background/g)).toHaveLength(1);
  expect(back).toContain('Aorta');
  expect([...media]).toEqual(['heart.png']);
});
