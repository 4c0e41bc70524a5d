// Boxes while they are edited: they stay inside their picture, whatever is done to them.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { insidePicture, isSameShape, type PictureBox, type Shares } from '../../../src/core/picture/box.ts';
import { between, movedBy, newBoxId, regrouped, resizedBy } from '../../../src/core/picture/edit-boxes.ts';
import { runs } from '../../random.ts';

const any = fc.double({ min: -2, max: 2, noNaN: true });

test('a box that is drawn, moved and resized is inside its picture', () => {
  fc.assert(
    fc.property(
      fc.tuple(any, any, any, any),
      fc.array(fc.tuple(fc.boolean(), any, any)),
      (corners, moves) => {
        const drawn = insidePicture(between(...corners));
        if (!drawn) return;
        const last = moves.reduce<Shares>(
          (shares, [isMove, x, y]) => (isMove ? movedBy : resizedBy)(shares, x, y),
          drawn,
        );
        expect(insidePicture(last)).not.toBeNull();
        const [x, y, width, height] = last;
        for (const share of [x, y, 1 - x - width + 1e-9, 1 - y - height + 1e-9])
          expect(share).toBeGreaterThanOrEqual(-1e-4);
      },
    ),
    { numRuns: runs(2000) },
  );
});

const box = (id: string, group: string | null = null): PictureBox => ({
  id,
  picture: 'a.png',
  note: 'A.md',
  width: 100,
  height: 100,
  shares: [0, 0, 1, 1],
  label: '',
  hidesAll: false,
  group,
});

test('boxes of several cards become one, boxes of one card many', () => {
  const boxes = [box('box-a'), box('box-b', 'box-b'), box('box-c', 'box-b'), box('box-d')];
  const one = regrouped(boxes, new Set(['box-a', 'box-c']));
  expect(one.map(({ group }) => group)).toEqual(['box-a', 'box-a', 'box-a', null]);
  expect(regrouped(one, new Set(['box-b'])).map(({ group }) => group)).toEqual([null, null, null, null]);
  expect(regrouped(boxes, new Set(['box-d']))).toBe(boxes);
});

test('ids are random', () => {
  expect(newBoxId(Uint8Array.from({ length: 16 }, (_, nth) => 16 * nth + nth))).toMatch(/^box-[0-9a-v]{16}$/);
});

test('a picture within 1 % has the same shape', () => {
  expect([isSameShape(box('box-a'), 2000, 2019), isSameShape(box('box-a'), 2000, 2100)]).toEqual([
    true,
    false,
  ]);
});
