// Packages that would fill the memory, lead outside, or can't be read; and large ones that can.
import { expect, test } from '@jest/globals';
import { openPackage } from '../../../../src/core/import/anki/open-package.ts';
import { latest, message, opened, packed, patient, schema11, sourceOf, utf8 } from './packages.ts';
import { frame } from './zstd.ts';

const old = schema11({});
const zeros = new Uint8Array(40 << 20);

test.each([
  ['a collection that unpacks to a thousand times its size', packed({ 'collection.anki21': zeros })],
  ['the same in Zstandard', latest(zeros)],
])('refuses %s', async (_, bytes) => {
  expect(bytes.length).toBeLessThan(200_000);
  expect(await openPackage(sourceOf(bytes), patient)).toMatchObject({
    problem: { code: 'problems/package/tooLarge' },
  });
});

test('a medium that unpacks to a thousand times its size is not read', async () => {
  const bytes = packed({ 'collection.anki2': old, media: utf8('{"0":"a.wav"}'), '0': zeros });
  const { media } = await opened(bytes);
  await expect(media[0]?.read()).rejects.toMatchObject({ reason: { code: 'problems/package/tooLarge' } });
});

test('a frame that asks for a window of gigabytes is not unpacked', async () => {
  const bytes = latest(old, [], { 'collection.anki21b': frame(old, 0xa8) });
  expect(await openPackage(sourceOf(bytes), patient)).toMatchObject({
    problem: { code: 'problems/package/damaged' },
  });
});

test('what follows a frame is ignored', async () => {
  const two = Uint8Array.from([...frame(old), ...frame(old, 0xa8)]);
  expect((await opened(latest(old, [], { 'collection.anki21b': two }))).damaged).toEqual([]);
});

test('refuses an encrypted package', async () => {
  const bytes = packed({ 'collection.anki2': old });
  const view = new DataView(bytes.buffer);
  view.setUint16(6, 1, true);
  view.setUint16(bytes.length - 22 - 46 - 'collection.anki2'.length + 8, 1, true);
  expect(await openPackage(sourceOf(bytes), patient)).toEqual({
    problem: { code: 'problems/package/encrypted' },
  });
});

const picture = Uint8Array.of(7);
const names = [
  '../../a.png',
  'a/b.png',
  'c\\d.png',
  '..',
  '',
  'nul\0.png',
  'same.png',
  'same.png',
  'gone.png',
  'ok.png',
];
const told = [
  { code: 'problems/package/badName', values: ['../../a.png (+5)'] },
  { code: 'problems/package/twice', values: ['same.png'] },
  { code: 'problems/log/missing', values: ['gone.png'] },
];

test.each([
  [
    'in JSON',
    packed({
      'collection.anki2': old,
      media: utf8(JSON.stringify(Object.fromEntries(names.entries()))),
      ...Object.fromEntries(
        names.flatMap((name, nth) => (name === 'gone.png' ? [] : [[String(nth), picture]])),
      ),
    }),
  ],
  [
    'in a message',
    latest(old, [], {
      media: frame(
        message(
          names.map((name, nth) => [
            1,
            message([
              [1, name],
              [255, name === 'gone.png' ? 99 : nth],
            ]),
          ]),
        ),
      ),
      ...Object.fromEntries(names.map((_, nth) => [String(nth), frame(picture)])),
    }),
  ],
])(
  'media that lead elsewhere, come twice or are missing are left out and named: list %s',
  async (_, bytes) => {
    const { media, damaged } = await opened(bytes);
    expect(damaged).toEqual(told);
    expect(media.map(({ name }) => name)).toEqual(['same.png', 'ok.png']);
    expect(await media[1]?.read()).toEqual(picture);
  },
);

test('a damaged list of media leaves the collection', async () => {
  const { media, damaged } = await opened(packed({ 'collection.anki2': old, media: utf8('{"0":') }));
  expect([media, damaged]).toEqual([[], [{ code: 'problems/package/damaged', values: ['media'] }]]);
});

/** As written for more than 4 GB: numbers are beside their fields. */
function zip64(bytes: Uint8Array): Uint8Array {
  const end = bytes.length - 22;
  const given = new DataView(bytes.buffer, bytes.byteOffset);
  const start = given.getUint32(end + 16, true);
  const nameLength = given.getUint16(start + 28, true);
  const listed = new Uint8Array(46 + nameLength + 28);
  const list = new DataView(listed.buffer);
  listed.set(bytes.subarray(start, start + 46 + nameLength));
  list.setUint16(30, 28, true);
  list.setUint16(46 + nameLength, 1, true);
  list.setUint16(48 + nameLength, 24, true);
  [24, 20, 42].forEach((field, nth) => {
    list.setBigUint64(50 + nameLength + 8 * nth, BigInt(given.getUint32(start + field, true)), true);
    list.setUint32(field, 0xffff_ffff, true);
  });
  const tail = new DataView(new ArrayBuffer(56 + 20 + 22));
  tail.setUint32(0, 0x0606_4b50, true);
  tail.setBigUint64(40, BigInt(listed.length), true);
  tail.setBigUint64(48, BigInt(start), true);
  tail.setUint32(56, 0x0706_4b50, true);
  tail.setBigUint64(64, BigInt(start + listed.length), true);
  tail.setUint32(76, 0x0605_4b50, true);
  tail.setUint16(86, 1, true);
  tail.setUint32(88, 0xffff_ffff, true);
  tail.setUint32(92, 0xffff_ffff, true);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), listed, new Uint8Array(tail.buffer)]));
}

test('reads a package in the format for more than 4 GB', async () => {
  const { collection, damaged } = await opened(zip64(packed({ 'collection.anki2': old })));
  expect([collection.createdAt, damaged]).toEqual([1_600_000_000, []]);
});

test('stops when it is told to, and tells what it could not read', async () => {
  const source = sourceOf(packed({ 'collection.anki2': old }));
  expect(await openPackage(source, { ...patient, pause: () => Promise.resolve(false) })).toBeNull();
  const gone = { ...source, read: () => Promise.reject(new Error('The drive is gone.')) };
  expect(await openPackage(gone, patient)).toEqual({
    problem: { code: 'problems/package/failed', values: ['The drive is gone.'] },
  });
});
