// Image occlusion of an Anki package: boxes of ours on the same picture, each card with its own history.
import { expect, test } from '@jest/globals';
import { pictureSize } from '../../../src/core/picture/picture-size.ts';
import { occlusion } from '../../core/import/anki/collections.ts';
import { card, day, noon, row } from '../../core/import/anki/history/collections.ts';
import { Importer, mediaOf, packageOf, someCollection } from './package-importer.ts';

const png = new Uint8Array(33);
new DataView(png.buffer).setUint32(0, 0x89504e47);
new DataView(png.buffer).setUint32(16, 640);
new DataView(png.buffer).setUint32(20, 480);

const [one, two] = [noon - 10, noon - 9];

function occluded() {
  const from = someCollection();
  return packageOf(
    {
      ...from,
      noteTypes: [{ ...occlusion, id: 7 }],
      notes: [
        {
          id: 1,
          guid: 'a',
          noteTypeId: 7,
          modifiedAt: noon / 1000,
          tags: [],
          fields: [
            '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}' +
              '{{c2::image-occlusion:rect:left=.5:top=.5:width=.2:height=.1:oi=1}}' +
              '{{c2::image-occlusion:rect:left=.7:top=.7:width=.2:height=.1:oi=1}}',
            '<img src="heart.png">',
            'The heart',
            '',
            '',
          ],
        },
      ],
      cards: [
        card(one, { noteId: 1, type: 2, queue: 2, due: 30 }),
        card(two, { noteId: 1, ordinal: 1, type: 2, queue: 2, due: 31 }),
      ],
      reviews: [one, two].flatMap((id, nth) => [
        row(noon + nth, id, { type: 0, factor: 0 }),
        row(noon + day + nth, id),
      ]),
    },
    [mediaOf('heart.png', png)],
  );
}

test('each card of a picture has its boxes and its history, also after the next start, and twice is once', async () => {
  const importer = await Importer.open();
  const { world } = importer;
  const { plan, result } = await importer.run(occluded());
  expect(plan).toMatchObject({ cards: 2, reviews: 4 });
  expect(result.reviews).toBe(4);
  expect(
    world.app.history.boxes().map(({ picture, width, height, shares }) => [picture, width, height, shares]),
  ).toEqual([
    ['Anki/media/heart.png', 640, 480, [0.1, 0.2, 0.3, 0.4]],
    ['Anki/media/heart.png', 640, 480, [0.5, 0.5, 0.2, 0.1]],
    ['Anki/media/heart.png', 640, 480, [0.7, 0.7, 0.2, 0.1]],
  ]);
  const expectCards = (): void => {
    const cards = [...world.app.linker.notes.values()].flat();
    expect(cards.map(({ card: { source } }) => source)).toEqual(['occlusion', 'occlusion']);
    expect(cards.map(({ id }) => world.app.study.schedule(id).reps)).toEqual([2, 2]);
    expect(world.app.linker.orphans()).toEqual([]);
  };
  expectCards();
  await world.quit();
  await world.start();
  expectCards();
  expect((await importer.run(occluded())).plan).toMatchObject({ cards: 0, newReviews: 0 });
  expectCards();
});

test('its undo takes the boxes back', async () => {
  const importer = await Importer.open();
  const { work } = await importer.run(occluded());
  await work.undo();
  expect(importer.world.app.history.boxes()).toEqual([]);
  expect([...importer.world.app.history.cards.values()]).toEqual([]);
});

test.each([
  ['GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 1, 4, 0], { width: 258, height: 4 }],
  [
    'JPEG',
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0, 5, 1, 2, 3],
    { width: 258, height: 5 },
  ],
  ['drawing', [...new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')], null],
  ['picture that ends too early', [0x89, 0x50, 0x4e, 0x47, 0, 0], null],
])('a %s has its size', (_, bytes, size) => {
  expect(pictureSize(Uint8Array.from(bytes))).toEqual(size);
});

test.each([
  ['VP8X', 24, [0x7f, 2, 0, 0xdf, 1, 0]],
  ['VP8 ', 26, [0x80, 2, 0xe0, 1]],
  ['VP8L', 21, [0x7f, 0xc2, 0x77, 0]],
])('a WebP of the kind %s has its size', (kind, at, numbers) => {
  const bytes = new Uint8Array(40);
  bytes.set(new TextEncoder().encode('RIFF    WEBP' + kind));
  bytes.set(numbers, at);
  expect(pictureSize(bytes)).toEqual({ width: 640, height: 480 });
});
