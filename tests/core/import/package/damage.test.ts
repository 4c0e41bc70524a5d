// Damaged packages: each is refused with a sentence, or read without the damaged part, which is named.
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from '@jest/globals';
import type { AnkiPackage, UnreadPackage } from '../../../../src/core/import/anki/collection.ts';
import { openPackage } from '../../../../src/core/import/anki/open-package.ts';
import { MessageError } from '../../../../src/core/text/message.ts';
import { runs } from '../../../random.ts';
import { latest, message, opened, packed, patient, schema11, schema18, sourceOf, utf8 } from './packages.ts';
import { frame } from './zstd.ts';

const rows = {
  notes: Array.from({ length: 120 }, (_, nth) => [
    ...[
      nth + 1,
      `guid${nth}`,
      1,
      5,
      -1,
      ' tag ',
      `Question ${nth}\x1f${'answer '.repeat(nth * 3)}`,
      0,
      0,
      0,
      '',
    ],
  ]),
  cards: Array.from({ length: 120 }, (_, nth) => [
    ...[nth + 1000, nth + 1, 1, 0, 5, -1, 2, 2, nth, 10, 2500, 3, 0, 0, 0, 0, 0, '{"s":9.5,"d":5}'],
  ]),
  revlog: Array.from({ length: 300 }, (_, nth) => [
    nth + 5000,
    1000 + (nth % 120),
    -1,
    3,
    10,
    4,
    2500,
    900,
    1,
  ]),
};
const template = message([
  [1, '{{Front}}'],
  [2, '{{Back}}'],
]);
const old = schema11({
  ...rows,
  pageSize: 512,
  decks: { 1: { id: 1, name: 'Default', dyn: 0 } },
  models: {
    1: { id: 1, name: 'Basic', type: 0, flds: [{ name: 'Front' }], tmpls: [{ name: 'Card' }], css: '' },
  },
});
const now = schema18({
  ...rows,
  pageSize: 1024,
  config: { rollover: 4 },
  decks: [[1, 'Default', message([[1, '']])]],
  noteTypes: [[1, 'Basic', message([[3, '']])]],
  fields: [[1, 0, 'Front']],
  templates: [[1, 0, 'Card', template]],
});
const please = schema11({ notes: [[1, 'x', 1, 0, 0, '', 'Please update', '', 0, 0, '']] });
const sound = Uint8Array.from({ length: 5000 }, (_, nth) => (nth * nth) % 251);
const list = utf8('{"0":"a.mp3","1":"b.mp3"}');
const files = { media: list, '0': sound, '1': sound };
const packages = [
  packed({ 'collection.anki2': old, ...files }),
  zipSync({ 'collection.anki2': please, 'collection.anki21': old, ...files }, { level: 0 }),
  latest(now, [
    ['a.mp3', sound],
    ['b.mp3', sound],
  ]),
];
const whole = await Promise.all(
  packages.map(async (bytes) => JSON.stringify((await opened(bytes)).collection)),
);

const kinds = ['flip', 'flip', 'cut', 'remove', 'repeat', 'blank'] as const;
type Blow = readonly [kind: (typeof kinds)[number], place: number, length: number, bits: number];
const blows: fc.Arbitrary<readonly Blow[]> = fc.array(
  fc.tuple(
    fc.constantFrom(...kinds),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3000 })),
    fc.integer({ min: 1, max: 255 }),
  ),
  { minLength: 1, maxLength: 4 },
);

function struck(bytes: Uint8Array, hits: readonly Blow[]): Uint8Array {
  let now = bytes.slice();
  for (const [kind, place, length, bits] of hits) {
    const at = Math.floor(place * now.length);
    const [before, part, after] = [
      now.subarray(0, at),
      now.subarray(at, at + length),
      now.subarray(at + length),
    ];
    if (kind === 'flip') now[at] = (now[at] ?? 0) ^ bits;
    else if (kind === 'blank') part.fill(0);
    else {
      const kept = { cut: [before], remove: [before, after], repeat: [before, part, part, after] }[kind];
      now = new Uint8Array(Buffer.concat(kept));
    }
  }
  return now;
}

const sentences = new Set(
  ['unread', 'broken', 'encrypted', 'newer', 'tooLarge', 'damaged', 'partly', 'badName', 'twice']
    .map((name) => `problems/package/${name}`)
    .concat('problems/log/missing'),
);

/** Opens it, reads all media, and checks what holds for every package. Returns the sentences. */
async function checked(bytes: Uint8Array): Promise<{ found: AnkiPackage | UnreadPackage; told: string[] }> {
  const found = await openPackage(sourceOf(bytes), patient);
  if (found === null) throw new Error('stopped');
  const told = ('problem' in found ? [found.problem] : found.damaged).map(({ code }) => code);
  expect(told.filter((code) => !sentences.has(code))).toEqual([]);
  if ('problem' in found) return { found, told };
  for (const list of [found.collection.notes, found.collection.cards, found.collection.reviews]) {
    const ids = list.map(({ id }) => id);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  }
  for (const { read } of found.media) {
    const content = await read().catch((error: unknown) => {
      expect(error).toBeInstanceOf(MessageError);
      return sound;
    });
    expect(Buffer.compare(content, sound)).toBe(0);
  }
  return { found, told };
}

test('damage anywhere in a package is told, never taken for content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(packages.length - 1), blows, async (nth, hits) => {
      const { found, told } = await checked(struck(packages[nth] ?? new Uint8Array(0), hits));
      if ('problem' in found || told.length > 0) return;
      expect(JSON.stringify(found.collection)).toBe(whole[nth]);
      expect(found.media.map(({ name }) => name)).toEqual(['a.mp3', 'b.mp3']);
    }),
    { numRuns: runs(8000, 100) },
  );
});

test('damage within a database ends no import and no row comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), blows, async (isOld, hits) => {
      const database = struck(isOld ? old : now, hits);
      await checked(isOld ? packed({ 'collection.anki2': database }) : latest(database));
    }),
    { numRuns: runs(8000, 100) },
  );
});

test('damage within a compressed collection or list of media is told', async () => {
  await fc.assert(
    fc.asyncProperty(blows, blows, async (hits, others) => {
      const media = frame(struck(utf8('\n\x05\n\x03a.b'), others));
      await checked(latest(now, [], { 'collection.anki21b': struck(frame(now), hits), media }));
    }),
    { numRuns: runs(4000, 50) },
  );
});
